#include "base/id.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <thread>
#include <vector>

using namespace nangluc;

namespace {

constexpr std::int64_t an_hour = 3'600'000'000;

}  // namespace

TEST_CASE("ids grow even when the clock goes back an hour") {
    FixedClock clock({2026, 5, 1});
    IdMaker ids(clock);
    const auto before = ids.next();

    clock.advance(-an_hour);

    CHECK(ids.next() > before);
    CHECK(ids.next() > before + 1);
}

TEST_CASE("more ids than a millisecond holds stay in order, apart, and of their node") {
    const FixedClock clock({2026, 5, 1});
    constexpr int node = 5;
    IdMaker ids(clock, node);

    auto last = ids.next();
    for (int i = 0; i < 10'000; ++i) {
        const auto id = ids.next();
        REQUIRE(id > last);
        REQUIRE((id >> 12 & 1023) == node);
        last = id;
    }
}

TEST_CASE("an id says its millisecond, so that keys grow with time") {
    FixedClock clock({2026, 5, 1});
    IdMaker ids(clock);
    const auto first = ids.next();

    clock.advance(1000);
    const auto second = ids.next();

    CHECK((second >> 22) == (first >> 22) + 1);
    CHECK((second & 4095) == 0);
}

TEST_CASE("two nodes never make the same id at the same moment") {
    const FixedClock clock({2026, 5, 1});
    IdMaker one(clock, 1);
    IdMaker two(clock, 2);
    std::set<std::int64_t> all;

    for (int i = 0; i < 5000; ++i) {
        all.insert(one.next());
        all.insert(two.next());
    }

    CHECK(all.size() == 10'000);
}

TEST_CASE("several threads never get the same id") {
    const FixedClock clock({2026, 5, 1});
    IdMaker ids(clock);
    std::vector<std::vector<std::int64_t>> made(4);
    {
        std::vector<std::jthread> threads;
        for (auto& mine : made) {
            threads.emplace_back([&ids, &mine] {
                for (int i = 0; i < 3000; ++i) mine.push_back(ids.next());
            });
        }
    }

    std::set<std::int64_t> all;
    for (const auto& mine : made) {
        CHECK(std::is_sorted(mine.begin(), mine.end()));
        all.insert(mine.begin(), mine.end());
    }
    CHECK(all.size() == 12'000);
}

TEST_CASE("an id is read from its decimal digits only") {
    CHECK(parse_id("9223372036854775807").value() == INT64_MAX);
    CHECK(parse_id(to_text(std::int64_t{42})).value() == 42);
    for (const auto* text :
         {"", "0", "-1", "+1", " 1", "1 ", "0x1", "1.0", "9223372036854775808"}) {
        INFO(text);
        REQUIRE(!parse_id(text));
        CHECK(parse_id(text).error().code == "id.malformed");
    }
}

TEST_CASE("an id of none is false") {
    CHECK_FALSE(static_cast<bool>(UnitId{}));
    CHECK(static_cast<bool>(UnitId{1}));
}
