#include "modules/organisation/unit/headcount.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "kit/db/db.hpp"
#include "modules/organisation/unit/unit_store.hpp"

namespace nangluc::organisation {

namespace {

struct People {
    UnitId then;
    UnitId now;  // where they hold their main post now; none where they hold none
    int people = 0;
};

constexpr auto count_people = R"sql(
    SELECT h.unit_id AS then_id, n.unit_id AS now_id, COUNT(DISTINCT h.person_id) AS people
      FROM organisation_holdings h
      LEFT JOIN organisation_holdings n
        ON n.person_id = h.person_id AND n.kind = 'main'
       AND n.from_date <= $2 AND n.until_date > $2
       AND n.recorded_at <= $3 AND n.superseded_at > $3
     WHERE h.kind = 'main'
       AND h.from_date <= $1 AND h.until_date > $1
       AND h.recorded_at <= $3 AND h.superseded_at > $3
     GROUP BY h.unit_id, n.unit_id
     ORDER BY h.unit_id, n.unit_id
)sql";

std::vector<People> list_people(db::Tx& tx, Date then, AsOf now) {
    std::vector<People> people;
    for (const auto& row : tx.all(count_people, then, now.on, now.known_at)) {
        people.push_back(
            {row.get<UnitId>("then_id"), row.get<UnitId>("now_id"), row.get<int>("people")}
        );
    }
    return people;
}

constexpr auto count_people_below = R"sql(
    SELECT h.unit_id, COUNT(DISTINCT h.person_id) AS people
      FROM organisation_unit_places p
      JOIN organisation_holdings h
        ON h.unit_id = p.unit_id AND h.kind = 'main'
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
     GROUP BY h.unit_id
     ORDER BY h.unit_id
)sql";

// By the structure of one day, which asks for nobody's way since: a part of a nation reads no more
// than its own people.
std::vector<People> list_people_below(db::Tx& tx, const UnitPath& place, AsOf at) {
    std::vector<People> people;
    for (const auto& row :
         tx.all(count_people_below, place.range_from(), place.range_until(), at.on, at.known_at)) {
        const auto unit = row.get<UnitId>("unit_id");
        people.push_back({unit, unit, row.get<int>("people")});
    }
    return people;
}

using Places = std::unordered_map<UnitId, UnitPath>;

Places places_of(const std::vector<Unit>& units) {
    Places places;
    for (const auto& unit : units) places.emplace(unit.id, unit.path);
    return places;
}

// Adds people to the line of the unit asked about or of the one below it on the way to them.
class Tally {
public:
    Tally(const UnitPath& root, const std::vector<Unit>& units) : depth_(root.depth()) {
        for (const auto& unit : units) {
            if (unit.path.depth() > depth_ + 1) continue;
            lines_.emplace(unit.id, headcount.lines.size());
            headcount.lines.push_back({.unit = unit});
        }
    }

    void add(const UnitPath& place, int people, bool by_default) {
        const auto shown =
            std::min<std::size_t>(place.text.size(), (static_cast<std::size_t>(depth_) + 1) * 16);
        auto& line = headcount.lines.at(lines_.at(UnitPath{place.text.substr(0, shown)}.unit()));
        line.people += people;
        headcount.people += people;
        if (!by_default) return;
        line.placed_by_default += people;
        headcount.placed_by_default += people;
    }

    Headcount headcount;

private:
    int depth_;
    std::unordered_map<UnitId, std::size_t> lines_;
};

void count_then(Tally& tally, const std::vector<People>& people, const Places& places) {
    for (const auto& [then, now, count] : people) {
        if (const auto place = places.find(then); place != places.end()) {
            tally.add(place->second, count, false);
        }
    }
}

// Units of then whose people stand nowhere now, with how many.
std::vector<std::pair<UnitId, int>> count_now(
    db::Tx& tx, Tally& tally, const std::vector<People>& people, const std::vector<Unit>& all_now
) {
    const auto places = places_of(all_now);
    const SuccessionMap successions(list_successions(tx));
    const auto stands = [&](UnitId unit) { return places.contains(unit); };
    std::vector<std::pair<UnitId, int>> unknown;
    for (const auto& [then, now, count] : people) {
        const auto [unit, fate] = successions.follow(now ? now : then, stands);
        if (fate == Fate::unknown) {
            unknown.emplace_back(then, count);
            continue;
        }
        const auto& place = places.at(unit);
        if (tally.headcount.lines.front().unit.path.contains(place)) {
            tally.add(place, count, fate == Fate::placed_by_default);
        }
    }
    return unknown;
}

// Of the whole tree: its root is the first step of every path in it.
std::vector<Unit> whole_tree(db::Tx& tx, const UnitPath& place, AsOf at) {
    return list_units_below(tx, UnitPath{place.text.substr(0, 16)}, at);
}

}  // namespace

Result<Headcount> HeadcountService::count(const Actor& actor, const HeadcountAsked& asked) {
    return kit_.db.read([&](db::Tx& tx) -> Result<Headcount> {
        const auto then = AsOf::latest(asked.on);
        const auto now = AsOf::latest(asked.now);
        const auto day = asked.by == CountBy::then ? then : now;
        const auto place = TRY(path_of(tx, asked.unit, day));
        TRY(actor.require(Permission::read_people, place, "unit"));

        const auto units = list_units_below(tx, place, day);
        Tally tally(place, units);
        if (asked.by == CountBy::then || asked.on == asked.now) {
            count_then(tally, list_people_below(tx, place, then), places_of(units));
            return std::move(tally.headcount);
        }
        const auto people = list_people(tx, asked.on, now);
        for (const auto& [unit, count] : count_now(tx, tally, people, whole_tree(tx, place, now))) {
            auto stood = find_unit(tx, unit, then);
            if (place.depth() > 1 || !stood) continue;
            tally.headcount.unknown_people += count;
            tally.headcount.unknown.push_back(take(stood));
        }
        return std::move(tally.headcount);
    });
}

}  // namespace nangluc::organisation
