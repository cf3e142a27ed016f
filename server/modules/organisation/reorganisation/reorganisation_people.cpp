#include <algorithm>
#include <map>

#include "base/clock.hpp"
#include "modules/organisation/reorganisation/reorganisation_store.hpp"

namespace nangluc::organisation {

// As known before it was applied, or now: the day before is the same in both.
constexpr auto select_people_at = R"sql(
    SELECT h.person_id, e.name, e.staff_number, e.sort_key, h.unit_id, q.name AS position
      FROM organisation_holdings h
      JOIN organisation_people e ON e.id = h.person_id
      JOIN organisation_posts t ON t.id = h.post_id
      JOIN organisation_positions q ON q.id = t.position_id
     WHERE h.unit_id = $1 AND h.kind = 'main'
       AND h.from_date <= $2 AND h.until_date > $2
       AND h.superseded_at = 9223372036854775807
)sql";

std::vector<PersonToPlace> list_people_to_place(
    db::Tx& tx, const Reorganisation& reorganisation, const std::vector<UnitId>& asked
) {
    std::map<PersonId, UnitId> answers;
    for (const auto& [person, unit] : list_placements(tx, reorganisation.id)) {
        answers[person] = unit;
    }
    const auto day = add_days(reorganisation.effective_on, -1);
    std::vector<PersonToPlace> people;
    for (const auto unit : asked) {
        for (const auto& row : tx.all(select_people_at, unit, day)) {
            const auto person = row.get<PersonId>("person_id");
            const auto answer = answers.find(person);
            people.push_back({
                .person = person,
                .name = row.get<std::string>("name"),
                .staff_number = row.get<std::string>("staff_number"),
                .sort_key = row.get<std::string>("sort_key"),
                .unit = unit,
                .position = row.get<std::string>("position"),
                .placed = answer == answers.end() ? UnitId{} : answer->second,
            });
        }
    }
    std::ranges::sort(people, {}, [](const PersonToPlace& person) {
        return std::pair(person.sort_key, person.person);
    });
    return people;
}

constexpr auto insert_placement = R"sql(
    INSERT INTO organisation_reorganisation_placements
           (id, reorganisation_id, person_id, unit_id, account_id, recorded_at)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql";

void add_placement(
    db::Tx& tx, const Kit& kit, ReorganisationId id, AccountId by, const Placement& placement
) {
    const auto& [person, unit] = placement;
    tx.run(insert_placement, kit.ids.next(), id, person, unit, by, kit.clock.now());
}

constexpr auto select_placements = R"sql(
    SELECT person_id, unit_id
      FROM organisation_reorganisation_placements
     WHERE reorganisation_id = $1
     ORDER BY id
)sql";

std::vector<Placement> list_placements(db::Tx& tx, ReorganisationId id) {
    std::vector<Placement> placements;
    for (const auto& row : tx.all(select_placements, id)) {
        placements.push_back({row.get<PersonId>("person_id"), row.get<UnitId>("unit_id")});
    }
    return placements;
}

constexpr auto count_people = R"sql(
    SELECT COUNT(DISTINCT person_id) AS people
      FROM organisation_holdings
     WHERE unit_id = $1 AND kind = 'main'
       AND from_date <= $2 AND until_date > $2
       AND recorded_at <= $3 AND superseded_at > $3
)sql";

int count_people_at(db::Tx& tx, UnitId unit, AsOf at) {
    return tx.one(count_people, unit, at.on, at.known_at).value().get<int>("people");
}

constexpr auto count_people_of_tree = R"sql(
    SELECT COUNT(DISTINCT h.person_id) AS people
      FROM organisation_unit_places p
      JOIN organisation_holdings h ON h.unit_id = p.unit_id
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
       AND h.kind = 'main'
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
)sql";

int count_people_below(db::Tx& tx, const UnitPath& place, AsOf at) {
    return tx.one(count_people_of_tree, place.range_from(), place.range_until(), at.on, at.known_at)
        .value()
        .get<int>("people");
}

constexpr auto count_posts = R"sql(
    SELECT CAST(COALESCE(SUM(a.authorised), 0) AS bigint) AS posts
      FROM organisation_posts t
      JOIN organisation_post_authorisations a ON a.post_id = t.id
     WHERE t.unit_id = $1
       AND a.from_date <= $2 AND a.until_date > $2
       AND a.recorded_at <= $3 AND a.superseded_at > $3
)sql";

int count_posts_at(db::Tx& tx, UnitId unit, AsOf at) {
    return tx.one(count_posts, unit, at.on, at.known_at).value().get<int>("posts");
}

}  // namespace nangluc::organisation
