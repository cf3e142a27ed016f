#pragma once

#include "kit/actor.hpp"
#include "kit/jobs.hpp"
#include "kit/kit.hpp"
#include "modules/planning/plan_page.hpp"
#include "modules/planning/question.hpp"
#include "modules/planning/replan.hpp"
#include "modules/planning/solution_store.hpp"

namespace nangluc::planning {

// A session of a plan with seats is not held after all: the plan is made again around it, with as
// few other changes as pay for themselves, and shown before it is taken over.
class ReplanService {
public:
    static constexpr std::string_view job_kind = "planning.replan";

    ReplanService(const Kit& kit, Geography geography)
        : kit_(kit), geography_(std::move(geography)) {}

    using Read = std::pair<PlanId, int>;  // the plan and the version that the caller read

    // Refuses plan.submitted, plan.not_solved, plan.without_reason and not_found("plan_session").
    Result<JobId> start(
        const Actor& actor, const Read& read, PlanSessionId session, const std::string& reason
    );
    // The job. Refuses plan.changed_meanwhile, and plan.too_large_to_replan.
    Result<std::string> solve(JobRun& run);

    struct Proposal {
        Replan replan;
        Solution solution;
        std::vector<Move> moves;
        int seats = 0;  // that stay as they are
    };
    Result<Proposal> find(const Actor& actor, PlanId plan);
    // The seats proposed stand, the session is cancelled; an approved plan is a draft again.
    Result<PlanPage> take(const Actor& actor, const Read& read);
    Result<PlanPage> drop(const Actor& actor, const Read& read);

private:
    struct Order;
    Result<Question> read_question(const Actor& actor, const Order& order);

    const Kit& kit_;
    Geography geography_;
};

}  // namespace nangluc::planning
