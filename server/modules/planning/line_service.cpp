#include "modules/planning/line_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "modules/planning/background.hpp"
#include "modules/planning/line_change.hpp"
#include "modules/planning/plan_gate.hpp"

namespace nangluc::planning {

Result<PlanPage> LineService::add(const Actor& actor, const Read& read, const NewLine& wish) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(find_draft(tx, kit_, actor, read));
        const auto place = TRY(place_of_plan(tx, plan, now));
        const auto members = TRY(list_members_at(tx, wish.group, {place}, now));
        const auto programme = TRY(programmes::find_version(tx, wish.programme));
        const Line line{
            .id = kit_.ids.make<LineId>(),
            .plan = plan.id,
            .seq = next_line_number(tx, plan.id),
            .programme = wish.programme,
            .group = wish.group,
            .source = wish.source,
            .note = tidy(wish.note),
        };
        if (has_line(tx, line)) return conflict("plan_line.twice");
        const auto selection =
            select_needs(members, programme, background_of(tx, programme, members, now));
        if (selection.needs.empty()) return conflict("plan_line.serves_nobody");

        TRY(begin_change(tx, plan));
        add_line(tx, line, selection);
        return end_change(tx, kit_, actor, plan, {"plan.line_added", {.line = line.id}});
    });
}

Result<PlanPage> LineService::remove(const Actor& actor, const Read& read, LineId id) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(find_draft(tx, kit_, actor, read));
        TRY(find_line(tx, plan.id, id));
        TRY(begin_change(tx, plan));
        remove_line(tx, id);
        return end_change(tx, kit_, actor, plan, {"plan.line_removed", {.line = id}});
    });
}

Result<std::vector<LinePerson>> LineService::people(
    const Actor& actor, PlanId plan_id, LineId line
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<LinePerson>> {
        const auto plan = TRY(find_plan_for(tx, kit_, actor, plan_id, Permission::read_plans));
        TRY(find_line(tx, plan.id, line));
        return list_line_people(tx, plan, line, kit_.clock.today());
    });
}

static Result<Session> find_session(db::Tx& tx, PlanId plan, PlanSessionId id) {
    const auto sessions = list_sessions(tx, plan);
    const auto found = std::ranges::find(sessions, id, &Session::id);
    if (found == sessions.end()) return not_found("plan_session");
    return *found;
}

static Result<> check_session(db::Tx& tx, const Plan& plan, const Session& session, AsOf at) {
    const auto line = TRY(find_line(tx, plan.id, session.line));
    TRY(organisation::path_of(tx, session.place_unit, at));
    return session.check(plan.year, TRY(programmes::find_version(tx, line.programme)));
}

Result<PlanPage> LineService::add_session(const Actor& actor, const Read& read, Session session) {
    const auto now = kit_.clock.as_of_now();
    session.id = kit_.ids.make<PlanSessionId>();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(find_draft(tx, kit_, actor, read));
        TRY(check_session(tx, plan, session, now));
        TRY(begin_change(tx, plan));
        planning::add_session(tx, plan.id, session);
        return end_change(
            tx,
            kit_,
            actor,
            plan,
            {"plan.session_added", {.line = session.line, .session = session.id}}
        );
    });
}

Result<PlanPage> LineService::change_session(
    const Actor& actor, const Read& read, Session session
) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(find_draft(tx, kit_, actor, read));
        session.line = TRY(find_session(tx, plan.id, session.id)).line;
        TRY(check_session(tx, plan, session, now));
        TRY(begin_change(tx, plan));
        save_session(tx, session);
        return end_change(
            tx,
            kit_,
            actor,
            plan,
            {"plan.session_changed", {.line = session.line, .session = session.id}}
        );
    });
}

Result<PlanPage> LineService::remove_session(
    const Actor& actor, const Read& read, PlanSessionId id
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(find_draft(tx, kit_, actor, read));
        const auto session = TRY(find_session(tx, plan.id, id));
        TRY(begin_change(tx, plan));
        planning::remove_session(tx, id);
        return end_change(
            tx, kit_, actor, plan, {"plan.session_removed", {.line = session.line, .session = id}}
        );
    });
}

Result<std::vector<Participant>> LineService::participants(
    const Actor& actor, PlanId plan_id, PlanSessionId session
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<Participant>> {
        const auto plan = TRY(find_plan_for(tx, kit_, actor, plan_id, Permission::read_plans));
        return list_participants(tx, plan.id, session, kit_.clock.today());
    });
}

}  // namespace nangluc::planning
