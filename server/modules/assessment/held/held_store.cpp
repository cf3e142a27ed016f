#include "modules/assessment/held/held_store.hpp"

#include "kit/json/json.hpp"

namespace nangluc::assessment {

using db::to_value;
using db::Values;

HeldRow row_of(PersonId person, const Rule& rule, const Held& held) {
    HeldRow row{
        .person = person,
        .competency = held.competency,
        .level = held.level,
        .confidence = confidence_of(rule, held),
        .rule = held.rule,
        .observed_on = held.observed_on,
        .valid_until = held.valid_until,
    };
    for (const auto& [rating, use] : held.ratings) {
        if (use == Use::counted) row.ratings.push_back(rating.id);
    }
    return row;
}

constexpr auto select_held_between = R"sql(
    SELECT person_id, competency_id, level, confidence, rule_id, ratings, observed_on, valid_until
      FROM assessment_held
     WHERE person_id >= $1 AND person_id <= $2
     ORDER BY person_id, competency_id
)sql";

std::vector<HeldRow> list_held_between(db::Tx& tx, PersonId first, PersonId last) {
    std::vector<HeldRow> rows;
    tx.each(
        select_held_between,
        [&](const db::Row& row) {
            rows.push_back({
                .person = row.get<PersonId>("person_id"),
                .competency = row.get<CompetencyId>("competency_id"),
                .level = row.get<int>("level"),
                .confidence = row.get<int>("confidence"),
                .rule = row.get<RuleId>("rule_id"),
                .ratings =
                    json::read<std::vector<RatingId>>(row.get<std::string>("ratings")).value(),
                .observed_on = row.get<Date>("observed_on"),
                .valid_until = row.get<Date>("valid_until"),
            });
        },
        first,
        last
    );
    return rows;
}

static Values values_of(const HeldRow& row, Instant now) {
    return {
        to_value(row.person),
        to_value(row.competency),
        to_value(row.level),
        to_value(row.confidence),
        to_value(row.rule),
        to_value(json::write(row.ratings)),
        to_value(row.observed_on),
        to_value(row.valid_until),
        to_value(now),
    };
}

constexpr auto upsert_held = R"sql(
    INSERT INTO assessment_held (person_id, competency_id, level, confidence, rule_id, ratings,
           observed_on, valid_until, computed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (person_id, competency_id) DO UPDATE
       SET level = excluded.level, confidence = excluded.confidence, rule_id = excluded.rule_id,
           ratings = excluded.ratings, observed_on = excluded.observed_on,
           valid_until = excluded.valid_until, computed_at = excluded.computed_at
)sql";

void save_held(db::Tx& tx, const HeldRow& row, Instant now) {
    tx.execute(upsert_held, values_of(row, now));
}

constexpr auto delete_held = R"sql(
    DELETE FROM assessment_held
     WHERE person_id = $1 AND competency_id = $2
)sql";

void remove_held(db::Tx& tx, PersonId person, CompetencyId competency) {
    tx.run(delete_held, person, competency);
}

constexpr auto select_packed = R"sql(
    SELECT person_id, block, levels
      FROM assessment_rows
     WHERE person_id = $1
     ORDER BY block
)sql";

static PackedRow packed_of(const db::Row& row) {
    return {
        .person = row.get<PersonId>("person_id"),
        .block = row.get<int>("block"),
        .levels = row.get<db::Bytes>("levels").data,
    };
}

std::vector<PackedRow> list_packed(db::Tx& tx, PersonId person) {
    std::vector<PackedRow> rows;
    for (const auto& row : tx.all(select_packed, person)) rows.push_back(packed_of(row));
    return rows;
}

constexpr auto upsert_packed_row = R"sql(
    INSERT INTO assessment_rows (person_id, block, levels)
    VALUES ($1, $2, $3)
    ON CONFLICT (person_id, block) DO UPDATE SET levels = excluded.levels
)sql";

void save_packed(db::Tx& tx, const PackedRow& row) {
    tx.run(upsert_packed_row, row.person, row.block, db::Bytes{row.levels});
}

std::string empty_block() {
    return std::string(block_size, static_cast<char>(not_assessed));
}

void set_packed_level(db::Tx& tx, PersonId person, const Slot& slot, int level) {
    PackedRow packed{person, slot.block, empty_block()};
    for (auto& row : list_packed(tx, person)) {
        if (row.block == slot.block) packed = std::move(row);
    }
    packed.levels.at(static_cast<std::size_t>(slot.slot)) = static_cast<char>(level);
    save_packed(tx, packed);
}

constexpr auto select_packed_rows = R"sql(
    SELECT person_id, block, levels
      FROM assessment_rows
)sql";

void each_row(db::Tx& tx, const std::function<void(const PackedRow&)>& use) {
    tx.each(select_packed_rows, [&](const db::Row& row) { use(packed_of(row)); });
}

constexpr auto delete_all_held = R"sql(
    DELETE FROM assessment_held
)sql";

constexpr auto delete_all_packed_rows = R"sql(
    DELETE FROM assessment_rows
)sql";

void clear_projections(db::Tx& tx) {
    tx.run(delete_all_held);
    tx.run(delete_all_packed_rows);
}

void load_held_rows(db::Tx& tx, std::span<const HeldRow> rows, Instant now) {
    tx.load(
        "assessment_held",
        {"person_id",
         "competency_id",
         "level",
         "confidence",
         "rule_id",
         "ratings",
         "observed_on",
         "valid_until",
         "computed_at"},
        [&, at = std::size_t{0}](Values& values) mutable {
            if (at == rows.size()) return false;
            values = values_of(rows[at++], now);
            return true;
        }
    );
}

void load_packed_rows(db::Tx& tx, std::span<const PackedRow> rows) {
    tx.load(
        "assessment_rows",
        {"person_id", "block", "levels"},
        [&, at = std::size_t{0}](Values& values) mutable {
            if (at == rows.size()) return false;
            const auto& row = rows[at++];
            values = {to_value(row.person), to_value(row.block), to_value(db::Bytes{row.levels})};
            return true;
        }
    );
}

}  // namespace nangluc::assessment
