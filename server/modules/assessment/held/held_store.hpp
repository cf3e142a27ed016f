#pragma once

#include <optional>
#include <span>
#include <vector>

#include "kit/db/db.hpp"
#include "modules/assessment/rating/rating_store.hpp"
#include "modules/assessment/rule/rule_book.hpp"

namespace nangluc::assessment {

// How many competencies share a packed row, and what stands where nothing was assessed.
inline constexpr std::size_t block_size = 32;
inline constexpr int not_assessed = 255;

// A row of the projection: the level held now, and what it rests on.
struct HeldRow {
    PersonId person;
    CompetencyId competency;
    int level = 0;
    int confidence = 0;
    RuleId rule;
    std::vector<RatingId> ratings;
    Date observed_on;
    Date valid_until = Date::never();

    friend bool operator==(const HeldRow&, const HeldRow&) = default;
};
HeldRow row_of(PersonId person, const Rule& rule, const Held& held);

// By person and competency.
std::vector<HeldRow> list_held_between(db::Tx& tx, PersonId first, PersonId last);
void save_held(db::Tx& tx, const HeldRow& row, Instant now);
void remove_held(db::Tx& tx, PersonId person, CompetencyId competency);
std::string empty_block();
std::vector<PackedRow> list_packed(db::Tx& tx, PersonId person);
void save_packed(db::Tx& tx, const PackedRow& row);
// Puts a level into the packed row of the person.
void set_packed_level(db::Tx& tx, PersonId person, const Slot& slot, int level);

void clear_projections(db::Tx& tx);
void load_held_rows(db::Tx& tx, std::span<const HeldRow> rows, Instant now);
void load_packed_rows(db::Tx& tx, std::span<const PackedRow> rows);

}  // namespace nangluc::assessment
