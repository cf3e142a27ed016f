#include "base/clock.hpp"

#include <doctest/doctest.h>

using namespace nangluc;

namespace {

constexpr std::int64_t an_hour = 3'600'000'000;

}  // namespace

TEST_CASE("a fixed clock stands at eight in the morning of its day") {
    const FixedClock clock({2025, 7, 1});

    CHECK(clock.today() == Date{2025, 7, 1});
    CHECK(to_text(clock.now()) == "2025-07-01T01:00:00.000000Z");
    CHECK(clock.as_of_now() == AsOf{{2025, 7, 1}, clock.now()});
}

TEST_CASE("the date of a fixed clock follows its time, at midnight in Hà Nội") {
    FixedClock clock({2025, 7, 1});

    clock.advance(16 * an_hour - 1);
    CHECK(clock.today() == Date{2025, 7, 1});
    clock.advance(1);
    CHECK(clock.today() == Date{2025, 7, 2});
    clock.advance(-17 * an_hour);
    CHECK(clock.today() == Date{2025, 7, 1});
    clock.advance(-8 * an_hour);
    CHECK(clock.today() == Date{2025, 6, 30});
}

TEST_CASE("the system clock reads the date of its time zone") {
    const auto east = system_clock("Pacific/Kiritimati");  // UTC + 14 hours
    const auto west = system_clock("Etc/GMT+12");          // UTC - 12 hours

    const auto behind = days_between(west->today(), east->today());
    CHECK((behind == 1 || behind == 2));
    CHECK(system_clock("Asia/Ho_Chi_Minh")->now() > parse_instant("2026-01-01T00:00:00Z").value());
}

TEST_CASE("a time zone that does not exist is refused") {
    CHECK_THROWS_AS(system_clock("Asia/Atlantis"), std::invalid_argument);
    CHECK_THROWS_AS(system_clock(""), std::invalid_argument);
}
