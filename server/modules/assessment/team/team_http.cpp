#include "modules/assessment/team/team_http.hpp"

#include "base/clock.hpp"
#include "kit/http/routes.hpp"
#include "modules/assessment/rating/rating_reply.hpp"
#include "modules/assessment/team/team_service.hpp"

namespace nangluc::assessment {

using http::Policy;
using http::Request;

struct MemberReply {
    PersonId id;
    std::string staff_number;
    std::string name;
    std::string position;
    std::string position_en;
};
BOOST_DESCRIBE_STRUCT(MemberReply, (), (id, staff_number, name, position, position_en))

struct TeamCellReply {
    CompetencyId competency;
    std::optional<int> required;
    std::optional<int> desired;
    std::optional<int> held;
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(TeamCellReply, (), (competency, required, desired, held, valid_until))

struct TeamRowReply {
    MemberReply person;
    std::vector<TeamCellReply> cells;
};
BOOST_DESCRIBE_STRUCT(TeamRowReply, (), (person, cells))

struct HeldMatrixReply {
    UnitId unit;
    Date on;
    std::vector<CompetencyReply> competencies;
    std::vector<TeamRowReply> rows;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(HeldMatrixReply, (), (unit, on, competencies, rows, actions))

struct DueRatingReply {
    CompetencyId competency;
    Due due = Due::missing;
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(DueRatingReply, (), (competency, due, valid_until))

struct DuePersonReply {
    MemberReply person;
    std::vector<DueRatingReply> due;
};
BOOST_DESCRIBE_STRUCT(DuePersonReply, (), (person, due))

struct RatingsDueReply {
    UnitId unit;
    Date on;
    int people = 0;
    std::vector<CompetencyReply> competencies;
    std::vector<DuePersonReply> items;
};
BOOST_DESCRIBE_STRUCT(RatingsDueReply, (), (unit, on, people, competencies, items))

struct TeamQuery {
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(TeamQuery, (), (language))

// Ten years: nobody plans further ahead, and the days that can be counted have an end.
static constexpr int most_days_ahead = 3'650;

struct DueQuery {
    std::optional<std::string> language;
    std::optional<int> days_ahead;
};
BOOST_DESCRIBE_STRUCT(DueQuery, (), (language, days_ahead))

static MemberReply reply_of(const TeamMember& member) {
    return {member.person, member.staff_number, member.name, member.position, member.position_en};
}

static HeldMatrixReply matrix_of(UnitId unit, Date on, const Team& team, const Actor& reader) {
    HeldMatrixReply reply{.unit = unit, .on = on};
    for (const auto& competency : team.competencies) {
        reply.competencies.push_back(reply_of(competency));
    }
    for (const auto& row : team.rows) {
        TeamRowReply one{reply_of(row.member), {}};
        for (const auto& cell : row.cells) {
            one.cells.push_back(
                {cell.competency, cell.required, cell.desired, cell.held, cell.valid_until}
            );
        }
        reply.rows.push_back(std::move(one));
    }
    for (const auto right : {Permission::rate_as_supervisor, Permission::rate_as_assessor}) {
        if (reader.may_somewhere(right)) reply.actions.push_back(name_of(right));
    }
    return reply;
}

static RatingsDueReply due_of(UnitId unit, Date on, const Team& team, int days_ahead) {
    RatingsDueReply reply{.unit = unit, .on = on, .people = static_cast<int>(team.rows.size())};
    for (const auto& competency : team.competencies) {
        reply.competencies.push_back(reply_of(competency));
    }
    for (const auto& row : team.rows) {
        DuePersonReply person{reply_of(row.member), {}};
        for (const auto& due : ratings_due(row, on, days_ahead)) {
            person.due.push_back({due.competency, due.due, due.valid_until});
        }
        if (!person.due.empty()) reply.items.push_back(std::move(person));
    }
    return reply;
}

void add_team_routes(http::Router& router, TeamService& teams, const Clock& clock) {
    http::Routes at(router, "assessment");
    const auto readers = Policy::needs(Permission::read_ratings);

    at.get(
        "/units/{unit}/held-matrix",
        "read_held_matrix",
        readers,
        [&](const Request& request, const TeamQuery& query) -> Result<HeldMatrixReply> {
            const auto unit = TRY(request.path_id<UnitId>("unit"));
            const auto team = TRY(teams.find(request.actor(), unit, query.language.value_or("vi")));
            return matrix_of(unit, clock.today(), team, request.actor());
        }
    );

    at.get(
        "/units/{unit}/ratings-due",
        "list_ratings_due",
        readers,
        [&](const Request& request, const DueQuery& query) -> Result<RatingsDueReply> {
            const auto unit = TRY(request.path_id<UnitId>("unit"));
            const int days_ahead = query.days_ahead.value_or(30);
            if (days_ahead < 0 || days_ahead > most_days_ahead) {
                return invalid("input.invalid", {{"?days_ahead", "out_of_range"}});
            }
            const auto team = TRY(teams.find(request.actor(), unit, query.language.value_or("vi")));
            return due_of(unit, clock.today(), team, days_ahead);
        }
    );
}

}  // namespace nangluc::assessment
