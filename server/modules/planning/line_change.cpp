#include "modules/planning/line_change.hpp"

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"

namespace nangluc::planning {

Result<> begin_change(db::Tx& tx, Plan& plan) {
    plan.change();
    return save_plan(tx, plan);
}

Result<PlanPage> end_change(
    db::Tx& tx,
    const Kit& kit,
    const Actor& actor,
    const Plan& plan,
    std::pair<std::string_view, LineChange> change
) {
    change.second.version = plan.version;
    kit.audit.write(
        tx,
        actor,
        {.act = change.first,
         .object = plan.id.value,
         .unit = plan.unit,
         .person = change.second.person.value_or(PersonId{}),
         .change = json::write(change.second)}
    );
    return load_page(tx, plan, kit.clock.as_of_now());
}

}  // namespace nangluc::planning
