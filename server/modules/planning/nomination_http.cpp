#include "kit/http/routes.hpp"
#include "modules/planning/nomination_service.hpp"
#include "modules/planning/plan_http.hpp"
#include "modules/planning/plan_reply.hpp"

namespace nangluc::planning {

using namespace http;

namespace {

struct PlanNominationDraft {
    PersonId person;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(PlanNominationDraft, (), (person, reason))

struct PlanExceptionReply {
    LineId line;
    PersonId person;
    std::string staff_number;
    std::string name;
    std::string unit_name;
    CompetencyId competency;
    std::string reason;
    AccountId by;
    std::string by_name;
    Instant at;
    bool seated = false;
};
BOOST_DESCRIBE_STRUCT(
    PlanExceptionReply,
    (),
    (line, person, staff_number, name, unit_name, competency, reason, by, by_name, at, seated)
)

struct PlanExceptionsReply {
    std::vector<PlanExceptionReply> items;
};
BOOST_DESCRIBE_STRUCT(PlanExceptionsReply, (), (items))

using VersionedPlan = Versioned<PlanReply>;

VersionedPlan versioned(const PlanPage& page, const Request& request) {
    return {reply_of(page, request.actor()), page.plan.version};
}

Result<NominationService::Read> version_read(const Request& request) {
    const auto plan = TRY(request.path_id<PlanId>("plan"));
    return NominationService::Read{plan, TRY(request.if_match())};
}

PlanExceptionReply reply_of(const AssessmentException& exception) {
    return {
        .line = exception.line,
        .person = exception.person,
        .staff_number = exception.staff_number,
        .name = exception.name,
        .unit_name = exception.unit_name,
        .competency = exception.competency,
        .reason = exception.reason,
        .by = exception.by,
        .by_name = exception.by_name,
        .at = exception.at,
        .seated = exception.is_seated,
    };
}

}  // namespace

void add_nomination_routes(Router& router, NominationService& nominations) {
    Routes at(router, "planning");
    const auto editors = Policy::needs(Permission::edit_plans);
    at.post(
        "/plans/{plan}/lines/{line}/nominations",
        "nominate_for_plan_line",
        editors,
        [&](const Request& request, const PlanNominationDraft& body) -> Result<VersionedPlan> {
            const auto read = TRY(version_read(request));
            const NominationService::Wish wish{
                TRY(request.path_id<LineId>("line")), body.person, body.reason.value_or("")};
            return versioned(TRY(nominations.add(request.actor(), read, wish)), request);
        }
    );
    at.del(
        "/plans/{plan}/lines/{line}/nominations/{person}",
        "remove_plan_nomination",
        editors,
        [&](const Request& request) -> Result<VersionedPlan> {
            const auto read = TRY(version_read(request));
            const auto line = TRY(request.path_id<LineId>("line"));
            const auto person = TRY(request.path_id<PersonId>("person"));
            return versioned(TRY(nominations.remove(request.actor(), read, line, person)), request);
        }
    );
    at.get(
        "/plans/{plan}/exceptions",
        "list_plan_exceptions",
        Policy::needs(Permission::read_plans),
        [&](const Request& request) -> Result<PlanExceptionsReply> {
            const auto plan = TRY(request.path_id<PlanId>("plan"));
            PlanExceptionsReply reply;
            for (const auto& each : TRY(nominations.exceptions(request.actor(), plan))) {
                reply.items.push_back(reply_of(each));
            }
            return reply;
        }
    );
}

}  // namespace nangluc::planning
