#include "kit/http/routes.hpp"
#include "modules/planning/plan_http.hpp"
#include "modules/planning/plan_reply.hpp"
#include "modules/planning/replan_service.hpp"

namespace nangluc::planning {

using namespace http;

BOOST_DESCRIBE_STRUCT(Move, (), (person, name, unit_name, line, from, to, what, reason))

namespace {

struct CancellationReason {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancellationReason, (), (reason))

struct ReplanStarted {
    JobId job;
};
BOOST_DESCRIBE_STRUCT(ReplanStarted, (), (job))

struct ReplanReply {
    PlanSessionId session;
    std::string reason;
    std::int64_t value = 0;
    std::int64_t bound = 0;
    int unchanged = 0;  // seats
    std::vector<Move> moves;
};
BOOST_DESCRIBE_STRUCT(ReplanReply, (), (session, reason, value, bound, unchanged, moves))

using VersionedPlan = Versioned<PlanReply>;

Result<ReplanService::Read> read_of(const Request& request) {
    const auto plan = TRY(request.path_id<PlanId>("plan"));
    return ReplanService::Read{plan, TRY(request.if_match())};
}

ReplanReply reply_of(const ReplanService::Proposal& proposal) {
    return {
        .session = proposal.replan.session,
        .reason = proposal.replan.reason,
        .value = proposal.solution.value,
        .bound = proposal.solution.bound,
        .unchanged = proposal.seats,
        .moves = proposal.moves,
    };
}

}  // namespace

void add_replan_routes(Router& router, ReplanService& replans) {
    Routes at(router, "planning");
    const auto editors = Policy::needs(Permission::edit_plans);
    at.post(
        "/plans/{plan}/sessions/{session}/cancellation",
        "cancel_plan_session",
        editors,
        [&](const Request& request,
            const CancellationReason& body) -> Result<Created<ReplanStarted>> {
            const auto read = TRY(read_of(request));
            const auto session = TRY(request.path_id<PlanSessionId>("session"));
            const auto job = TRY(replans.start(request.actor(), read, session, body.reason));
            return Created<ReplanStarted>{{job}, "/jobs/" + to_text(job.value)};
        }
    );
    at.get(
        "/plans/{plan}/replan",
        "read_replan",
        Policy::needs(Permission::read_plans),
        [&](const Request& request) -> Result<ReplanReply> {
            const auto id = TRY(request.path_id<PlanId>("plan"));
            return reply_of(TRY(replans.find(request.actor(), id)));
        }
    );
    at.post(
        "/plans/{plan}/replan/acceptance",
        "accept_replan",
        editors,
        [&](const Request& request) -> Result<VersionedPlan> {
            const auto read = TRY(read_of(request));
            const auto page = TRY(replans.take(request.actor(), read));
            return VersionedPlan{reply_of(page, request.actor()), page.plan.version};
        }
    );
    at.post(
        "/plans/{plan}/replan/dismissal",
        "dismiss_replan",
        editors,
        [&](const Request& request) -> Result<VersionedPlan> {
            const auto read = TRY(read_of(request));
            const auto page = TRY(replans.drop(request.actor(), read));
            return VersionedPlan{reply_of(page, request.actor()), page.plan.version};
        }
    );
}

}  // namespace nangluc::planning
