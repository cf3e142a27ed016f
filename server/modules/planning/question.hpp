#pragma once

#include "kit/db/db.hpp"
#include "modules/planning/geography.hpp"
#include "modules/planning/plan_store.hpp"
#include "modules/planning/seating.hpp"

namespace nangluc::planning {

// What a plan asks for as it stands in the tables.
struct Question {
    SeatingInput input;
    int unlocated = 0;  // people who live where no table says where that is
};
Question question_of(db::Tx& tx, const Geography& geography, const Plan& plan, AsOf now);

}  // namespace nangluc::planning
