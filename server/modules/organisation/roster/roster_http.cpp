#include "modules/organisation/roster/roster_http.hpp"

#include "kit/http/as_of.hpp"
#include "kit/http/routes.hpp"
#include "modules/organisation/roster/roster_service.hpp"
#include "modules/organisation/roster_import/roster_sheet.hpp"
#include "modules/organisation/unit/unit_reply.hpp"

namespace nangluc::organisation {

using http::AsOfQuery;
using http::Policy;
using http::Request;

BOOST_DESCRIBE_STRUCT(RosterTotals, (), (authorised, persons, vacancies, concurrent, temporary))

BOOST_DESCRIBE_STRUCT(RosterCounts, (), (all, vacant, concurrent, temporary, lacking))
BOOST_DESCRIBE_STRUCT(UnitStaff, (), (unit, name, authorised, persons, vacancies))

struct RosterRowReply {
    PostId post;
    UnitId unit;
    std::string unit_name;
    PositionId position;
    std::string position_name;
    std::string position_name_en;
    std::string position_kind;
    std::string duty;
    HoldingId holding;  // none: a vacancy
    PersonId person;
    std::string name;
    std::string staff_number;
    std::string rank;
    std::string rank_en;
    std::optional<HoldingKind> kind;
    std::optional<int> share_percent;
    Date since;  // of the holding, or since when it is vacant
    std::vector<Duty> beside;
};
BOOST_DESCRIBE_STRUCT(
    RosterRowReply,
    (),
    (post,
     unit,
     unit_name,
     position,
     position_name,
     position_name_en,
     position_kind,
     duty,
     holding,
     person,
     name,
     staff_number,
     rank,
     rank_en,
     kind,
     share_percent,
     since,
     beside)
)

enum class RosterAct { add_person, appoint, edit_posts, import };
BOOST_DESCRIBE_ENUM(RosterAct, add_person, appoint, edit_posts, import)

struct RosterReply {
    Date on;
    UnitReply unit;
    RosterTotals totals;
    RosterCounts counts;
    std::vector<UnitStaff> units;
    std::vector<RosterAct> actions;
    int matching = 0;
    std::vector<RosterRowReply> items;
    std::optional<int> next;
};
BOOST_DESCRIBE_STRUCT(
    RosterReply, (), (on, unit, totals, counts, units, actions, matching, items, next)
)

struct RosterQuery : AsOfQuery {
    std::optional<RosterFilter> show;
    std::optional<std::string> search;
    std::optional<int> from;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(RosterQuery, (AsOfQuery), (show, search, from, limit))

struct RosterFileQuery : AsOfQuery {
    std::optional<RosterFilter> show;
    std::optional<std::string> search;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(RosterFileQuery, (AsOfQuery), (show, search, language))

struct LackingFileQuery : AsOfQuery {
    std::string duty;
    std::optional<std::string> level;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(LackingFileQuery, (AsOfQuery), (duty, level, language))

struct LackingQuery : AsOfQuery {
    std::string duty;
    std::optional<std::string> level;
};
BOOST_DESCRIBE_STRUCT(LackingQuery, (AsOfQuery), (duty, level))

struct UnitLackingReply {
    UnitReply unit;
    int authorised = 0;
    int concurrent = 0;
};
BOOST_DESCRIBE_STRUCT(UnitLackingReply, (), (unit, authorised, concurrent))

struct LackingReply {
    Date on;
    std::vector<UnitLackingReply> items;
};
BOOST_DESCRIBE_STRUCT(LackingReply, (), (on, items))

struct StaffNeedsReply {
    Date on;
    std::vector<PositionNeed> items;
};
BOOST_DESCRIBE_STRUCT(StaffNeedsReply, (), (on, items))

static RosterRowReply reply_of(const RosterRow& row) {
    RosterRowReply reply{
        .post = row.post.post,
        .unit = row.post.unit,
        .unit_name = row.post.unit_name,
        .position = row.post.position,
        .position_name = row.post.position_name,
        .position_name_en = row.post.position_name_en,
        .position_kind = row.post.position_kind,
        .duty = row.post.duty,
        .since = row.vacant_since.value_or(Date{}),
        .beside = row.beside,
    };
    if (!row.holder) return reply;

    reply.holding = row.holder->holding;
    reply.person = row.holder->person;
    reply.name = row.holder->name;
    reply.staff_number = row.holder->staff_number;
    reply.rank = row.holder->rank;
    reply.rank_en = row.holder->rank_en;
    reply.kind = row.holder->kind;
    reply.share_percent = row.holder->share_percent;
    reply.since = row.holder->since;
    return reply;
}

static std::vector<RosterAct> acts_of(const Roster& roster) {
    std::vector<RosterAct> acts;
    if (roster.may_edit_people) acts = {RosterAct::add_person, RosterAct::appoint};
    if (roster.may_edit_posts) acts.push_back(RosterAct::edit_posts);
    if (roster.may_import) acts.push_back(RosterAct::import);
    return acts;
}

static RosterReply page_of(const Roster& roster, const RosterQuery& query, Date on) {
    const auto rows = static_cast<int>(roster.rows.size());
    const int from = std::clamp(query.from.value_or(0), 0, rows);
    const int until = std::min(rows, from + std::clamp(query.limit.value_or(100), 1, 200));

    RosterReply reply{
        .on = on,
        .unit = reply_of(roster.unit),
        .totals = roster.totals,
        .counts = roster.counts,
        .units = roster.units,
        .actions = acts_of(roster),
        .matching = rows,
    };
    for (int i = from; i < until; ++i) {
        reply.items.push_back(reply_of(roster.rows[static_cast<std::size_t>(i)]));
    }
    if (until < rows) reply.next = until;
    return reply;
}

// What a list and a file of it ask alike.
static Result<RosterQuestion> question_of(
    const Request& request, const auto& query, const Clock& clock
) {
    return RosterQuestion{
        .unit = TRY(request.path_id<UnitId>("unit")),
        .filter = query.show.value_or(RosterFilter::all),
        .search = query.search.value_or(""),
        .is_today = !query.known_at && query.as_of(clock).on == clock.today(),
    };
}

// Exactly the rows seen, as a file.
static void add_roster_files(http::Routes& at, RosterService& rosters, const Clock& clock) {
    const auto readers = Policy::needs(Permission::read_people);
    const auto read = [&](const Request& request, const RosterFileQuery& query) -> Result<Roster> {
        const auto question = TRY(question_of(request, query, clock));
        return rosters.find(request.actor(), question, query.as_of(clock));
    };

    at.get(
        "/units/{unit}/roster.xlsx",
        "export_roster_xlsx",
        readers,
        [read,
         &clock](const Request& request, const RosterFileQuery& query) -> Result<http::Download> {
            const auto roster = TRY(read(request, query));
            return roster_xlsx(roster, query.as_of(clock).on, query.language.value_or("vi"));
        }
    );

    at.get(
        "/units/{unit}/roster.csv",
        "export_roster_csv",
        readers,
        [read,
         &clock](const Request& request, const RosterFileQuery& query) -> Result<http::Download> {
            const auto roster = TRY(read(request, query));
            return roster_csv(roster, query.as_of(clock).on, query.language.value_or("vi"));
        }
    );

    at.get(
        "/units/{unit}/lacking.xlsx",
        "export_units_lacking",
        readers,
        [&](const Request& request, const LackingFileQuery& query) -> Result<http::Download> {
            const auto id = TRY(request.path_id<UnitId>("unit"));
            const auto as_of = query.as_of(clock);
            const auto level = query.level.value_or("commune");
            const auto units = TRY(rosters.lacking(request.actor(), id, level, query.duty, as_of));
            return lacking_xlsx(units, query.duty, as_of.on, query.language.value_or("vi"));
        }
    );
}

void add_roster_routes(http::Router& router, RosterService& rosters, const Clock& clock) {
    http::Routes at(router, "organisation");
    const auto readers = Policy::needs(Permission::read_people);
    add_roster_files(at, rosters, clock);

    at.get(
        "/units/{unit}/staff-needs",
        "list_staff_needs",
        readers,
        [&](const Request& request, const AsOfQuery& query) -> Result<StaffNeedsReply> {
            const auto unit = TRY(request.path_id<UnitId>("unit"));
            const auto as_of = query.as_of(clock);
            return StaffNeedsReply{as_of.on, TRY(rosters.needs(request.actor(), unit, as_of))};
        }
    );

    at.get(
        "/units/{unit}/roster",
        "read_roster",
        readers,
        [&](const Request& request, const RosterQuery& query) -> Result<RosterReply> {
            const auto question = TRY(question_of(request, query, clock));
            const auto as_of = query.as_of(clock);
            return page_of(TRY(rosters.find(request.actor(), question, as_of)), query, as_of.on);
        }
    );

    at.get(
        "/units/{unit}/lacking",
        "list_units_lacking",
        readers,
        [&](const Request& request, const LackingQuery& query) -> Result<LackingReply> {
            const auto id = TRY(request.path_id<UnitId>("unit"));
            const auto as_of = query.as_of(clock);
            const auto level = query.level.value_or("commune");
            LackingReply reply{.on = as_of.on};
            for (const auto& [unit, authorised, concurrent] :
                 TRY(rosters.lacking(request.actor(), id, level, query.duty, as_of))) {
                reply.items.push_back({reply_of(unit), authorised, concurrent});
            }
            return reply;
        }
    );
}

}  // namespace nangluc::organisation
