#pragma once

#include <functional>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/competency/api.hpp"

namespace nangluc::competency {

// Bulk loading, recorded now, for the worlds: whole rows that the caller has checked. `next` fills
// a row and returns false when there are no more. An id of none is made here. For an
// administrative level give reason.word and leave reason.id 0.
void load_requirements(
    db::Tx& tx, const Kit& kit, const std::function<bool(Requirement& row)>& next
);
void load_requirements(db::Tx& tx, const Kit& kit, const std::vector<Requirement>& rows);

// The post a person prepares for: its requirements make the second list of gaps.
struct NextPosition {
    PersonId person;
    PositionId position;
    AccountId agreed_by;
    Period period;
};
void load_next_positions(db::Tx& tx, const Kit& kit, const std::vector<NextPosition>& rows);

}  // namespace nangluc::competency
