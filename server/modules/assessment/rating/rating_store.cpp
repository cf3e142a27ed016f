#include "modules/assessment/rating/rating_store.hpp"

namespace nangluc::assessment {

static Rating rating_of(const db::Row& row) {
    const auto level = row.get<std::optional<int>>("level");
    return {
        .id = row.get<RatingId>("id"),
        .person = row.get<PersonId>("person_id"),
        .competency = row.get<CompetencyId>("competency_id"),
        .level = level.value_or(0),
        .method = row.get<Method>("method"),
        .rater = row.get<PersonId>("rater_person_id"),
        .account = row.get<AccountId>("rater_account_id"),
        .rater_role = row.get<std::string>("rater_role"),
        .observed_on = row.get<Date>("observed_on"),
        .recorded_at = row.get<Instant>("recorded_at"),
        .withdraws = row.get<RatingId>("withdraws_id"),
        .gives_level = level.has_value(),
        .scale = row.get<ScaleId>("scale_id"),
        .campaign = row.get<CampaignId>("campaign_id"),
        .score = row.get<std::optional<double>>("score"),
        .score_error = row.get<std::optional<double>>("score_error"),
        .evidence_hash = row.get<std::optional<std::string>>("evidence_hash").value_or(""),
        .note = row.get<std::string>("note"),
    };
}

constexpr auto select_rating = R"sql(
    SELECT id, person_id, competency_id, level, score, score_error, method, rater_person_id,
           rater_account_id, rater_role, campaign_id, evidence_hash, note, scale_id, observed_on,
           recorded_at, withdraws_id
      FROM assessment_ratings
     WHERE id = $1
)sql";

Result<Rating> find_rating(db::Tx& tx, RatingId id) {
    const auto row = tx.one(select_rating, id);
    if (!row) return not_found("rating");
    return rating_of(*row);
}

constexpr auto select_ratings = R"sql(
    SELECT id, person_id, competency_id, level, score, score_error, method, rater_person_id,
           rater_account_id, rater_role, campaign_id, evidence_hash, note, scale_id, observed_on,
           recorded_at, withdraws_id
      FROM assessment_ratings
     WHERE person_id = $1 AND (competency_id = $2 OR $2 = 0)
       AND recorded_at <= $3
     ORDER BY competency_id, observed_on DESC, recorded_at DESC, id DESC
)sql";

std::vector<Rating> list_ratings(
    db::Tx& tx, PersonId person, CompetencyId competency, Instant known_at
) {
    std::vector<Rating> ratings;
    for (const auto& row : tx.all(select_ratings, person, competency.value, known_at)) {
        ratings.push_back(rating_of(row));
    }
    return ratings;
}

constexpr auto insert_rating = R"sql(
    INSERT INTO assessment_ratings (id, person_id, competency_id, level, score, score_error, method,
           rater_account_id, rater_person_id, rater_role, campaign_id, evidence_hash, note,
           scale_id, observed_on, recorded_at, withdraws_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
)sql";

void add_rating_row(db::Tx& tx, const Rating& rating) {
    const auto or_null = [](const std::string& text) {
        return text.empty() ? std::nullopt : std::optional(text);
    };
    tx.run(
        insert_rating,
        rating.id,
        rating.person,
        rating.competency,
        rating.gives_level ? std::optional(rating.level) : std::nullopt,
        rating.score,
        rating.score_error,
        rating.method,
        rating.account,
        rating.rater,
        rating.rater_role,
        rating.campaign,
        or_null(rating.evidence_hash),
        rating.note,
        rating.scale,
        rating.observed_on,
        rating.recorded_at,
        rating.withdraws
    );
}

constexpr auto select_withdrawal = R"sql(
    SELECT r.id
      FROM assessment_ratings w
      JOIN assessment_ratings r
        ON r.person_id = w.person_id AND r.competency_id = w.competency_id
       AND r.withdraws_id = w.id
     WHERE w.id = $1
)sql";

bool is_withdrawn(db::Tx& tx, RatingId id) {
    return tx.one(select_withdrawal, id).has_value();
}

constexpr auto select_ratings_between = R"sql(
    SELECT id, person_id, competency_id, level, method, rater_person_id, rater_account_id,
           observed_on, recorded_at, withdraws_id
      FROM assessment_ratings
     WHERE person_id >= $1 AND person_id <= $2 AND recorded_at <= $3
     ORDER BY person_id, competency_id
)sql";

void each_rating_between(
    db::Tx& tx,
    PersonId first,
    PersonId last,
    Instant known_at,
    const std::function<void(Rating)>& use
) {
    tx.each(
        select_ratings_between,
        [&](const db::Row& row) {
            const auto level = row.get<std::optional<int>>("level");
            use({
                .id = row.get<RatingId>("id"),
                .person = row.get<PersonId>("person_id"),
                .competency = row.get<CompetencyId>("competency_id"),
                .level = level.value_or(0),
                .method = row.get<Method>("method"),
                .rater = row.get<PersonId>("rater_person_id"),
                .account = row.get<AccountId>("rater_account_id"),
                .observed_on = row.get<Date>("observed_on"),
                .recorded_at = row.get<Instant>("recorded_at"),
                .withdraws = row.get<RatingId>("withdraws_id"),
                .gives_level = level.has_value(),
            });
        },
        first,
        last,
        known_at
    );
}

static Slot slot_of(const db::Row& row) {
    return {
        .competency = row.get<CompetencyId>("competency_id"),
        .scale = row.get<ScaleId>("scale_id"),
        .block = row.get<int>("block"),
        .slot = row.get<int>("slot"),
        .levels = row.get<std::optional<int>>("levels").value_or(0),
    };
}

constexpr auto select_slots = R"sql(
    SELECT competency_id, scale_id, block, slot, levels
      FROM competency_v_competencies
     WHERE (competency_id = $1 OR $1 = 0)
     ORDER BY competency_id
)sql";

Result<Slot> find_slot(db::Tx& tx, CompetencyId competency) {
    const auto row = competency ? tx.one(select_slots, competency.value) : std::nullopt;
    if (!row) return invalid("rating.unknown_competency", {{"/competency", "unknown"}});
    return slot_of(*row);
}

std::vector<Slot> list_slots(db::Tx& tx) {
    std::vector<Slot> slots;
    for (const auto& row : tx.all(select_slots, 0)) slots.push_back(slot_of(row));
    return slots;
}

}  // namespace nangluc::assessment
