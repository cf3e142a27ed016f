#include "modules/competency/next_position/personal_goal.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/events.hpp"

namespace nangluc::competency {

struct PersonalGoalChange {
    CompetencyId competency;
    int level = 0;
    Period period;
};
BOOST_DESCRIBE_STRUCT(PersonalGoalChange, (), (competency, level, period))

StatedRequirement requirement_of(const PersonalGoal& goal) {
    return {
        .requirement =
            {.reason = {ReasonKind::person, goal.person.value, {}},
             .scope = goal.unit,
             .competency = goal.competency,
             .minimum = goal.level,
             .desired = goal.level,
             .goal = Goal::present,
             .period = goal.period},
        .note = goal.note,
    };
}

Result<RequirementId> agree_personal_goal(
    db::Tx& tx, const Kit& kit, const Actor& actor, const PersonalGoal& goal
) {
    auto stated = requirement_of(goal);
    const auto levels = TRY(last_level_of(tx, goal.competency));
    TRY(stated.check(levels));
    const auto others = list_alike(tx, stated.requirement);
    if (std::ranges::any_of(others, [&](const StatedRequirement& other) {
            return stated.repeats(other.requirement);
        })) {
        return conflict("requirement.repeated");
    }

    stated.requirement.id = kit.ids.make<RequirementId>();
    add_requirement(tx, kit, stated);
    kit.audit.write(
        tx,
        actor,
        {.act = "requirement.added",
         .object = stated.requirement.id.value,
         .unit = goal.unit,
         .person = goal.person,
         .change = json::write(PersonalGoalChange{goal.competency, goal.level, goal.period})}
    );
    publish(kit.outbox, tx, RequirementsChanged{goal.unit});
    return stated.requirement.id;
}

}  // namespace nangluc::competency
