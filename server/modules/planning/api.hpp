#pragma once

// What other modules may know of plans.

#include <vector>

#include "modules/needs/api.hpp"

namespace nangluc {

using PlanId = Id<struct PlanTag>;
using LineId = Id<struct PlanLineTag>;
using PlanSessionId = Id<struct PlanSessionTag>;
using SolutionId = Id<struct SolutionTag>;

}  // namespace nangluc

namespace nangluc::planning {

// What a reorganisation of these units would touch: {"plans", 3}, those of the year of `on` and
// later.
organisation::Impact count_plans_of(db::Tx& tx, const std::vector<UnitId>& units, Date on);

// A unit has handed its plan to the level above. Sent once for each submission.
struct PlanSubmitted {
    static constexpr auto name = "planning.plan_submitted";
    PlanId plan;
    UnitId unit;
    int year = 0;
};
BOOST_DESCRIBE_STRUCT(PlanSubmitted, (), (plan, unit, year))

// The seats of a plan are decided: what delivery runs.
struct PlanApproved {
    static constexpr auto name = "planning.plan_approved";
    PlanId plan;
    UnitId unit;
    int year = 0;
};
BOOST_DESCRIBE_STRUCT(PlanApproved, (), (plan, unit, year))

}  // namespace nangluc::planning
