#include "modules/assessment/moderation/moderation.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace nangluc;
using namespace nangluc::assessment;

static constexpr Date today{2026, 11, 23};
static constexpr UnitId harsh{1};
static constexpr UnitId mild{2};

static Rating rated(std::int64_t id, Method method, int level) {
    return {
        .id = {id},
        .person = {id},
        .competency = {21},
        .level = level,
        .method = method,
        .observed_on = {2026, 10, 1},
        .withdraws = {},
    };
}

static void add_many(Moderation& moderation, UnitId unit, int people, int opinion, int test) {
    for (int i = 0; i < people; ++i) {
        const std::vector<Rating> ratings = {
            rated(2 * i + 1, Method::supervisor, opinion), rated(2 * i + 2, Method::test, test)};
        moderation.add(unit, ratings, today);
    }
}

TEST_CASE("E10 part: a unit far from its own tests and from the other units is flagged for both") {
    Moderation moderation;
    add_many(moderation, harsh, 20, 2, 3);
    add_many(moderation, mild, 20, 3, 3);

    const auto compared = moderation.compare(75);

    REQUIRE(compared.size() == 2);
    CHECK(compared[0].unit == harsh);
    CHECK(compared[0].above_tests == -100);
    CHECK(compared[0].above_others == -100);
    CHECK(compared[0].flags == std::vector{Leaning::from_tests, Leaning::from_others});
    CHECK(compared[1].above_tests == 0);
    CHECK(compared[1].above_others == 100);
    CHECK(compared[1].flags == std::vector{Leaning::from_others});
}

TEST_CASE("E10 part: a handful of ratings says nothing about a unit") {
    Moderation moderation;
    add_many(moderation, harsh, 4, 0, 5);
    add_many(moderation, mild, 20, 3, 3);

    const auto compared = moderation.compare(75);

    const auto few = std::ranges::find(compared, harsh, &UnitRatings::unit);
    CHECK(few->beside_tests == 4);
    CHECK_FALSE(few->above_tests);
    CHECK_FALSE(few->above_others);
    CHECK(few->flags.empty());
}

TEST_CASE("E10 part: what was withdrawn, or replaced by a newer opinion, is not compared") {
    Moderation moderation;
    auto taken_back = rated(3, Method::supervisor, 0);
    taken_back.gives_level = false;
    taken_back.withdraws = {2};
    auto newer = rated(4, Method::supervisor, 4);
    newer.observed_on = {2026, 11, 1};
    for (int i = 0; i < 5; ++i) {
        const std::vector<Rating> ratings = {
            rated(1, Method::test, 4),
            rated(2, Method::supervisor, 6),
            taken_back,
            rated(5, Method::supervisor, 1),
            newer};
        moderation.add(mild, ratings, today);
    }

    CHECK(moderation.compare(75).front().above_tests == 0);
}
