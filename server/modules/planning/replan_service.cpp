#include "modules/planning/replan_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"

#include "modules/planning/plan_gate.hpp"
#include "modules/planning/replan_store.hpp"
#include "modules/planning/search_offer.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::planning {

struct ReplanService::Order {
    PlanId plan;
    int version = 1;
    PlanSessionId session;
    std::string reason;
    BOOST_DESCRIBE_CLASS(Order, (), (plan, version, session, reason), (), ())
};

// What the audit keeps of a plan made again.
struct ReplanFacts {
    PlanSessionId session;
    std::string reason;
    int version = 1;
};
BOOST_DESCRIBE_STRUCT(ReplanFacts, (), (session, reason, version))

// A plan that has seats, and is not on somebody else's desk.
static Result<Plan> find_seated(
    db::Tx& tx, const Kit& kit, const Actor& actor, const ReplanService::Read& read
) {
    auto plan = TRY(find_read_plan_for(tx, kit, actor, read, Permission::edit_plans));
    if (plan.status == PlanStatus::submitted) return conflict("plan.submitted");
    if (!plan.solution) return conflict("plan.not_solved");
    return plan;
}

static void note(
    db::Tx& tx,
    const Kit& kit,
    const Actor& actor,
    const Plan& plan,
    const std::pair<std::string_view, ReplanFacts>& done
) {
    const auto& [act, facts] = done;
    kit.audit.write(
        tx,
        actor,
        {.act = act, .object = plan.id.value, .unit = plan.unit, .change = json::write(facts)}
    );
}

Result<JobId> ReplanService::start(
    const Actor& actor, const Read& read, PlanSessionId session, const std::string& said
) {
    const auto reason = tidy(said);
    if (reason.empty()) return invalid("plan.without_reason", {{"/reason", "required"}});
    return kit_.db.transaction([&](db::Tx& tx) -> Result<JobId> {
        const auto plan = TRY(find_seated(tx, kit_, actor, read));
        const auto sessions = list_sessions(tx, plan.id);
        const auto found = std::ranges::find(sessions, session, &Session::id);
        if (found == sessions.end() || found->cancelled) return not_found("plan_session");

        const Order order{plan.id, plan.version, session, reason};
        const auto job = kit_.jobs.start(tx, actor, job_kind, json::write(order), plan.unit);
        note(tx, kit_, actor, plan, {"plan.replan_asked", {session, reason, plan.version}});
        return job;
    });
}

Result<Question> ReplanService::read_question(const Actor& actor, const Order& order) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.read([&](db::Tx& tx) -> Result<Question> {
        const auto plan = TRY(find_seated(tx, kit_, actor, {order.plan, order.version}));
        auto question = question_of(tx, geography_, plan, now);
        auto& input = question.input;
        std::erase_if(input.sessions, [&](const auto& each) { return each.id == order.session; });
        for (const auto& session : input.sessions) {
            if (session.starts_on <= now.on) input.begun.insert(session.id);
        }
        input.standing = list_seats(tx, plan.id);
        input.change_penalty = {platform::setting(tx, "plan_change_penalty", now)};
        return question;
    });
}

struct ReplanResult {
    PlanId plan;
    std::int64_t value = 0;
    std::int64_t bound = 0;
};
BOOST_DESCRIBE_STRUCT(ReplanResult, (), (plan, value, bound))

Result<std::string> ReplanService::solve(JobRun& run) {
    const auto order = TRY(json::read<Order>(run.input()));
    run.progress("reading", 0, 3);
    const auto question = TRY(read_question(run.actor(), order));

    run.progress("seating", 1, 3);
    const SeatingEffort effort{.go_on = offer_search(run, order.plan)};
    const auto seating = TRY(seat_people(question.input, effort));
    if (run.is_cancelled()) return std::string("{}");
    if (seating.proof.empty() && !seating.seats.empty()) {
        return conflict("plan.too_large_to_replan");
    }

    run.progress("saving", 2, 3);
    return kit_.db.transaction([&](db::Tx& tx) -> Result<std::string> {
        const auto plan = find_seated(tx, kit_, run.actor(), {order.plan, order.version});
        if (!plan) return conflict("plan.changed_meanwhile");
        const Solution solution{
            .id = kit_.ids.make<SolutionId>(),
            .plan = order.plan,
            .unlocated = question.unlocated,
            .by = run.actor().account(),
        };
        add_solution(tx, kit_, solution, seating);
        add_proof(tx, solution.id, seating, question.input.value_per_level);
        const Replan replan{
            .plan = order.plan,
            .version = order.version,
            .session = order.session,
            .reason = order.reason,
            .solution = solution.id,
            .by = run.actor().account(),
        };
        add_replan(tx, kit_, replan, seating.seats);
        return json::write(ReplanResult{order.plan, seating.value, seating.bound});
    });
}

static Result<Replan> find_made(db::Tx& tx, const Plan& plan) {
    auto replan = find_replan(tx, plan.id);
    if (!replan || replan->version != plan.version) return not_found("plan_replan");
    return *replan;
}

Result<ReplanService::Proposal> ReplanService::find(const Actor& actor, PlanId id) {
    return kit_.db.read([&](db::Tx& tx) -> Result<Proposal> {
        const auto plan = TRY(find_plan_for(tx, kit_, actor, id, Permission::read_plans));
        const auto replan = TRY(find_made(tx, plan));
        const auto today = kit_.clock.today();
        std::vector<NamedSeat> standing;
        for (const auto& seat : list_participants(tx, plan.id, {}, today)) {
            standing.push_back({seat.session, seat.line, seat.person, seat.name, seat.unit_name});
        }
        Proposal proposal{
            .replan = replan,
            .solution = find_solution(tx, replan.solution).value(),
            .moves = moves_between(
                standing, list_replan_participants(tx, replan, today), replan.session
            ),
            .seats = static_cast<int>(standing.size()),
        };
        const auto reasons = reasons_in(tx, replan.solution);
        for (auto& move : proposal.moves) {
            if (move.from) --proposal.seats;
            const auto why = reasons.find({move.line, move.person});
            if (!move.to && why != reasons.end()) move.reason = why->second;
        }
        return proposal;
    });
}

Result<PlanPage> ReplanService::take(const Actor& actor, const Read& read) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(find_seated(tx, kit_, actor, read));
        const auto replan = TRY(find_made(tx, plan));
        const auto solution = find_solution(tx, replan.solution).value();
        take_seats(tx, solution, list_replan_seats(tx, solution.id));
        cancel_session(tx, replan);
        remove_replan(tx, plan.id);
        if (plan.status == PlanStatus::approved) TRY(plan.amend(replan.reason));
        plan.solve(solution.id);
        TRY(save_plan(tx, plan));
        add_plan_act(
            tx,
            kit_,
            plan,
            {.act = PlanAct::replanned, .by = actor.account(), .reason = replan.reason}
        );
        note(
            tx, kit_, actor, plan, {"plan.replanned", {replan.session, replan.reason, plan.version}}
        );
        return load_page(tx, std::move(plan), now);
    });
}

Result<PlanPage> ReplanService::drop(const Actor& actor, const Read& read) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(find_seated(tx, kit_, actor, read));
        const auto replan = TRY(find_made(tx, plan));
        remove_replan(tx, plan.id);
        note(
            tx,
            kit_,
            actor,
            plan,
            {"plan.replan_dropped", {replan.session, replan.reason, plan.version}}
        );
        return load_page(tx, std::move(plan), now);
    });
}

}  // namespace nangluc::planning
