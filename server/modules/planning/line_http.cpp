#include "kit/http/routes.hpp"
#include "modules/planning/line_service.hpp"
#include "modules/planning/plan_http.hpp"
#include "modules/planning/plan_reply.hpp"

namespace nangluc::planning {

using namespace http;

namespace {

struct PlanLineDraft {
    ProgrammeVersionId programme_version;
    TargetGroupId group;
    BudgetSource source{};
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(PlanLineDraft, (), (programme_version, group, source, note))

struct PlanSessionDraft {
    std::optional<LineId> line;  // needed for a new one, and never changed
    UnitId place_unit;
    std::string place;
    Date starts_on;
    Date ends_on;
    int seats = 0;
    int min_seats = 0;
    Money cost_fixed;
    Money cost_per_person;
};
BOOST_DESCRIBE_STRUCT(
    PlanSessionDraft,
    (),
    (line, place_unit, place, starts_on, ends_on, seats, min_seats, cost_fixed, cost_per_person)
)

struct LineNominationReply {
    bool assessed = true;
    std::string reason;
    std::string by_name;
};
BOOST_DESCRIBE_STRUCT(LineNominationReply, (), (assessed, reason, by_name))

struct LinePersonReply {
    PersonId person;
    std::string name;
    UnitId unit;
    std::string unit_name;
    CompetencyId competency;
    int from_level = 0;
    int to_level = 0;
    std::optional<Exclusion> excluded;
    std::optional<ProgrammeVersionId> attended;
    std::optional<Date> attended_until;
    std::optional<PlanSessionId> session;
    std::optional<std::string> unplaced;
    std::optional<LineNominationReply> nomination;
};
BOOST_DESCRIBE_STRUCT(
    LinePersonReply,
    (),
    (person,
     name,
     unit,
     unit_name,
     competency,
     from_level,
     to_level,
     excluded,
     attended,
     attended_until,
     session,
     unplaced,
     nomination)
)

// Every need of the group in what the programme gives: answered by a seat, or not and why.
struct LinePeopleReply {
    int needs = 0;
    int seated = 0;
    int unplaced = 0;
    int excluded = 0;
    std::vector<LinePersonReply> items;
    std::optional<int> next;
};
BOOST_DESCRIBE_STRUCT(LinePeopleReply, (), (needs, seated, unplaced, excluded, items, next))

struct PeopleQuery {
    std::optional<int> from;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(PeopleQuery, (), (from, limit))

struct ParticipantReply {
    PlanSessionId session;
    LineId line;
    PersonId person;
    std::string staff_number;
    std::string name;
    UnitId unit;
    std::string unit_name;
    Money travel;
};
BOOST_DESCRIBE_STRUCT(
    ParticipantReply, (), (session, line, person, staff_number, name, unit, unit_name, travel)
)

struct SeatsQuery {
    std::optional<PlanSessionId> session;
    std::optional<int> from;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(SeatsQuery, (), (session, from, limit))

struct PlanSeatsReply {
    int seats = 0;
    std::vector<ParticipantReply> items;
    std::optional<int> next;
};
BOOST_DESCRIBE_STRUCT(PlanSeatsReply, (), (seats, items, next))

struct ExcludedReply {
    Exclusion reason{};
    int people = 0;
};
BOOST_DESCRIBE_STRUCT(ExcludedReply, (), (reason, people))

struct SuggestionReply {
    ProgrammeVersionId programme_version;
    std::string code;
    std::string title;
    std::string title_en;
    int people = 0;
    int needs = 0;
    std::vector<ExcludedReply> excluded;
    int classes = 0;
    std::int64_t hours = 0;
    Money cost;
};
BOOST_DESCRIBE_STRUCT(
    SuggestionReply,
    (),
    (programme_version, code, title, title_en, people, needs, excluded, classes, hours, cost)
)

struct SuggestionsReply {
    std::vector<SuggestionReply> items;
};
BOOST_DESCRIBE_STRUCT(SuggestionsReply, (), (items))

using VersionedPlan = Versioned<PlanReply>;

VersionedPlan versioned(const PlanPage& page, const Request& request) {
    return {reply_of(page, request.actor()), page.plan.version};
}

Result<LineService::Read> version_read(const Request& request) {
    const auto plan = TRY(request.path_id<PlanId>("plan"));
    return LineService::Read{plan, TRY(request.if_match())};
}

template <class AnyId>
std::optional<AnyId> unless_none(AnyId id) {
    return id ? std::optional(id) : std::nullopt;
}

// The slice of a list that was asked for, and where the next one begins.
struct Slice {
    std::size_t from;
    std::size_t until;
    std::optional<int> next;
};
Slice slice_of(std::size_t size, std::optional<int> from, std::optional<int> limit) {
    const auto begin = std::min(size, static_cast<std::size_t>(std::max(0, from.value_or(0))));
    const auto wished = static_cast<std::size_t>(limit.value_or(default_limit));
    const auto end = std::min(size, begin + wished);
    return {begin, end, end < size ? std::optional(static_cast<int>(end)) : std::nullopt};
}

LinePersonReply reply_of(const LinePerson& person) {
    LinePersonReply reply{
        .person = person.person,
        .name = person.name,
        .unit = person.unit,
        .unit_name = person.unit_name,
        .competency = person.competency,
        .from_level = person.from_level,
        .to_level = person.to_level,
        .excluded = person.excluded,
        .attended = unless_none(person.attended),
        .attended_until = person.attended_until,
        .session = unless_none(person.session),
        .unplaced = person.unplaced,
        .nomination = {},
    };
    if (const auto& by_hand = person.nomination) {
        reply.nomination = {by_hand->is_assessed, by_hand->reason, by_hand->by_name};
    }
    return reply;
}

LinePeopleReply people_page(const std::vector<LinePerson>& people, const PeopleQuery& query) {
    LinePeopleReply reply{.needs = static_cast<int>(people.size())};
    for (const auto& person : people) {
        reply.excluded += person.excluded.has_value();
        reply.unplaced += person.unplaced.has_value();
        reply.seated += person.session && !person.excluded && !person.unplaced;
    }
    const auto slice = slice_of(people.size(), query.from, query.limit);
    for (auto i = slice.from; i < slice.until; ++i) reply.items.push_back(reply_of(people[i]));
    reply.next = slice.next;
    return reply;
}

PlanSeatsReply seats_page(const std::vector<Participant>& seats, const SeatsQuery& query) {
    PlanSeatsReply reply{.seats = static_cast<int>(seats.size())};
    const auto slice = slice_of(seats.size(), query.from, query.limit);
    for (auto i = slice.from; i < slice.until; ++i) {
        const auto& [session, line, person, staff_number, name, unit, unit_name, travel] = seats[i];
        reply.items.push_back({session, line, person, staff_number, name, unit, unit_name, travel});
    }
    reply.next = slice.next;
    return reply;
}

Session session_of(const PlanSessionDraft& body) {
    return {
        .line = body.line.value_or(LineId{}),
        .place_unit = body.place_unit,
        .place = body.place,
        .starts_on = body.starts_on,
        .ends_on = body.ends_on,
        .seats = body.seats,
        .min_seats = body.min_seats,
        .cost_fixed = body.cost_fixed,
        .cost_per_person = body.cost_per_person,
    };
}

SuggestionReply reply_of(const Suggestion& suggestion) {
    SuggestionReply reply{
        .programme_version = suggestion.programme.id,
        .code = suggestion.programme.code,
        .title = suggestion.programme.title,
        .title_en = suggestion.programme.title_en,
        .people = suggestion.people,
        .needs = suggestion.needs,
        .classes = suggestion.classes,
        .hours = suggestion.hours,
        .cost = suggestion.cost,
    };
    for (const auto& [reason, people] : suggestion.excluded) {
        reply.excluded.push_back({reason, people});
    }
    return reply;
}

void add_reading(Routes& at, LineService& lines) {
    const auto readers = Policy::needs(Permission::read_plans);
    at.get(
        "/plans/{plan}/lines/{line}/people",
        "list_plan_line_people",
        readers,
        [&](const Request& request, const PeopleQuery& query) -> Result<LinePeopleReply> {
            const auto plan = TRY(request.path_id<PlanId>("plan"));
            const auto line = TRY(request.path_id<LineId>("line"));
            return people_page(TRY(lines.people(request.actor(), plan, line)), query);
        }
    );
    at.get(
        "/plans/{plan}/seats",
        "list_plan_seats",
        readers,
        [&](const Request& request, const SeatsQuery& query) -> Result<PlanSeatsReply> {
            const auto plan = TRY(request.path_id<PlanId>("plan"));
            const auto session = query.session.value_or(PlanSessionId{});
            return seats_page(TRY(lines.participants(request.actor(), plan, session)), query);
        }
    );
    at.get(
        "/target-groups/{group}/programmes",
        "suggest_programmes",
        Policy::needs(Permission::read_needs),
        [&](const Request& request) -> Result<SuggestionsReply> {
            const auto group = TRY(request.path_id<TargetGroupId>("group"));
            SuggestionsReply reply;
            for (const auto& suggestion : TRY(lines.suggest(request.actor(), group))) {
                reply.items.push_back(reply_of(suggestion));
            }
            return reply;
        }
    );
}

void add_line_acts(Routes& at, LineService& lines) {
    const auto editors = Policy::needs(Permission::edit_plans);
    at.post(
        "/plans/{plan}/lines",
        "add_plan_line",
        editors,
        [&](const Request& request, const PlanLineDraft& body) -> Result<VersionedPlan> {
            const auto read = TRY(version_read(request));
            const LineService::NewLine wish{
                body.programme_version, body.group, body.source, body.note.value_or("")};
            return versioned(TRY(lines.add(request.actor(), read, wish)), request);
        }
    );
    at.del(
        "/plans/{plan}/lines/{line}",
        "remove_plan_line",
        editors,
        [&](const Request& request) -> Result<VersionedPlan> {
            const auto read = TRY(version_read(request));
            const auto line = TRY(request.path_id<LineId>("line"));
            return versioned(TRY(lines.remove(request.actor(), read, line)), request);
        }
    );
}

void add_session_acts(Routes& at, LineService& lines) {
    const auto editors = Policy::needs(Permission::edit_plans);
    at.post(
        "/plans/{plan}/sessions",
        "add_plan_session",
        editors,
        [&](const Request& request, const PlanSessionDraft& body) -> Result<VersionedPlan> {
            const auto read = TRY(version_read(request));
            return versioned(
                TRY(lines.add_session(request.actor(), read, session_of(body))), request
            );
        }
    );
    at.put(
        "/plans/{plan}/sessions/{session}",
        "change_plan_session",
        editors,
        [&](const Request& request, const PlanSessionDraft& body) -> Result<VersionedPlan> {
            const auto read = TRY(version_read(request));
            auto session = session_of(body);
            session.id = TRY(request.path_id<PlanSessionId>("session"));
            return versioned(TRY(lines.change_session(request.actor(), read, session)), request);
        }
    );
    at.del(
        "/plans/{plan}/sessions/{session}",
        "remove_plan_session",
        editors,
        [&](const Request& request) -> Result<VersionedPlan> {
            const auto read = TRY(version_read(request));
            const auto session = TRY(request.path_id<PlanSessionId>("session"));
            return versioned(TRY(lines.remove_session(request.actor(), read, session)), request);
        }
    );
}

}  // namespace

void add_line_routes(Router& router, LineService& lines) {
    Routes at(router, "planning");
    add_reading(at, lines);
    add_line_acts(at, lines);
    add_session_acts(at, lines);
}

}  // namespace nangluc::planning
