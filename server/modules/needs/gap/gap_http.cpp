#include "modules/needs/gap/gap_http.hpp"

#include <algorithm>

#include "kit/http/as_of.hpp"
#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"
#include "modules/needs/gap/gap_reply.hpp"
#include "modules/needs/matrix/matrix_sheet.hpp"

namespace nangluc::needs {

using http::AsOfQuery;
using http::Policy;
using http::Request;

struct LanguageQuery : AsOfQuery {
    std::optional<std::string> language;

    std::string words() const { return language.value_or("vi"); }
};
BOOST_DESCRIBE_STRUCT(LanguageQuery, (AsOfQuery), (language))

struct GapQuery : LanguageQuery {
    std::optional<competency::Goal> goal;
};
BOOST_DESCRIBE_STRUCT(GapQuery, (LanguageQuery), (goal))

struct GapsReply {
    PersonReply person;
    Date on;
    competency::Goal goal{};
    GapTotals totals;
    std::vector<GapReply> items;
};
BOOST_DESCRIBE_STRUCT(GapsReply, (), (person, on, goal, totals, items))

struct ColumnReply {
    CompetencyId id;
    std::string code;
    std::string name;
    std::string area;
};
BOOST_DESCRIBE_STRUCT(ColumnReply, (), (id, code, name, area))

struct MatrixTotalReply {
    int people = 0;
    std::vector<Cell> cells;
};
BOOST_DESCRIBE_STRUCT(MatrixTotalReply, (), (people, cells))

struct MatrixRowReply {
    NamedUnit unit;
    int people = 0;
    bool has_children = false;
    std::vector<Cell> cells;
};
BOOST_DESCRIBE_STRUCT(MatrixRowReply, (), (unit, people, has_children, cells))

struct MatrixReply {
    Date on;
    NamedUnit unit;
    std::vector<ColumnReply> columns;
    MatrixTotalReply total;
    std::vector<MatrixRowReply> rows;
};
BOOST_DESCRIBE_STRUCT(MatrixReply, (), (on, unit, columns, total, rows))

struct StandingQuery : LanguageQuery {
    std::string people;  // ids with commas between them, 200 at most
};
BOOST_DESCRIBE_STRUCT(StandingQuery, (LanguageQuery), (people))

struct StandingsReply {
    Date on;
    std::vector<PersonStanding> items;
};
BOOST_DESCRIBE_STRUCT(StandingsReply, (), (on, items))

struct MissingReply {
    CompetencyId competency;
    std::string name;
    int required = 0;
    std::optional<int> held;
    std::optional<int> missing;
};
BOOST_DESCRIBE_STRUCT(MissingReply, (), (competency, name, required, held, missing))

struct DutyReply {
    PersonReply person;
    std::string unit_name;
    std::string position_name;
    int share_percent = 0;
    Date since;
    std::vector<MissingReply> missing;
};
BOOST_DESCRIBE_STRUCT(
    DutyReply, (), (person, unit_name, position_name, share_percent, since, missing)
)

struct DutiesQuery : LanguageQuery {
    std::optional<int> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(DutiesQuery, (LanguageQuery), (limit, cursor))

// `count` is of all pages.
struct DutiesReply {
    Date on;
    int count = 0;
    std::vector<DutyReply> items;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(DutiesReply, (), (on, count, items, next))

struct EffectQuery {
    std::optional<int> minimum;
    std::optional<Date> from;
    std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(EffectQuery, (), (minimum, from, until))

struct CorrectionEffectReply {
    Date on;
    int people = 0;
    int changed = 0;
    int lacking_before = 0;
    int lacking_after = 0;
    int unknown = 0;
};
BOOST_DESCRIBE_STRUCT(
    CorrectionEffectReply, (), (on, people, changed, lacking_before, lacking_after, unknown)
)

static MatrixReply reply_of(const MatrixPage& page) {
    MatrixReply reply{.on = page.on, .unit = reply_of(page.unit)};
    for (const auto column : page.matrix.columns) {
        const auto& named = page.names.at(column);
        reply.columns.push_back({column, named.code, named.name, named.area});
    }
    reply.total = {page.matrix.total.people, page.matrix.total.cells};
    for (std::size_t i = 0; i < page.matrix.rows.size(); ++i) {
        const auto& row = page.matrix.rows[i];
        reply.rows.push_back({reply_of(page.units[i]), row.people, row.has_children, row.cells});
    }
    return reply;
}

static DutyReply reply_of(const ConcurrentDuty& duty, const CompetencyNames& names) {
    DutyReply reply{
        .person = reply_of(duty.person),
        .unit_name = duty.unit_name,
        .position_name = duty.position_name,
        .share_percent = duty.holding.share_percent,
        .since = duty.holding.period.from,
    };
    for (const auto& gap : duty.missing) {
        reply.missing.push_back(
            {gap.competency, name_in(names, gap.competency), gap.required, gap.held, gap.missing()}
        );
    }
    return reply;
}

static GapsReply reply_of(const PersonGaps& found, competency::Goal goal, Date on) {
    GapsReply reply{
        .person = reply_of(found.person),
        .on = on,
        .goal = goal,
        .totals = totals_of(found.gaps),
    };
    for (const auto& gap : found.gaps)
        reply.items.push_back(reply_of(gap, found.names, found.reasons));
    return reply;
}

static bool is_of_today(const LanguageQuery& query, const Clock& clock) {
    return !query.known_at && query.as_of(clock).on == clock.today();
}

static Result<std::vector<PersonId>> people_in(std::string_view list) {
    constexpr std::size_t most_people = 200;
    std::vector<PersonId> people;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        people.push_back({TRY(parse_id(list.substr(0, comma)))});
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    if (people.size() > most_people) return invalid("people.too_many");
    return people;
}

static void add_person_routes(http::Routes& at, GapService& gaps, const Clock& clock) {
    const auto read = [&gaps, &clock](
                          const Request& request, PersonId person, const GapQuery& query
                      ) -> Result<GapsReply> {
        const auto goal = query.goal.value_or(competency::Goal::present);
        const auto as_of = query.as_of(clock);
        const auto found = TRY(gaps.of_person(request.actor(), person, goal, as_of, query.words()));
        return reply_of(found, goal, as_of.on);
    };

    at.get(
        "/me/gaps",
        "read_own_gaps",
        Policy::signed_in(),
        [read](const Request& request, const GapQuery& query) -> Result<GapsReply> {
            return read(request, request.actor().person(), query);
        }
    );

    at.get(
        "/people/{person}/gaps",
        "read_gaps",
        Policy::signed_in(),
        [read](const Request& request, const GapQuery& query) -> Result<GapsReply> {
            return read(request, TRY(request.path_id<PersonId>("person")), query);
        }
    );
}

static void add_matrix_routes(http::Routes& at, GapService& gaps, const Clock& clock) {
    const auto readers = Policy::needs(Permission::read_needs);
    const auto read =
        [&gaps, &clock](const Request& request, const LanguageQuery& query) -> Result<MatrixPage> {
        const auto unit = TRY(request.path_id<UnitId>("unit"));
        const bool is_today = is_of_today(query, clock);
        return gaps.matrix(request.actor(), unit, query.as_of(clock), is_today, query.words());
    };

    at.get(
        "/units/{unit}/needs-matrix",
        "read_needs_matrix",
        readers,
        [read](const Request& request, const LanguageQuery& query) -> Result<MatrixReply> {
            return reply_of(TRY(read(request, query)));
        }
    );

    at.get(
        "/units/{unit}/needs-matrix.xlsx",
        "export_needs_matrix",
        readers,
        [read](const Request& request, const LanguageQuery& query) -> Result<http::Download> {
            return xlsx_of(TRY(read(request, query)), query.words());
        }
    );

    at.get(
        "/units/{unit}/needs-matrix.csv",
        "export_needs_matrix_csv",
        readers,
        [read](const Request& request, const LanguageQuery& query) -> Result<http::Download> {
            return csv_of(TRY(read(request, query)), query.words());
        }
    );
}

static void add_people_routes(http::Routes& at, GapService& gaps, const Clock& clock) {
    const auto readers = Policy::needs(Permission::read_needs);
    at.get(
        "/units/{unit}/standings",
        "list_standings",
        readers,
        [&gaps,
         &clock](const Request& request, const StandingQuery& query) -> Result<StandingsReply> {
            const auto unit = TRY(request.path_id<UnitId>("unit"));
            const auto people = TRY(people_in(query.people));
            const auto as_of = query.as_of(clock);
            const bool is_today = is_of_today(query, clock);
            return StandingsReply{
                as_of.on, TRY(gaps.standings(request.actor(), unit, people, as_of, is_today))};
        }
    );

    at.get(
        "/units/{unit}/concurrent-duties",
        "list_concurrent_duties",
        readers,
        [&gaps, &clock](const Request& request, const DutiesQuery& query) -> Result<DutiesReply> {
            const auto after = TRY(http::decode_cursor<DutyPlace>(query.cursor));
            const GapService::DutiesQuestion question{
                .unit = TRY(request.path_id<UnitId>("unit")),
                .at = query.as_of(clock),
                .after = after.value_or(DutyPlace{}),
                .limit = query.limit.value_or(50),
                .language = query.words(),
            };
            const auto found = TRY(gaps.concurrent_duties(request.actor(), question));
            DutiesReply reply{.on = question.at.on, .count = found.count};
            for (const auto& duty : found.duties) {
                reply.items.push_back(reply_of(duty, found.names));
            }
            if (found.next) reply.next = http::encode_cursor(*found.next);
            return reply;
        }
    );
}

static void add_effect_route(http::Routes& at, GapService& gaps, const Clock& clock) {
    at.get(
        "/requirements/{requirement}/effect",
        "read_correction_effect",
        Policy::needs(Permission::edit_requirements),
        [&gaps, &clock](
            const Request& request, const EffectQuery& query
        ) -> Result<CorrectionEffectReply> {
            const auto id = TRY(request.path_id<RequirementId>("requirement"));
            const auto effect = TRY(gaps.effect_of_correction(
                request.actor(), id, {query.minimum, query.from, query.until}
            ));
            return CorrectionEffectReply{
                clock.today(),
                effect.people,
                effect.changed,
                effect.lacking_before,
                effect.lacking_after,
                effect.unknown,
            };
        }
    );
}

void add_gap_routes(http::Router& router, GapService& gaps, const Clock& clock) {
    http::Routes at(router, "needs");
    add_person_routes(at, gaps, clock);
    add_matrix_routes(at, gaps, clock);
    add_people_routes(at, gaps, clock);
    add_effect_route(at, gaps, clock);
}

}  // namespace nangluc::needs
