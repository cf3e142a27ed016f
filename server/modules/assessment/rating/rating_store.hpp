#pragma once

#include <vector>

#include "kit/db/db.hpp"
#include "modules/assessment/api.hpp"

namespace nangluc::assessment {

Result<Rating> find_rating(db::Tx& tx, RatingId id);
// All that was recorded by then of a person, by competency; of one competency where one is given.
std::vector<Rating> list_ratings(
    db::Tx& tx, PersonId person, CompetencyId competency, Instant known_at
);
void add_rating_row(db::Tx& tx, const Rating& rating);
// True where some row takes the rating back already.
bool is_withdrawn(db::Tx& tx, RatingId id);

// The ratings of the people from `first` to `last`, by person and competency: only what a level is
// reckoned from.
void each_rating_between(
    db::Tx& tx,
    PersonId first,
    PersonId last,
    Instant known_at,
    const std::function<void(Rating)>& use
);

// Where the engines keep a competency, and how many levels its scale has.
struct Slot {
    CompetencyId competency;
    ScaleId scale;
    int block = 0;
    int slot = 0;
    int levels = 0;
};
// Refuses with invalid("rating.unknown_competency").
Result<Slot> find_slot(db::Tx& tx, CompetencyId competency);
std::vector<Slot> list_slots(db::Tx& tx);

}  // namespace nangluc::assessment
