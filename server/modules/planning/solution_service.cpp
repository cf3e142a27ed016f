#include "modules/planning/solution_service.hpp"

#include <chrono>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"

#include "modules/planning/line_store.hpp"
#include "modules/planning/plan_gate.hpp"
#include "modules/planning/proof_store.hpp"
#include "modules/planning/solution_store.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::planning {

struct SolveOrder {
    PlanId plan;
    int version = 1;
    std::optional<double> gap;
};
BOOST_DESCRIBE_STRUCT(SolveOrder, (), (plan, version, gap))

// What the page that waits draws.
struct SolveOffer {
    PlanId plan;
    std::vector<SearchPoint> curve;
};
BOOST_DESCRIBE_STRUCT(SolveOffer, (), (plan, curve))

struct SolveResult {
    PlanId plan;
    std::int64_t value = 0;
    std::int64_t bound = 0;
    int seats = 0;
    int unplaced = 0;
};
BOOST_DESCRIBE_STRUCT(SolveResult, (), (plan, value, bound, seats, unplaced))

struct SolutionService::Question {
    SeatingInput input;
    int unlocated = 0;
};

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

// The point of the nearest commune at or above each unit. A unit above the communes has none.
static std::map<UnitId, Point> locate(
    db::Tx& tx, const Geography& geography, const std::set<UnitId>& units, AsOf at
) {
    std::map<UnitId, Point> points;
    for (const auto unit : units) {
        auto standing = organisation::find_unit(tx, unit, at);
        while (standing) {
            if (const auto point = geography.find(standing.value().code)) {
                points.emplace(unit, *point);
                break;
            }
            if (!standing.value().parent) break;
            standing = organisation::find_unit(tx, standing.value().parent, at);
        }
    }
    return points;
}

static SeatingInput::Fare fare_between(std::map<UnitId, Point> points, Money per_kilometre) {
    return [points = std::move(points), per_kilometre](UnitId home, UnitId place) {
        const auto from = points.find(home);
        const auto to = points.find(place);
        if (from == points.end() || to == points.end()) return Money{};
        return per_kilometre * (2 * kilometres(from->second, to->second));
    };
}

Result<SolutionService::Question> SolutionService::read_question(
    const Actor& actor, std::pair<PlanId, int> read
) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.read([&](db::Tx& tx) -> Result<Question> {
        const auto plan = TRY(find_draft(tx, kit_, actor, read));
        Question question;
        auto& input = question.input;
        std::set<UnitId> units;
        std::map<PersonId, UnitId> homes;
        for (auto& listed : list_lines(tx, plan.id)) {
            auto needs = list_line_needs(tx, listed.line.id);
            for (const auto& need : needs) homes.emplace(need.person, need.unit);
            input.lines.push_back(
                {std::move(listed.line), std::move(listed.programme.outcomes), std::move(needs)}
            );
        }
        input.sessions = list_sessions(tx, plan.id);
        for (const auto& [person, home] : homes) units.insert(home);
        for (const auto& session : input.sessions) units.insert(session.place_unit);
        auto points = locate(tx, geography_, units, now);
        for (const auto& [person, home] : homes) question.unlocated += !points.contains(home);

        input.budgets = plan.budgets;
        input.engagements = list_engagements(tx, plan);
        input.places_per_person =
            static_cast<int>(platform::setting(tx, "plan_places_per_person", now));
        input.value_per_level = {platform::setting(tx, "plan_value_per_level", now)};
        input.fare =
            fare_between(std::move(points), {platform::setting(tx, "plan_travel_per_km", now)});
        return question;
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

// Told of every step of the search, it tells the page, and ends the search where somebody wants
// that.
static auto follow(JobRun& run, PlanId plan) {
    using Clock = std::chrono::steady_clock;
    return [&run, plan, told = Clock::time_point()](const std::vector<SearchPoint>& curve) mutable {
        const auto now = Clock::now();
        if (!curve.empty() && now - told > std::chrono::milliseconds(250)) {
            told = now;
            run.offer(json::write(SolveOffer{plan, curve}));
        }
        return !run.is_cancelled() && !run.is_accepted();
    };
}

Result<std::string> SolutionService::solve(JobRun& run) {
    const auto order = TRY(json::read<SolveOrder>(run.input()));
    const std::pair asked{order.plan, order.version};
    run.progress("reading", 0, 3);
    const auto question = TRY(read_question(run.actor(), asked));

    run.progress("seating", 1, 3);
    const SeatingEffort effort{.gap = order.gap.value_or(0), .go_on = follow(run, order.plan)};
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
