#include "modules/planning/nomination_service.hpp"

#include "base/clock.hpp"
#include "base/text.hpp"
#include "modules/assessment/api.hpp"
#include "modules/planning/background.hpp"
#include "modules/planning/line_change.hpp"
#include "modules/planning/plan_gate.hpp"

namespace nangluc::planning {

static Result<UnitId> unit_of_nominee(db::Tx& tx, const Plan& plan, PersonId person, AsOf at) {
    const auto home = TRY(organisation::place_of_person(tx, person, at));
    if (!TRY(place_of_plan(tx, plan, at)).contains(home)) return not_found("person");
    return home.unit();
}

Result<PlanPage> NominationService::add(const Actor& actor, const Read& read, const Wish& wish) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(find_draft(tx, kit_, actor, read));
        const auto line = TRY(find_line(tx, plan.id, wish.line));
        const auto unit = TRY(unit_of_nominee(tx, plan, wish.person, now));
        if (has_needs(tx, line.id, wish.person)) return conflict("plan_nomination.twice");

        Nominee nominee{.person = wish.person, .unit = unit, .reason = tidy(wish.reason)};
        for (const auto& held : assessment::held_levels(tx, wish.person, now)) {
            nominee.held[held.competency] = held.level;
        }
        const auto programme = TRY(programmes::find_version(tx, line.programme));
        const auto background =
            background_of(tx, programme, {{.person = wish.person, .unit = unit}}, now);
        const auto needs = TRY(nominate(nominee, programme, background));

        TRY(begin_change(tx, plan));
        add_nomination(tx, kit_, {line.id, actor.account()}, needs);
        const LineChange change{.line = line.id, .person = wish.person};
        return end_change(tx, kit_, actor, plan, {"plan.person_nominated", change});
    });
}

// Of the group that the line is for: what it says of this person.
static Result<Selection> selection_of(db::Tx& tx, const Line& line, PersonId person, AsOf at) {
    auto members = TRY(needs::list_members(tx, line.group));
    std::erase_if(members, [&](const needs::Member& member) { return member.person != person; });
    forget_expired(tx, members, at);
    const auto programme = TRY(programmes::find_version(tx, line.programme));
    return select_needs(members, programme, background_of(tx, programme, members, at));
}

Result<PlanPage> NominationService::remove(
    const Actor& actor, const Read& read, LineId id, PersonId person
) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(find_draft(tx, kit_, actor, read));
        const auto line = TRY(find_line(tx, plan.id, id));
        if (!has_nomination(tx, id, person)) return not_found("plan_nomination");

        TRY(begin_change(tx, plan));
        remove_nomination(tx, id, person);
        add_selection(tx, id, TRY(selection_of(tx, line, person, now)));
        const LineChange change{.line = id, .person = person};
        return end_change(tx, kit_, actor, plan, {"plan.nomination_removed", change});
    });
}

Result<std::vector<AssessmentException>> NominationService::exceptions(
    const Actor& actor, PlanId plan_id
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<AssessmentException>> {
        const auto plan = TRY(find_plan_for(tx, kit_, actor, plan_id, Permission::read_plans));
        return list_exceptions(tx, plan.id, kit_.clock.today());
    });
}

}  // namespace nangluc::planning
