#include "modules/assessment/team/team_service.hpp"

#include <algorithm>
#include <set>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "modules/assessment/held/held_store.hpp"

namespace nangluc::assessment {

static constexpr std::size_t most_people = 300;

constexpr auto select_members = R"sql(
    SELECT h.person_id, w.staff_number, w.name, h.position_name, h.position_name_en
      FROM organisation_v_places p
      JOIN organisation_v_holdings h
        ON h.unit_id = p.unit_id AND h.kind = 'main'
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
      JOIN organisation_v_people w ON w.person_id = h.person_id
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
     ORDER BY p.path, w.sort_key, h.person_id
     LIMIT $5
)sql";

static std::vector<TeamMember> list_members(db::Tx& tx, const UnitPath& place, AsOf at) {
    std::vector<TeamMember> members;
    for (const auto& row : tx.all(
             select_members,
             place.range_from(),
             place.range_until(),
             at.on,
             at.known_at,
             most_people + 1
         )) {
        members.push_back({
            .person = row.get<PersonId>("person_id"),
            .staff_number = row.get<std::string>("staff_number"),
            .name = row.get<std::string>("name"),
            .position = row.get<std::string>("position_name"),
            .position_en = row.get<std::string>("position_name_en"),
        });
    }
    return members;
}

static TeamCell& cell_of(std::vector<TeamCell>& cells, CompetencyId competency) {
    const auto at = std::ranges::lower_bound(cells, competency, {}, &TeamCell::competency);
    if (at != cells.end() && at->competency == competency) return *at;
    return *cells.insert(at, {.competency = competency});
}

static std::vector<TeamCell> cells_of(
    db::Tx& tx, PersonId person, const competency::RequirementTable& requirements, AsOf at
) {
    std::vector<TeamCell> cells;
    const auto standing = competency::standing_of(tx, person, at);
    if (standing) {
        for (const auto* requirement :
             requirements.of(standing.value(), competency::Goal::present)) {
            auto& cell = cell_of(cells, requirement->competency);
            cell.required = std::max(cell.required.value_or(0), requirement->minimum);
            cell.desired = std::max(cell.desired.value_or(0), requirement->desired);
        }
    }
    for (const auto& held : list_held_between(tx, person, person)) {
        // What grew too old since the last check is not shown as held.
        if (held.valid_until <= at.on) continue;
        auto& cell = cell_of(cells, held.competency);
        cell.held = held.level;
        cell.valid_until = held.valid_until;
    }
    return cells;
}

static std::vector<TeamRow> rows_of(db::Tx& tx, const std::vector<TeamMember>& members, AsOf at) {
    const auto requirements = competency::load_requirement_table(tx, at);
    std::vector<TeamRow> rows;
    for (const auto& member : members) {
        rows.push_back({member, cells_of(tx, member.person, requirements, at)});
    }
    return rows;
}

static std::set<CompetencyId> required_in(const std::vector<TeamRow>& rows) {
    std::set<CompetencyId> required;
    for (const auto& row : rows) {
        for (const auto& cell : row.cells) {
            if (cell.required) required.insert(cell.competency);
        }
    }
    return required;
}

Result<Team> TeamService::find(const Actor& actor, UnitId unit, const std::string& language) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<Team> {
        const auto at = kit_.clock.as_of_now();
        const auto place = TRY(organisation::path_of(tx, unit, at));
        TRY(actor.require(Permission::read_ratings, place, "unit"));
        const auto members = list_members(tx, place, at);
        if (members.size() > most_people) return too_large("team.too_wide");

        Team team;
        team.rows = rows_of(tx, members, at);
        const auto required = required_in(team.rows);
        for (auto& competency : competency::list_competencies(tx, language)) {
            if (required.contains(competency.id))
                team.competencies.push_back(std::move(competency));
        }
        kit_.audit.write(
            tx, actor, {.act = "unit.ratings_read", .object = unit.value, .unit = unit}
        );
        return team;
    });
}

}  // namespace nangluc::assessment
