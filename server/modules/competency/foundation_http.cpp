#include "modules/competency/foundation_http.hpp"

#include "kit/http/as_of.hpp"
#include "kit/http/routes.hpp"
#include "modules/competency/foundation_service.hpp"

namespace nangluc::competency {

using namespace http;

namespace {

struct FoundedPositionReply {
    UnitId unit;
    std::string unit_name;
    PositionId position;
    std::string name;
    std::string name_en;
    int authorised = 0;
    int competencies = 0;
    std::vector<Foundation> missing;
};
BOOST_DESCRIBE_STRUCT(
    FoundedPositionReply,
    (),
    (unit, unit_name, position, name, name_en, authorised, competencies, missing)
)

struct FoundationsReply {
    Date on;
    int positions = 0;
    int complete = 0;
    int posts = 0;
    std::vector<FoundedPositionReply> items;  // the incomplete ones
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(FoundationsReply, (), (on, positions, complete, posts, items, actions))

struct DescriptionReply {
    UnitId scope;
    json::LongText text;
    std::string decision_number;
    Date from;
    Date until;
};
BOOST_DESCRIBE_STRUCT(DescriptionReply, (), (scope, text, decision_number, from, until))

struct DescriptionsReply {
    std::vector<DescriptionReply> items;
};
BOOST_DESCRIBE_STRUCT(DescriptionsReply, (), (items))

struct DescriptionQuery : AsOfQuery {
    UnitId unit;
};
BOOST_DESCRIBE_STRUCT(DescriptionQuery, (AsOfQuery), (unit))

struct NewDescription {
    UnitId scope;
    json::LongText text;
    std::string decision_number;
    Date from;
};
BOOST_DESCRIBE_STRUCT(NewDescription, (), (scope, text, decision_number, from))

FoundationsReply reply_of(const FoundationReport& report, Date on) {
    FoundationsReply reply{
        .on = on,
        .positions = report.positions,
        .complete = report.complete,
        .posts = report.posts,
    };
    if (report.may_edit) reply.actions = {"describe"};
    for (const auto& position : report.incomplete) {
        reply.items.push_back({
            .unit = position.unit,
            .unit_name = position.unit_name,
            .position = position.position,
            .name = position.name,
            .name_en = position.name_en,
            .authorised = position.authorised,
            .competencies = position.competencies,
            .missing = position.missing(),
        });
    }
    return reply;
}

}  // namespace

void add_foundation_routes(Router& router, FoundationService& foundations, const Clock& clock) {
    Routes at(router, "competency");
    at.get(
        "/units/{unit}/foundations",
        "read_foundations",
        Policy::needs(Permission::read_people),
        [&](const Request& request, const AsOfQuery& query) -> Result<FoundationsReply> {
            const auto unit = TRY(request.path_id<UnitId>("unit"));
            const auto as_of = query.as_of(clock);
            return reply_of(TRY(foundations.report(request.actor(), unit, as_of)), as_of.on);
        }
    );
    at.get(
        "/positions/{position}/descriptions",
        "list_position_descriptions",
        Policy::signed_in(),
        [&](const Request& request, const DescriptionQuery& query) -> Result<DescriptionsReply> {
            const auto position = TRY(request.path_id<PositionId>("position"));
            DescriptionsReply reply;
            for (auto& told : TRY(foundations.descriptions(
                     request.actor(), position, query.unit, query.as_of(clock)
                 ))) {
                reply.items.push_back(
                    {told.scope,
                     {told.text},
                     told.decision_number,
                     told.period.from,
                     told.period.until}
                );
            }
            return reply;
        }
    );
    at.post(
        "/positions/{position}/descriptions",
        "describe_position",
        Policy::needs(Permission::edit_requirements),
        [&](const Request& request, const NewDescription& body) -> Result<Nothing> {
            const auto position = TRY(request.path_id<PositionId>("position"));
            TRY(foundations.describe(
                request.actor(),
                {.position = position,
                 .scope = body.scope,
                 .text = body.text.text,
                 .decision_number = body.decision_number,
                 .period = {body.from, Date::never()}}
            ));
            return Nothing{};
        }
    );
}

}  // namespace nangluc::competency
