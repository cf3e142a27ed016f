#include "modules/assessment/people_scan.hpp"

#include <algorithm>

#include "modules/assessment/rating_store.hpp"

namespace nangluc::assessment {

static constexpr int page_size = 2'000;
// Few people among many are asked for one by one: a range would read their neighbours' ratings.
static constexpr std::size_t few_people = 200;

constexpr auto select_people_after = R"sql(
    SELECT person_id
      FROM organisation_v_people
     WHERE person_id > $1
     ORDER BY person_id
     LIMIT $2
)sql";

PeopleScan::Page PeopleScan::next(db::Tx& tx, PersonId after) {
    const auto ids = tx.all(select_people_after, after.value, page_size);
    if (ids.empty()) return {};

    const auto first = ids.front().get<PersonId>("person_id");
    const auto last = ids.back().get<PersonId>("person_id");
    Page page{.people = people_between(tx, first, last)};
    add_ratings(tx, page.people);
    page.seen = static_cast<std::int64_t>(ids.size());
    if (ids.size() == page_size) page.last = last;
    return page;
}

constexpr auto select_main_units_between = R"sql(
    SELECT person_id, unit_id
      FROM organisation_v_holdings
     WHERE person_id >= $1 AND person_id <= $2 AND kind = 'main'
       AND from_date <= $3
       AND recorded_at <= $4 AND superseded_at > $4
     ORDER BY person_id, until_date, from_date, holding_id
)sql";

std::vector<RatedPerson> PeopleScan::people_between(db::Tx& tx, PersonId first, PersonId last) {
    std::vector<std::pair<PersonId, UnitId>> units;
    tx.each(
        select_main_units_between,
        [&](const db::Row& row) {
            const auto person = row.get<PersonId>("person_id");
            const auto unit = row.get<UnitId>("unit_id");
            if (!units.empty() && units.back().first == person) units.pop_back();
            units.emplace_back(person, unit);
        },
        first,
        last,
        at_.on,
        at_.known_at
    );

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
    if (people.size() <= few_people) {
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
