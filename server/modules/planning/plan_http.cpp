#include "modules/planning/plan_http.hpp"

#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"
#include "kit/sheet/bundle.hpp"
#include "modules/planning/plan_reply.hpp"
#include "modules/planning/plan_service.hpp"
#include "modules/planning/solution_service.hpp"

namespace nangluc::planning {

using namespace http;

BOOST_DESCRIBE_STRUCT(Budget, (), (source, ceiling))

namespace {

struct PlanQuery {
    std::optional<UnitId> unit;
    std::optional<int> year;
    std::optional<PlanStatus> status;
    std::optional<int> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(PlanQuery, (), (unit, year, status, limit, cursor))

struct BeforePlan {
    PlanId plan;
};
BOOST_DESCRIBE_STRUCT(BeforePlan, (), (plan))

struct PlanDraft {
    UnitId unit;
    int year = 0;
    std::string title;
    std::vector<Budget> budgets;
};
BOOST_DESCRIBE_STRUCT(PlanDraft, (), (unit, year, title, budgets))

struct Budgets {
    std::vector<Budget> budgets;
};
BOOST_DESCRIBE_STRUCT(Budgets, (), (budgets))

struct PlanReason {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PlanReason, (), (reason))

struct SolveWish {
    std::optional<double> gap;  // with which the search may end
};
BOOST_DESCRIBE_STRUCT(SolveWish, (), (gap))

struct SolveStarted {
    JobId job;
};
BOOST_DESCRIBE_STRUCT(SolveStarted, (), (job))

using VersionedPlan = Versioned<PlanReply>;

VersionedPlan versioned(const PlanPage& page, const Request& request) {
    return {reply_of(page, request.actor()), page.plan.version};
}

Result<PlanService::Version> version_read(const Request& request) {
    const auto plan = TRY(request.path_id<PlanId>("plan"));
    return PlanService::Version{plan, TRY(request.if_match())};
}

Result<Page<PlanSummary>> list_page(
    PlanService& plans, const Request& request, const PlanQuery& query
) {
    const auto before = TRY(decode_cursor<BeforePlan>(query.cursor));
    const auto limit = static_cast<std::size_t>(query.limit.value_or(default_limit));
    const auto found = TRY(plans.list(
        request.actor(),
        {.unit = query.unit.value_or(UnitId{}),
         .year = query.year,
         .status = query.status,
         .before = before ? before->plan : PlanId{},
         .limit = static_cast<int>(limit) + 1}
    ));
    Page<PlanSummary> page;
    for (const auto& plan : found) {
        if (page.items.size() == limit) {
            page.next = encode_cursor(BeforePlan{page.items.back().id});
            break;
        }
        page.items.push_back(summary_of(plan));
    }
    return page;
}

void add_reading(Routes& at, PlanService& plans, SolutionService& solutions) {
    const auto readers = Policy::needs(Permission::read_plans);
    at.get(
        "/plans",
        "list_plans",
        readers,
        [&](const Request& request, const PlanQuery& query) -> Result<Page<PlanSummary>> {
            return list_page(plans, request, query);
        }
    );
    at.get(
        "/plans/{plan}",
        "read_plan",
        readers,
        [&](const Request& request) -> Result<VersionedPlan> {
            const auto id = TRY(request.path_id<PlanId>("plan"));
            return versioned(TRY(plans.find(request.actor(), id)), request);
        }
    );
    at.get(
        "/plans/{plan}/proof",
        "download_plan_proof",
        readers,
        [&](const Request& request) -> Result<Download> {
            const auto id = TRY(request.path_id<PlanId>("plan"));
            const auto files = TRY(solutions.proof(request.actor(), id));
            return Download{
                sheet::bundle(files), "application/zip", "proof-" + to_text(id.value) + ".zip"};
        }
    );
}

void add_drafting(Routes& at, PlanService& plans, SolutionService& solutions) {
    const auto editors = Policy::needs(Permission::edit_plans);
    at.post(
        "/plans",
        "add_plan",
        editors,
        [&](const Request& request, const PlanDraft& body) -> Result<Created<PlanReply>> {
            const auto page =
                TRY(plans.add(request.actor(), {body.unit, body.year, body.title, body.budgets}));
            return Created<PlanReply>{
                reply_of(page, request.actor()), "/plans/" + to_text(page.plan.id.value)};
        }
    );
    at.put(
        "/plans/{plan}/budgets",
        "change_plan_budgets",
        editors,
        [&](const Request& request, const Budgets& body) -> Result<VersionedPlan> {
            const auto read = TRY(version_read(request));
            return versioned(
                TRY(plans.change_budgets(request.actor(), read, body.budgets)), request
            );
        }
    );
    at.post(
        "/plans/{plan}/solutions",
        "solve_plan",
        editors,
        [&](const Request& request, const SolveWish& body) -> Result<Created<SolveStarted>> {
            const auto [plan, version] = TRY(version_read(request));
            const auto job = TRY(solutions.start(request.actor(), {plan, version}, body.gap));
            return Created<SolveStarted>{{job}, "/jobs/" + to_text(job.value)};
        }
    );
    at.post(
        "/plans/{plan}/amendment",
        "amend_plan",
        editors,
        [&](const Request& request, const PlanReason& body) -> Result<VersionedPlan> {
            const auto read = TRY(version_read(request));
            return versioned(TRY(plans.amend(request.actor(), read, body.reason)), request);
        }
    );
}

void add_deciding(Routes& at, PlanService& plans) {
    at.post(
        "/plans/{plan}/submission",
        "submit_plan",
        Policy::needs(Permission::submit_plans),
        [&](const Request& request) -> Result<VersionedPlan> {
            const auto read = TRY(version_read(request));
            return versioned(TRY(plans.submit(request.actor(), read)), request);
        }
    );
    const auto approvers = Policy::needs(Permission::approve_plans);
    at.post(
        "/plans/{plan}/return",
        "return_plan",
        approvers,
        [&](const Request& request, const PlanReason& body) -> Result<VersionedPlan> {
            const auto read = TRY(version_read(request));
            return versioned(TRY(plans.give_back(request.actor(), read, body.reason)), request);
        }
    );
    at.post(
        "/plans/{plan}/approval",
        "approve_plan",
        approvers,
        [&](const Request& request) -> Result<VersionedPlan> {
            const auto read = TRY(version_read(request));
            return versioned(TRY(plans.approve(request.actor(), read)), request);
        }
    );
}

}  // namespace

void add_plan_routes(Router& router, PlanService& plans, SolutionService& solutions) {
    Routes at(router, "planning");
    add_reading(at, plans, solutions);
    add_drafting(at, plans, solutions);
    add_deciding(at, plans);
}

}  // namespace nangluc::planning
