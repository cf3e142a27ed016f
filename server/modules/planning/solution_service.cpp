#include "modules/planning/solution_service.hpp"

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"

#include "modules/planning/line_store.hpp"
#include "modules/planning/plan_gate.hpp"
#include "modules/planning/proof_store.hpp"
#include "modules/planning/search_offer.hpp"
#include "modules/planning/solution_store.hpp"

namespace nangluc::planning {

struct SolveOrder {
    PlanId plan;
    int version = 1;
    std::optional<double> gap;
};
BOOST_DESCRIBE_STRUCT(SolveOrder, (), (plan, version, gap))

struct SolveResult {
    PlanId plan;
    std::int64_t value = 0;
    std::int64_t bound = 0;
    int seats = 0;
    int unplaced = 0;
};
BOOST_DESCRIBE_STRUCT(SolveResult, (), (plan, value, bound, seats, unplaced))

Result<JobId> SolutionService::start(
    const Actor& actor, std::pair<PlanId, int> read, std::optional<double> gap
) {
    const bool is_share = !gap || (*gap >= 0 && *gap <= 1);
    if (!is_share) return invalid("plan.gap", {{"/gap", "out_of_range"}});
    return kit_.db.transaction([&](db::Tx& tx) -> Result<JobId> {
        const auto plan = TRY(find_draft(tx, kit_, actor, read));
        if (list_sessions(tx, plan.id).empty()) return conflict("plan.without_sessions");

        const auto job = kit_.jobs.start(
            tx, actor, job_kind, json::write(SolveOrder{plan.id, plan.version, gap}), plan.unit
        );
        kit_.audit.write(
            tx, actor, {.act = "plan.solving", .object = plan.id.value, .unit = plan.unit}
        );
        return job;
    });
}

Result<Question> SolutionService::read_question(const Actor& actor, std::pair<PlanId, int> read) {
    return kit_.db.read([&](db::Tx& tx) -> Result<Question> {
        const auto plan = TRY(find_draft(tx, kit_, actor, read));
        return question_of(tx, geography_, plan, kit_.clock.as_of_now());
    });
}

Result<ProofFiles> SolutionService::proof(const Actor& actor, PlanId id) {
    return kit_.db.read([&](db::Tx& tx) -> Result<ProofFiles> {
        const auto plan = TRY(find_plan_for(tx, kit_, actor, id, Permission::read_plans));
        auto files = list_proof_files(tx, plan.solution);
        if (files.empty()) return not_found("plan_proof");
        return files;
    });
}

Result<std::string> SolutionService::solve(JobRun& run) {
    const auto order = TRY(json::read<SolveOrder>(run.input()));
    const std::pair asked{order.plan, order.version};
    run.progress("reading", 0, 3);
    const auto question = TRY(read_question(run.actor(), asked));

    run.progress("seating", 1, 3);
    const SeatingEffort effort{
        .gap = order.gap.value_or(0), .go_on = offer_search(run, order.plan)};
    const auto seating = TRY(seat_people(question.input, effort));
    if (run.is_cancelled()) return std::string("{}");

    run.progress("saving", 2, 3);
    return kit_.db.transaction([&](db::Tx& tx) -> Result<std::string> {
        auto draft = find_draft(tx, kit_, run.actor(), asked);
        if (!draft && draft.error().refusal == Refusal::stale) {
            return conflict("plan.changed_meanwhile");
        }
        auto plan = TRY(std::move(draft));
        const Solution solution{
            .id = kit_.ids.make<SolutionId>(),
            .plan = plan.id,
            .unlocated = question.unlocated,
            .by = run.actor().account(),
        };
        add_solution(tx, kit_, solution, seating);
        take_seats(tx, solution, seating.seats);
        add_proof(tx, solution.id, seating, question.input.value_per_level);
        plan.solve(solution.id);
        TRY(save_plan(tx, plan));
        const SolveResult result{
            .plan = plan.id,
            .value = seating.value,
            .bound = seating.bound,
            .seats = static_cast<int>(seating.seats.size()),
            .unplaced = static_cast<int>(seating.unplaced.size()),
        };
        kit_.audit.write(
            tx,
            run.actor(),
            {.act = "plan.solved",
             .object = plan.id.value,
             .unit = plan.unit,
             .change = json::write(result)}
        );
        return json::write(result);
    });
}

}  // namespace nangluc::planning
