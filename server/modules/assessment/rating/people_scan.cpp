#include "modules/assessment/rating/people_scan.hpp"

#include <algorithm>

#include "modules/assessment/rating/rating_store.hpp"

namespace nangluc::assessment {

static constexpr int page_size = 2'000;
// Few people among many are asked for one by one: a range would read their neighbours' ratings.
static constexpr std::size_t few_people = 200;

// Of rows by person and time: the last of each.
static std::vector<std::pair<PersonId, UnitId>> last_units_of(const std::vector<db::Row>& rows) {
    std::vector<std::pair<PersonId, UnitId>> units;
    for (const auto& row : rows) {
        const auto person = row.get<PersonId>("person_id");
        const auto unit = row.get<UnitId>("unit_id");
        if (!units.empty() && units.back().first == person) units.pop_back();
        units.emplace_back(person, unit);
    }
    return units;
}

constexpr auto select_people_after = R"sql(
    SELECT person_id
      FROM organisation_v_people
     WHERE person_id > $1
     ORDER BY person_id
     LIMIT $2
)sql";

constexpr auto select_main_units_between = R"sql(
    SELECT person_id, unit_id
      FROM organisation_v_holdings
     WHERE person_id >= $1 AND person_id <= $2 AND kind = 'main'
       AND from_date <= $3
       AND recorded_at <= $4 AND superseded_at > $4
     ORDER BY person_id, until_date, from_date, holding_id
)sql";

PeopleScan::Page PeopleScan::next_of_country(db::Tx& tx, PersonId after) {
    const auto ids = tx.all(select_people_after, after.value, page_size);
    if (ids.empty()) return {};

    const auto first = ids.front().get<PersonId>("person_id");
    const auto last = ids.back().get<PersonId>("person_id");
    Page page{.seen = static_cast<std::int64_t>(ids.size())};
    if (ids.size() == page_size) page.last = last;
    const auto rows = tx.all(select_main_units_between, first, last, at_.on, at_.known_at);
    page.people = at_their_places(tx, last_units_of(rows));
    return page;
}

// Whoever ever held a main post there, or in what became part of it, with all main posts: the last
// one may be elsewhere.
constexpr auto select_main_units_below = R"sql(
    WITH RECURSIVE homes (unit_id) AS (
        SELECT c.unit_id
          FROM organisation_v_places c
         WHERE c.path >= $1 AND c.path < $2
           AND c.from_date <= $3 AND c.until_date > $3
           AND c.recorded_at <= $4 AND c.superseded_at > $4
         UNION
        SELECT s.old_unit_id
          FROM homes h
          JOIN organisation_v_successions s ON s.new_unit_id = h.unit_id
         WHERE s.effective_on <= $3 AND s.recorded_at <= $4
    )
    SELECT m.person_id, m.unit_id
      FROM (SELECT DISTINCT h.person_id
              FROM homes u
              JOIN organisation_v_holdings h ON h.unit_id = u.unit_id
             WHERE h.kind = 'main' AND h.from_date <= $3
               AND h.recorded_at <= $4 AND h.superseded_at > $4
               AND h.person_id > $5
             ORDER BY h.person_id
             LIMIT $6) AS p
      JOIN organisation_v_holdings m ON m.person_id = p.person_id
     WHERE m.kind = 'main' AND m.from_date <= $3
       AND m.recorded_at <= $4 AND m.superseded_at > $4
     ORDER BY m.person_id, m.until_date, m.from_date, m.holding_id
)sql";

PeopleScan::Page PeopleScan::next_below(db::Tx& tx, PersonId after) {
    const auto units = last_units_of(tx.all(
        select_main_units_below,
        root_.range_from(),
        root_.range_until(),
        at_.on,
        at_.known_at,
        after.value,
        page_size
    ));
    Page page{.seen = static_cast<std::int64_t>(units.size())};
    if (units.size() == page_size) page.last = units.back().first;
    page.people = at_their_places(tx, units);
    return page;
}

PeopleScan::Page PeopleScan::next(db::Tx& tx, PersonId after) {
    auto page = is_whole_country() ? next_of_country(tx, after) : next_below(tx, after);
    add_ratings(tx, page.people);
    return page;
}

std::vector<RatedPerson> PeopleScan::at_their_places(
    db::Tx& tx, const std::vector<MainUnit>& units
) {
    std::vector<RatedPerson> people;
    for (const auto& [person, unit] : units) {
        const auto& place = path_of(tx, unit);
        if (place.text.empty() || !root_.contains(place)) continue;
        people.push_back({.person = person, .place = place});
    }
    return people;
}

const UnitPath& PeopleScan::path_of(db::Tx& tx, UnitId unit) {
    const auto found = paths_.find(unit);
    if (found != paths_.end()) return found->second;

    auto path = organisation::path_of(tx, unit, at_);
    if (!path) {
        const auto successor = organisation::successor_on(tx, unit, at_.on);
        if (successor) path = organisation::path_of(tx, successor, at_);
    }
    return paths_[unit] = path ? std::move(path.value()) : UnitPath{};
}

void PeopleScan::add_ratings(db::Tx& tx, std::vector<RatedPerson>& people) const {
    if (people.empty()) return;
    if (people.size() <= few_people || !is_whole_country()) {
        for (auto& person : people) {
            person.ratings = list_ratings(tx, person.person, {}, at_.known_at);
        }
        return;
    }
    auto at = people.begin();
    each_rating_between(
        tx,
        people.front().person,
        people.back().person,
        at_.known_at,
        [&](Rating rating) {
            while (at != people.end() && at->person < rating.person) ++at;
            if (at == people.end() || at->person != rating.person) return;
            at->ratings.push_back(std::move(rating));
        }
    );
}

constexpr auto select_people_count = R"sql(
    SELECT COUNT(*) AS people
      FROM organisation_v_people
)sql";

std::int64_t count_people(db::Tx& tx) {
    return tx.one(select_people_count)->get<std::int64_t>("people");
}

}  // namespace nangluc::assessment
