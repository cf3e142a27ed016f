#include "modules/needs/group/group_http.hpp"

#include <algorithm>

#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"
#include "kit/json/types.hpp"
#include "modules/needs/gap/gap_reply.hpp"
#include "modules/needs/group/group_service.hpp"
#include "modules/needs/group/group_sheet.hpp"

namespace nangluc::needs {

using http::Policy;
using http::Request;

BOOST_DESCRIBE_STRUCT(NewGroup, (), (title, unit, rule))

struct PreviewBody {
    GroupRule rule;
    std::optional<std::string> language;  // of the names; Vietnamese without
};
BOOST_DESCRIBE_STRUCT(PreviewBody, (), (rule, language))

struct ReasonBody {
    static constexpr auto schema_name = "GroupReason";
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonBody, (), (reason))

struct UnitPeopleReply {
    UnitId unit;
    std::string name;
    int people = 0;
};
BOOST_DESCRIBE_STRUCT(UnitPeopleReply, (), (unit, name, people))

struct CompetencyPeopleReply {
    CompetencyId competency;
    std::string name;
    int people = 0;
};
BOOST_DESCRIBE_STRUCT(CompetencyPeopleReply, (), (competency, name, people))

struct PreviewReply {
    static constexpr auto schema_name = "GroupPreview";
    int people = 0;
    int memberships = 0;
    std::vector<UnitPeopleReply> units;
    std::vector<CompetencyPeopleReply> competencies;
};
BOOST_DESCRIBE_STRUCT(PreviewReply, (), (people, memberships, units, competencies))

struct GroupReply {
    static constexpr auto schema_name = "TargetGroup";
    TargetGroupId id;
    std::string title;
    UnitId unit;
    std::string unit_name;
    std::string successor_name;  // empty while the unit itself stands
    GroupRule rule;
    Date on;
    GroupStatus status{};
    int people = 0;
    int version = 1;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(
    GroupReply,
    (),
    (id, title, unit, unit_name, successor_name, rule, on, status, people, version, actions)
)

struct MemberReply {
    static constexpr auto schema_name = "GroupMember";
    PersonId person;
    std::string person_name;
    std::string staff_number;
    UnitId unit;
    std::string unit_name;  // with the unit above it, as they were called then
    CompetencyId competency;
    int required = 0;
    std::optional<int> held;
    json::Raw explanation;
};
BOOST_DESCRIBE_STRUCT(
    MemberReply,
    (),
    (person, person_name, staff_number, unit, unit_name, competency, required, held, explanation)
)

struct MovementReply {
    static constexpr auto schema_name = "GroupMovement";
    Movement movement{};
    MovementCause cause{};
    PersonReply person;
    CompetencyId competency;
    std::string competency_name;
    int required = 0;
    std::optional<int> held;
};
BOOST_DESCRIBE_STRUCT(
    MovementReply, (), (movement, cause, person, competency, competency_name, required, held)
)

// `entered` and `left` count all of them, whatever page this is.
struct MovementsReply {
    int entered = 0;
    int left = 0;
    std::vector<MovementReply> items;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(MovementsReply, (), (entered, left, items, next))

struct GroupsQuery {
    UnitId unit;
    std::optional<int> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(GroupsQuery, (), (unit, limit, cursor))

struct AfterGroup {
    TargetGroupId id;
};
BOOST_DESCRIBE_STRUCT(AfterGroup, (), (id))

struct MembersQuery {
    std::optional<int> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(MembersQuery, (), (limit, cursor))

struct MovementsQuery {
    std::optional<std::string> language;
    std::optional<int> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(MovementsQuery, (), (language, limit, cursor))

static std::vector<std::string> acts_open_to(const GroupPage& page) {
    std::vector<std::string> acts = {"run_again"};
    const bool is_draft = page.group.status == GroupStatus::draft;
    if (is_draft && page.may_approve) acts.emplace_back("approve");
    if (page.group.status != GroupStatus::closed && page.may_edit) acts.emplace_back("close");
    return acts;
}

static GroupReply reply_of(const GroupPage& page) {
    return {
        .id = page.group.id,
        .title = page.group.title,
        .unit = page.group.unit,
        .unit_name = page.unit_name,
        .successor_name = page.successor_name,
        .rule = page.group.rule,
        .on = page.group.on,
        .status = page.group.status,
        .people = page.people,
        .version = page.group.version,
        .actions = acts_open_to(page),
    };
}

static PreviewReply reply_of(const GroupPreview& preview, std::string_view language) {
    PreviewReply reply{.people = preview.people, .memberships = preview.memberships};
    for (const auto& [unit, people] : preview.units) {
        const bool is_foreign = language != "vi" && !unit.full_name_en.empty();
        reply.units.push_back({unit.id, is_foreign ? unit.full_name_en : unit.full_name, people});
    }
    for (const auto& [competency, name, people] : preview.competencies) {
        reply.competencies.push_back({competency, name, people});
    }
    return reply;
}

static MemberReply reply_of(const NamedMember& named) {
    const auto& listed = named.member;
    return {
        .person = listed.member.person,
        .person_name = listed.person_name,
        .staff_number = listed.staff_number,
        .unit = listed.member.unit,
        .unit_name = named.unit_name,
        .competency = listed.member.competency,
        .required = listed.member.required,
        .held = listed.member.held,
        .explanation = {listed.explanation},
    };
}

static MovementsReply reply_of(const GroupService::Movements& found) {
    MovementsReply reply{.entered = found.entered, .left = found.left};
    for (const auto& [movement, cause, member] : found.movements) {
        reply.items.push_back({
            .movement = movement,
            .cause = cause,
            .person = reply_of(found.people.at(member.person)),
            .competency = member.competency,
            .competency_name = name_in(found.names, member.competency),
            .required = member.required,
            .held = member.held,
        });
    }
    if (found.has_more) reply.next = http::encode_cursor(place_of(found.movements.back()));
    return reply;
}

// One row more than asked for tells whether there is another page.
template <class Row>
static bool cut_to(std::vector<Row>& rows, int limit) {
    if (static_cast<int>(rows.size()) <= limit) return false;
    rows.resize(static_cast<std::size_t>(limit));
    return true;
}

static Result<http::Page<GroupReply>> list_page(
    GroupService& groups, const Request& request, const GroupsQuery& query
) {
    const int limit = query.limit.value_or(50);
    const auto after = TRY(http::decode_cursor<AfterGroup>(query.cursor));
    auto found =
        TRY(groups.list(request.actor(), query.unit, after ? after->id : TargetGroupId{}, limit + 1)
        );
    http::Page<GroupReply> page;
    const bool has_more = cut_to(found, limit);
    for (const auto& each : found) page.items.push_back(reply_of(each));
    if (has_more) page.next = http::encode_cursor(AfterGroup{found.back().group.id});
    return page;
}

static Result<http::Page<MemberReply>> member_page(
    GroupService& groups, const Request& request, const MembersQuery& query
) {
    const int limit = query.limit.value_or(50);
    const auto id = TRY(request.path_id<TargetGroupId>("group"));
    const auto after = TRY(http::decode_cursor<MemberPlace>(query.cursor));
    auto found = TRY(groups.members(request.actor(), id, after.value_or(MemberPlace{}), limit + 1));
    http::Page<MemberReply> page;
    const bool has_more = cut_to(found, limit);
    for (const auto& each : found) page.items.push_back(reply_of(each));
    if (has_more) {
        const auto& last = found.back().member;
        page.next = http::encode_cursor(MemberPlace{
            last.person_key, last.member.person, last.member.competency});
    }
    return page;
}

static void add_reading(http::Routes& at, GroupService& groups) {
    const auto readers = Policy::needs(Permission::read_needs);

    at.get(
        "/target-groups",
        "list_target_groups",
        readers,
        [&](const Request& request, const GroupsQuery& query) -> Result<http::Page<GroupReply>> {
            return list_page(groups, request, query);
        }
    );

    at.get(
        "/target-groups/{group}",
        "read_target_group",
        readers,
        [&](const Request& request) -> Result<GroupReply> {
            const auto id = TRY(request.path_id<TargetGroupId>("group"));
            return reply_of(TRY(groups.find(request.actor(), id)));
        }
    );

    at.get(
        "/target-groups/{group}/members",
        "list_target_group_members",
        readers,
        [&](const Request& request, const MembersQuery& query) -> Result<http::Page<MemberReply>> {
            return member_page(groups, request, query);
        }
    );

    at.get(
        "/target-groups/{group}/movements",
        "list_target_group_movements",
        readers,
        [&](const Request& request, const MovementsQuery& query) -> Result<MovementsReply> {
            const auto id = TRY(request.path_id<TargetGroupId>("group"));
            const auto after = TRY(http::decode_cursor<MovementPlace>(query.cursor));
            const GroupService::MovementsQuestion question{
                .after = after.value_or(MovementPlace{}),
                .limit = query.limit.value_or(50),
                .language = query.language.value_or("vi"),
            };
            return reply_of(TRY(groups.run_again(request.actor(), id, question)));
        }
    );
}

static void add_exports(http::Routes& at, GroupService& groups) {
    const auto readers = Policy::needs(Permission::read_needs);
    const auto read = [&groups](const Request& request) -> Result<MemberList> {
        const auto id = TRY(request.path_id<TargetGroupId>("group"));
        return groups.list_for_export(request.actor(), id);
    };

    at.get(
        "/target-groups/{group}/members.xlsx",
        "export_target_group_members",
        readers,
        [read](const Request& request) -> Result<http::Download> {
            return xlsx_of(TRY(read(request)));
        }
    );

    at.get(
        "/target-groups/{group}/members.csv",
        "export_target_group_members_csv",
        readers,
        [read](const Request& request) -> Result<http::Download> {
            return csv_of(TRY(read(request)));
        }
    );
}

static void add_acts(http::Routes& at, GroupService& groups) {
    const auto editors = Policy::needs(Permission::edit_groups);

    at.post(
        "/target-groups/preview",
        "preview_target_group",
        editors,
        [&](const Request& request, const PreviewBody& body) -> Result<PreviewReply> {
            const auto language = body.language.value_or("vi");
            return reply_of(TRY(groups.preview(request.actor(), body.rule, language)), language);
        }
    );

    at.post(
        "/target-groups",
        "form_target_group",
        editors,
        [&](const Request& request, const NewGroup& body) -> Result<http::Created<GroupReply>> {
            auto reply = reply_of(TRY(groups.form(request.actor(), body)));
            const auto location = "/target-groups/" + to_text(reply.id.value);
            return http::Created<GroupReply>{std::move(reply), location};
        }
    );

    at.post(
        "/target-groups/{group}/approval",
        "approve_target_group",
        Policy::needs(Permission::approve_plans),
        [&](const Request& request, const ReasonBody& body) -> Result<GroupReply> {
            const auto id = TRY(request.path_id<TargetGroupId>("group"));
            return reply_of(TRY(groups.approve(request.actor(), id, body.reason)));
        }
    );

    at.post(
        "/target-groups/{group}/closure",
        "close_target_group",
        editors,
        [&](const Request& request, const ReasonBody& body) -> Result<GroupReply> {
            const auto id = TRY(request.path_id<TargetGroupId>("group"));
            return reply_of(TRY(groups.close(request.actor(), id, body.reason)));
        }
    );
}

void add_group_routes(http::Router& router, GroupService& groups) {
    http::Routes at(router, "needs");
    add_reading(at, groups);
    add_exports(at, groups);
    add_acts(at, groups);
}

}  // namespace nangluc::needs
