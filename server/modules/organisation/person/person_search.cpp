// Three ways to the same people: through the units of the place, where these are few; else through
// the names that match, where these are few; else along the order of names until enough are found.

#include "base/text.hpp"
#include "kit/db/db.hpp"
#include "modules/organisation/person/person_record.hpp"

namespace nangluc::organisation {

namespace {

// From so many on it costs less to begin with the names: several provinces of a nation.
constexpr int many_units = 10'000;
constexpr int many_namesakes = 2'000;

constexpr auto search_in_units = R"sql(
    SELECT e.id AS person_id, e.staff_number, e.name, e.sort_key, h.unit_id,
           n.full_name AS unit_name, q.name AS position_name, q.name_en AS position_name_en
      FROM organisation_unit_places p
      JOIN organisation_holdings h
        ON h.unit_id = p.unit_id AND h.kind = 'main'
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
      JOIN organisation_people e ON e.id = h.person_id
      JOIN organisation_unit_names n
        ON n.unit_id = h.unit_id
       AND n.from_date <= $3 AND n.until_date > $3
       AND n.recorded_at <= $4 AND n.superseded_at > $4
      JOIN organisation_posts t ON t.id = h.post_id
      JOIN organisation_positions q ON q.id = t.position_id
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
       AND (e.folded LIKE $5 ESCAPE '!' OR e.staff_number = $6)
       AND (e.sort_key > $7 OR (e.sort_key = $7 AND e.id > $8))
     ORDER BY e.sort_key, e.id
     LIMIT $9
)sql";

// CROSS JOIN: in the order written, for SQLite.
constexpr auto search_namesakes = R"sql(
    SELECT e.id AS person_id, e.staff_number, e.name, e.sort_key, h.unit_id,
           n.full_name AS unit_name, q.name AS position_name, q.name_en AS position_name_en
      FROM (SELECT x.id
              FROM organisation_people x
             WHERE x.folded LIKE $5 ESCAPE '!'
             UNION
            SELECT y.id
              FROM organisation_people y
             WHERE y.staff_number = $6) AS found
     CROSS JOIN organisation_people e
     CROSS JOIN organisation_holdings h
     CROSS JOIN organisation_unit_places p
      JOIN organisation_unit_names n
        ON n.unit_id = h.unit_id
       AND n.from_date <= $3 AND n.until_date > $3
       AND n.recorded_at <= $4 AND n.superseded_at > $4
      JOIN organisation_posts t ON t.id = h.post_id
      JOIN organisation_positions q ON q.id = t.position_id
     WHERE e.id = found.id
       AND h.person_id = e.id AND h.kind = 'main'
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
       AND p.unit_id = h.unit_id
       AND p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
       AND (e.sort_key > $7 OR (e.sort_key = $7 AND e.id > $8))
     ORDER BY e.sort_key, e.id
     LIMIT $9
)sql";

constexpr auto search_in_order = R"sql(
    SELECT e.id AS person_id, e.staff_number, e.name, e.sort_key, h.unit_id,
           n.full_name AS unit_name, q.name AS position_name, q.name_en AS position_name_en
      FROM organisation_people e
     CROSS JOIN organisation_holdings h
     CROSS JOIN organisation_unit_places p
      JOIN organisation_unit_names n
        ON n.unit_id = h.unit_id
       AND n.from_date <= $3 AND n.until_date > $3
       AND n.recorded_at <= $4 AND n.superseded_at > $4
      JOIN organisation_posts t ON t.id = h.post_id
      JOIN organisation_positions q ON q.id = t.position_id
     WHERE e.sort_key >= $7
       AND (e.sort_key > $7 OR e.id > $8)
       AND (e.folded LIKE $5 ESCAPE '!' OR e.staff_number = $6)
       AND h.person_id = e.id AND h.kind = 'main'
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
       AND p.unit_id = h.unit_id
       AND p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
     ORDER BY e.sort_key, e.id
     LIMIT $9
)sql";

constexpr auto count_units = R"sql(
    SELECT COUNT(*) AS rows
      FROM (SELECT unit_id
              FROM organisation_unit_places
             WHERE path >= $1 AND path < $2
             LIMIT $3) AS few
)sql";

constexpr auto count_namesakes = R"sql(
    SELECT COUNT(*) AS rows
      FROM (SELECT id
              FROM organisation_people
             WHERE folded LIKE $1 ESCAPE '!'
             LIMIT $2) AS few
)sql";

std::string_view best_way(db::Tx& tx, const UnitPath& place, const std::string& pattern) {
    const auto rows = [](const std::optional<db::Row>& row) { return row->get<int>("rows"); };
    const auto units = tx.one(count_units, place.range_from(), place.range_until(), many_units);
    if (rows(units) < many_units) return search_in_units;
    const auto namesakes = tx.one(count_namesakes, pattern, many_namesakes);
    return rows(namesakes) < many_namesakes ? search_namesakes : search_in_order;
}

// A pattern that finds the text anywhere, whatever signs it has.
std::string pattern_of(std::string_view text) {
    std::string pattern = "%";
    for (const char letter : fold(text)) {
        if (letter == '%' || letter == '_' || letter == '!') pattern += '!';
        pattern += letter;
    }
    return pattern + '%';
}

}  // namespace

std::vector<FoundPerson> find_people_below(
    db::Tx& tx, const UnitPath& place, const PeopleSearch& search, AsOf at
) {
    std::vector<FoundPerson> people;
    const auto add = [&](const db::Row& row) {
        people.push_back({
            .id = row.get<PersonId>("person_id"),
            .staff_number = row.get<std::string>("staff_number"),
            .name = row.get<std::string>("name"),
            .sort_key = row.get<std::string>("sort_key"),
            .unit = row.get<UnitId>("unit_id"),
            .unit_name = row.get<std::string>("unit_name"),
            .position_name = row.get<std::string>("position_name"),
            .position_name_en = row.get<std::string>("position_name_en"),
        });
    };
    const auto pattern = pattern_of(search.text);
    tx.each(
        best_way(tx, place, pattern),
        add,
        place.range_from(),
        place.range_until(),
        at.on,
        at.known_at,
        pattern,
        tidy(search.text),
        search.after.sort_key,
        search.after.person.value,
        search.limit
    );
    return people;
}

}  // namespace nangluc::organisation
