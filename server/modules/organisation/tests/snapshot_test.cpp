#include "modules/organisation/unit/snapshot.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace nangluc;
using namespace nangluc::organisation;

static SnapshotUnit unit(std::string level, std::string code, std::string parent) {
    return {
        .code = code,
        .level = level,
        .type = level,
        .name = code,
        .full_name = level + code,
        .parent_code = parent};
}

static const Date before{2025, 6, 30};
static const Date after{2025, 7, 1};

// A province with a district of four communes; the reform merges 1 and 2 into 1, splits 3 between 3
// and 1, and leaves 4 alone. Each test looks at one thing.
static UnitHistory reformed() {
    const Snapshot then{
        .on = before,
        .units =
            {unit("province", "11", ""),
             unit("district", "102", "11"),
             unit("commune", "1", "102"),
             unit("commune", "2", "102"),
             unit("commune", "3", "102"),
             unit("commune", "4", "102")},
    };
    const Snapshot now{
        .on = after,
        .units =
            {unit("province", "11", ""),
             unit("commune", "1", "11"),
             unit("commune", "3", "11"),
             unit("commune", "4", "11")},
        .reform =
            {{"province", "11", "province", "11"},
             {"commune", "1", "commune", "1"},
             {"commune", "2", "commune", "1"},
             {"commune", "3", "commune", "1", Extent::part, false},
             {"commune", "3", "commune", "3", Extent::part, true},
             {"commune", "4", "commune", "4"}},
    };
    std::int64_t last = 100;
    return history_of({1}, {then, now}, [&] { return UnitId{++last}; });
}

static std::vector<DatedPlace> places_on(const UnitHistory& history, Date on) {
    std::vector<DatedPlace> places;
    std::ranges::copy_if(history.places, std::back_inserter(places), [&](const DatedPlace& place) {
        return place.period.contains(on);
    });
    return places;
}

TEST_CASE("on each day stand just the units of that day's list") {
    const auto history = reformed();

    CHECK(places_on(history, before).size() == 6);
    CHECK(places_on(history, after).size() == 4);
    CHECK(std::ranges::none_of(places_on(history, after), [](const DatedPlace& place) {
        return place.level == "district";
    }));
}

TEST_CASE("a unit that took in another is a new unit, though it kept the code") {
    const auto history = reformed();
    const auto called_1 = std::ranges::count_if(history.names, [](const DatedName& name) {
        return name.called.code == "1";
    });

    CHECK(history.units.size() == 8);
    CHECK(called_1 == 2);
}

TEST_CASE("a unit that the reform left alone keeps its identity and hangs on its province") {
    const auto history = reformed();
    const auto name = std::ranges::find_if(history.names, [](const DatedName& candidate) {
        return candidate.called.code == "4";
    });
    const auto places = places_on(history, after);
    const auto place = std::ranges::find(places, name->unit, &DatedPlace::unit);

    REQUIRE(place != places.end());
    CHECK(name->period.is_open());
    CHECK(place->path.depth() == 3);
}

TEST_CASE("a split unit has one default successor") {
    const auto history = reformed();

    const auto parts = std::ranges::count(history.successions, Extent::part, &Succession::extent);
    const auto defaults = std::ranges::count_if(history.successions, [](const Succession& line) {
        return line.extent == Extent::part && line.is_default;
    });

    CHECK(parts == 2);
    CHECK(defaults == 1);
}

TEST_CASE("a list that names a parent nobody stated is refused") {
    const Snapshot orphaned{.on = before, .units = {unit("commune", "1", "999")}};

    CHECK_THROWS(history_of({1}, {orphaned}, [] { return UnitId{2}; }));
}
