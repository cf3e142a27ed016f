#include "modules/competency/foundation/foundation_http.hpp"

#include <algorithm>
#include <tuple>

#include "kit/http/as_of.hpp"
#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"
#include "modules/competency/foundation/foundation_service.hpp"
#include "modules/competency/foundation/foundation_sheet.hpp"

namespace nangluc::competency {

using namespace http;

namespace {

struct FoundedPositionReply {
    UnitId unit;
    std::string unit_name;
    std::string above_name;
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
    (unit, unit_name, above_name, position, name, name_en, authorised, competencies, missing)
)

struct FoundationsReply {
    Date on;
    int positions = 0;
    int complete = 0;
    int posts = 0;
    std::vector<FoundedPositionReply> items;  // the incomplete ones
    std::optional<std::string> next;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(FoundationsReply, (), (on, positions, complete, posts, items, next, actions))

// The last row of a page. What was completed since is simply passed over.
struct AfterFoundation {
    std::string place;
    std::string code;
    PositionId position;
};
BOOST_DESCRIBE_STRUCT(AfterFoundation, (), (place, code, position))

struct FoundationQuery : AsOfQuery {
    std::optional<int> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(FoundationQuery, (AsOfQuery), (limit, cursor))

struct FoundationFileQuery : AsOfQuery {
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(FoundationFileQuery, (AsOfQuery), (language))

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

FoundedPositionReply reply_of(const FoundedPosition& position) {
    return {
        .unit = position.unit,
        .unit_name = position.unit_name,
        .above_name = position.above_name,
        .position = position.position,
        .name = position.name,
        .name_en = position.name_en,
        .authorised = position.authorised,
        .competencies = position.competencies,
        .missing = position.missing(),
    };
}

auto first_after(
    const std::vector<FoundedPosition>& positions, const std::optional<AfterFoundation>& after
) {
    if (!after) return positions.begin();
    const auto key = std::tie(after->place, after->code, after->position);
    return std::ranges::upper_bound(positions, key, {}, [](const FoundedPosition& position) {
        return std::tie(position.place.text, position.code, position.position);
    });
}

FoundationsReply page_of(
    const FoundationReport& report,
    const std::optional<AfterFoundation>& after,
    std::ptrdiff_t limit,
    Date on
) {
    FoundationsReply reply{
        .on = on,
        .positions = report.positions,
        .complete = report.complete,
        .posts = report.posts,
    };
    if (report.may_edit) reply.actions = {"describe"};
    const auto begin = first_after(report.incomplete, after);
    const auto end = begin + std::min(limit, report.incomplete.end() - begin);
    for (auto position = begin; position != end; ++position) {
        reply.items.push_back(reply_of(*position));
    }
    if (end != report.incomplete.end()) {
        const auto& last = *std::prev(end);
        reply.next = encode_cursor(AfterFoundation{last.place.text, last.code, last.position});
    }
    return reply;
}

void add_reports(Routes& at, FoundationService& foundations, const Clock& clock) {
    const auto readers = Policy::needs(Permission::read_people);
    at.get(
        "/units/{unit}/foundations",
        "read_foundations",
        readers,
        [&](const Request& request, const FoundationQuery& query) -> Result<FoundationsReply> {
            const auto unit = TRY(request.path_id<UnitId>("unit"));
            const auto as_of = query.as_of(clock);
            const auto after = TRY(decode_cursor<AfterFoundation>(query.cursor));
            const auto report = TRY(foundations.report(request.actor(), unit, as_of));
            return page_of(report, after, std::clamp(query.limit.value_or(50), 1, 200), as_of.on);
        }
    );

    const auto read = [&](const Request& request,
                          const FoundationFileQuery& query) -> Result<FoundationReport> {
        const auto unit = TRY(request.path_id<UnitId>("unit"));
        return foundations.report(request.actor(), unit, query.as_of(clock));
    };
    at.get(
        "/units/{unit}/foundations.xlsx",
        "export_foundations",
        readers,
        [read,
         &clock](const Request& request, const FoundationFileQuery& query) -> Result<Download> {
            const auto report = TRY(read(request, query));
            return xlsx_of(report, query.as_of(clock).on, query.language.value_or("vi"));
        }
    );
    at.get(
        "/units/{unit}/foundations.csv",
        "export_foundations_csv",
        readers,
        [read,
         &clock](const Request& request, const FoundationFileQuery& query) -> Result<Download> {
            const auto report = TRY(read(request, query));
            return csv_of(report, query.as_of(clock).on, query.language.value_or("vi"));
        }
    );
}

}  // namespace

void add_foundation_routes(Router& router, FoundationService& foundations, const Clock& clock) {
    Routes at(router, "competency");
    add_reports(at, foundations, clock);
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
