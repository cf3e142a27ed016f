#include "modules/planning/plan_gate.hpp"

#include "base/clock.hpp"

#include "modules/planning/plan_page.hpp"

namespace nangluc::planning {

Result<Plan> find_plan_for(
    db::Tx& tx, const Kit& kit, const Actor& actor, PlanId id, Permission permission
) {
    auto plan = TRY(find_plan(tx, id));
    const auto place = TRY(place_of_plan(tx, plan, kit.clock.as_of_now()));
    TRY(actor.require(permission, place, "plan"));
    return plan;
}

Result<Plan> find_read_plan_for(
    db::Tx& tx,
    const Kit& kit,
    const Actor& actor,
    std::pair<PlanId, int> read,
    Permission permission
) {
    auto plan = TRY(find_plan_for(tx, kit, actor, read.first, permission));
    if (plan.version != read.second) return stale("plan.stale");
    return plan;
}

Result<Plan> find_draft(
    db::Tx& tx, const Kit& kit, const Actor& actor, std::pair<PlanId, int> read
) {
    auto plan = TRY(find_read_plan_for(tx, kit, actor, read, Permission::edit_plans));
    TRY(plan.open_to_change());
    return plan;
}

}  // namespace nangluc::planning
