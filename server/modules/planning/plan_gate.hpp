#pragma once

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/planning/plan_store.hpp"

namespace nangluc::planning {

// The plan, for who may do this where it belongs.
Result<Plan> find_plan_for(
    db::Tx& tx, const Kit& kit, const Actor& actor, PlanId id, Permission permission
);
// The same, where it is still as the caller read it; refuses stale("plan.stale").
Result<Plan> find_read_plan_for(
    db::Tx& tx,
    const Kit& kit,
    const Actor& actor,
    std::pair<PlanId, int> read,
    Permission permission
);
// A plan's lines, sessions and budgets, for who drafts it while it may be drafted.
Result<Plan> find_draft(
    db::Tx& tx, const Kit& kit, const Actor& actor, std::pair<PlanId, int> read
);

}  // namespace nangluc::planning
