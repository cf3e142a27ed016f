#include "base/period.hpp"

#include <doctest/doctest.h>

#include "base/unit_path.hpp"

using namespace nangluc;

TEST_CASE("a period holds on its first day and no longer on its last") {
    const Period period{{2025, 7, 1}, {2026, 7, 1}};

    CHECK(period.contains({2025, 7, 1}));
    CHECK(period.contains({2026, 6, 30}));
    CHECK_FALSE(period.contains({2026, 7, 1}));
    CHECK_FALSE(period.contains({2025, 6, 30}));
}

TEST_CASE("a period without an end is open and holds for ever") {
    const Period open{.from = {2025, 7, 1}};

    CHECK(open.is_open());
    CHECK(open.contains({9999, 12, 30}));
    CHECK_FALSE(Period{{2025, 7, 1}, {2025, 7, 2}}.is_open());
}

TEST_CASE("periods that touch do not overlap") {
    const Period first{{2024, 1, 1}, {2025, 1, 1}};
    const Period second{{2025, 1, 1}, {2026, 1, 1}};
    const Period across{{2024, 12, 31}, {2025, 1, 2}};

    CHECK_FALSE(first.overlaps(second));
    CHECK_FALSE(second.overlaps(first));
    CHECK(across.overlaps(first));
    CHECK(second.overlaps(across));
}

TEST_CASE("a period of no days is not valid") {
    CHECK_FALSE(Period{{2025, 1, 1}, {2025, 1, 1}}.is_valid());
    CHECK_FALSE(Period{{2025, 1, 2}, {2025, 1, 1}}.is_valid());
    CHECK(Period{{2025, 1, 1}, {2025, 1, 2}}.is_valid());
}

TEST_CASE("a path names its unit, its parent and its depth") {
    const auto root = UnitPath::root(UnitId{1});
    const auto child = root.child(UnitId{INT64_MAX});

    CHECK(child.unit() == UnitId{INT64_MAX});
    CHECK(child.parent() == UnitId{1});
    CHECK(child.depth() == 2);
    CHECK(root.parent() == UnitId{});
    CHECK(UnitPath{}.unit() == UnitId{});
}

TEST_CASE("a sub-tree is the range of its paths and nothing else") {
    const auto province = UnitPath::root(UnitId{7}).child(UnitId{0xff});
    const auto commune = province.child(UnitId{INT64_MAX});
    const auto neighbour = UnitPath::root(UnitId{7}).child(UnitId{0x100});
    const auto in_range = [&](const UnitPath& path) {
        return path.text >= province.range_from() && path.text < province.range_until();
    };

    CHECK(in_range(province));
    CHECK(in_range(commune));
    CHECK_FALSE(in_range(neighbour));
    CHECK_FALSE(in_range(UnitPath::root(UnitId{7})));
    CHECK(province.contains(commune));
    CHECK_FALSE(commune.contains(province));
    CHECK_FALSE(province.contains(neighbour));
}
