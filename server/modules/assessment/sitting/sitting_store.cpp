#include "modules/assessment/sitting/sitting_store.hpp"

#include <bit>

#include "kit/db/column.hpp"
#include "kit/json/json.hpp"

namespace nangluc::assessment {

static std::optional<Outcome> outcome_of(const db::Row& row) {
    const auto levels = row.get<std::optional<std::string>>("levels");
    if (!levels) return std::nullopt;
    return Outcome{
        .stop = row.get<Stop>("stop"),
        .level = row.get<int>("level"),
        .score = row.get<double>("score"),
        .score_error = row.get<double>("score_error"),
        .levels = json::read<std::vector<double>>(*levels).value(),
    };
}

static Sitting sitting_of(const db::Row& row) {
    return {
        .id = row.get<SittingId>("id"),
        .person = row.get<PersonId>("person_id"),
        .competency = row.get<CompetencyId>("competency_id"),
        .bank = row.get<ItemBankId>("bank_id"),
        .engine = row.get<int>("engine"),
        .carried = row.get<int>("carried"),
        .seed = std::bit_cast<std::uint64_t>(row.get<std::int64_t>("seed")),
        .account = row.get<AccountId>("account_id"),
        .started_at = row.get<Instant>("started_at"),
        .finished_at = row.get<std::optional<Instant>>("finished_at"),
        .finished_on = row.get<std::optional<Date>>("finished_on"),
        .outcome = outcome_of(row),
        .rating = row.get<RatingId>("rating_id"),
    };
}

constexpr auto insert_sitting = R"sql(
    INSERT INTO assessment_sittings (id, person_id, competency_id, bank_id, engine, seed,
           account_id, started_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql";

void add_sitting(db::Tx& tx, const Sitting& sitting) {
    tx.run(
        insert_sitting,
        sitting.id,
        sitting.person,
        sitting.competency,
        sitting.bank,
        sitting.engine,
        std::bit_cast<std::int64_t>(sitting.seed),
        sitting.account,
        sitting.started_at
    );
}

constexpr auto select_sitting = R"sql(
    SELECT id, person_id, competency_id, bank_id, engine, carried, seed, account_id, started_at,
           finished_at, finished_on, stop, level, score, score_error, levels, rating_id
      FROM assessment_sittings
     WHERE id = $1
)sql";

Result<Sitting> find_sitting(db::Tx& tx, SittingId id) {
    const auto row = tx.one(select_sitting, id);
    if (!row) return not_found("sitting");
    return sitting_of(*row);
}

constexpr auto select_open = R"sql(
    SELECT id, person_id, competency_id, bank_id, engine, carried, seed, account_id, started_at,
           finished_at, finished_on, stop, level, score, score_error, levels, rating_id
      FROM assessment_sittings
     WHERE person_id = $1 AND competency_id = $2 AND finished_at IS NULL
)sql";

std::optional<Sitting> find_open(db::Tx& tx, PersonId person, CompetencyId competency) {
    const auto row = tx.one(select_open, person, competency);
    return row ? std::optional(sitting_of(*row)) : std::nullopt;
}

constexpr auto select_sittings = R"sql(
    SELECT id, person_id, competency_id, bank_id, engine, carried, seed, account_id, started_at,
           finished_at, finished_on, stop, level, score, score_error, levels, rating_id
      FROM assessment_sittings
     WHERE person_id = $1
     ORDER BY id DESC
)sql";

std::vector<Sitting> list_sittings(db::Tx& tx, PersonId person) {
    std::vector<Sitting> sittings;
    for (const auto& row : tx.all(select_sittings, person)) sittings.push_back(sitting_of(row));
    return sittings;
}

constexpr auto select_finished = R"sql(
    SELECT id
      FROM assessment_sittings
     WHERE id > $1 AND finished_at IS NOT NULL
     ORDER BY id
     LIMIT $2
)sql";

std::vector<SittingId> list_finished(db::Tx& tx, SittingId after, int limit) {
    return db::column<SittingId>(tx, select_finished, "id", after.value, limit);
}

constexpr auto update_engine = R"sql(
    UPDATE assessment_sittings
       SET engine = $2, carried = $3
     WHERE id = $1
)sql";

void save_engine(db::Tx& tx, const Sitting& sitting) {
    tx.run(update_engine, sitting.id, sitting.engine, sitting.carried);
}

constexpr auto update_outcome = R"sql(
    UPDATE assessment_sittings
       SET finished_at = $2, finished_on = $3, stop = $4, level = $5, score = $6, score_error = $7,
           levels = $8, rating_id = $9
     WHERE id = $1
)sql";

void save_outcome(db::Tx& tx, const Sitting& sitting) {
    const auto& outcome = sitting.outcome.value();
    tx.run(
        update_outcome,
        sitting.id,
        sitting.finished_at,
        sitting.finished_on,
        outcome.stop,
        outcome.level,
        outcome.score,
        outcome.score_error,
        json::write(outcome.levels),
        sitting.rating
    );
}

constexpr auto select_answers = R"sql(
    SELECT position, item_id, label, score, score_error, milliseconds, answered_at
      FROM assessment_answers
     WHERE sitting_id = $1
     ORDER BY position
)sql";

std::vector<Answer> list_answers(db::Tx& tx, SittingId id) {
    std::vector<Answer> answers;
    for (const auto& row : tx.all(select_answers, id)) {
        answers.push_back({
            .position = row.get<int>("position"),
            .item = row.get<ItemId>("item_id"),
            .label = row.get<std::optional<std::string>>("label"),
            .score = row.get<double>("score"),
            .score_error = row.get<double>("score_error"),
            .milliseconds = row.get<std::optional<int>>("milliseconds"),
            .answered_at = row.get<Instant>("answered_at"),
        });
    }
    return answers;
}

constexpr auto insert_answer = R"sql(
    INSERT INTO assessment_answers (sitting_id, position, item_id, label, score, score_error,
           milliseconds, answered_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql";

void add_answer(db::Tx& tx, SittingId id, const Answer& answer) {
    tx.run(
        insert_answer,
        id,
        answer.position,
        answer.item,
        answer.label,
        answer.score,
        answer.score_error,
        answer.milliseconds,
        answer.answered_at
    );
}

}  // namespace nangluc::assessment
