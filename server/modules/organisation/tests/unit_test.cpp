#include "modules/organisation/unit/unit.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace nangluc;
using namespace nangluc::organisation;

static const Date merger{2025, 7, 1};

// 1 and 2 merged into 10; 3 was split between 10 and 11; 10 was renamed by a later merger to 20.
static SuccessionMap some_successions() {
    return SuccessionMap({
        {{1}, {10}, Extent::whole, true, merger},
        {{2}, {10}, Extent::whole, true, merger},
        {{3}, {10}, Extent::part, false, merger},
        {{3}, {11}, Extent::part, true, merger},
        {{10}, {20}, Extent::whole, true, {2026, 1, 1}},
    });
}

static Destination follow(std::int64_t unit, std::set<std::int64_t> standing) {
    return some_successions().follow({unit}, [&](UnitId candidate) {
        return standing.contains(candidate.value);
    });
}

TEST_CASE("a unit that still stands is counted at itself") {
    CHECK(follow(11, {11}) == Destination{{11}, Fate::stood});
}

TEST_CASE("a merged unit is counted at its successor, and at that one's successor later") {
    CHECK(follow(1, {10, 11}) == Destination{{10}, Fate::succeeded});
    CHECK(follow(1, {20, 11}) == Destination{{20}, Fate::succeeded});
}

TEST_CASE("a split unit is counted at its default target, and the report can say so") {
    CHECK(follow(3, {10, 11}) == Destination{{11}, Fate::placed_by_default});
}

TEST_CASE("a unit whose successor no table names is unknown, not dropped") {
    CHECK(follow(99, {10, 11}) == Destination{{}, Fate::unknown});
}

TEST_CASE("successions that lead back to where they began are unknown, not endless") {
    const SuccessionMap circle({
        {{1}, {2}, Extent::whole, true, merger},
        {{2}, {1}, Extent::whole, true, merger},
    });

    const auto destination = circle.follow(UnitId{1}, [](UnitId) { return false; });

    CHECK(destination.fate == Fate::unknown);
}

TEST_CASE("a level counts its units, and apart those with nothing below them") {
    const std::vector<Unit> units = {
        {.id = {1}, .level = "province"},
        {.id = {2}, .parent = {1}, .level = "district"},
        {.id = {3}, .parent = {1}, .level = "district"},
        {.id = {4}, .parent = {2}, .level = "commune"},
    };

    const auto counts = count_by_level(units);

    CHECK(counts[1] == LevelCount{"district", 2, 1});
}
