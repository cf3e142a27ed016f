#pragma once

#include "kit/actor.hpp"
#include "kit/jobs.hpp"
#include "kit/kit.hpp"
#include "modules/planning/question.hpp"

namespace nangluc::planning {

// Assigning the seats of a plan is long work: it is asked for here and done by a job.
class SolutionService {
public:
    static constexpr std::string_view job_kind = "planning.solve";

    SolutionService(const Kit& kit, Geography geography)
        : kit_(kit), geography_(std::move(geography)) {}

    // Ends by itself within the gap, a share of the value; without one, when nothing can be better.
    // Refuses what has nothing to solve: plan.without_sessions.
    Result<JobId> start(
        const Actor& actor, std::pair<PlanId, int> read, std::optional<double> gap = {}
    );
    // What proves the solution that stands; not_found("plan_proof") where it is not proven.
    Result<ProofFiles> proof(const Actor& actor, PlanId plan);
    // The job: offers the curve of its search. Refuses with plan.changed_meanwhile where somebody
    // worked on the plan while it ran.
    Result<std::string> solve(JobRun& run);

private:
    Result<Question> read_question(const Actor& actor, std::pair<PlanId, int> read);

    const Kit& kit_;
    Geography geography_;
};

}  // namespace nangluc::planning
