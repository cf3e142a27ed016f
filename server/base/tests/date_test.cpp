#include "base/date.hpp"

#include <doctest/doctest.h>

using namespace nangluc;

TEST_CASE("29 February exists in leap years only") {
    CHECK(is_valid({2024, 2, 29}));
    CHECK(is_valid({2000, 2, 29}));
    CHECK_FALSE(is_valid({2025, 2, 29}));
    CHECK_FALSE(is_valid({1900, 2, 29}));
    CHECK_FALSE(is_valid({2025, 4, 31}));
    CHECK_FALSE(is_valid({2025, 0, 1}));
    CHECK_FALSE(is_valid({2025, 13, 1}));
    CHECK_FALSE(is_valid({0, 1, 1}));
    CHECK(is_valid(Date::never()));
}

TEST_CASE("a number of months after the end of a month is the end of a shorter one") {
    CHECK(add_months({2025, 1, 31}, 1) == Date{2025, 2, 28});
    CHECK(add_months({2024, 1, 31}, 1) == Date{2024, 2, 29});
    CHECK(add_months({2025, 8, 31}, -2) == Date{2025, 6, 30});
    CHECK(add_months({2024, 2, 29}, 12) == Date{2025, 2, 28});
    CHECK(add_months({2025, 11, 15}, 3) == Date{2026, 2, 15});
    CHECK(add_months({2025, 1, 15}, -1) == Date{2024, 12, 15});
}

TEST_CASE("days are counted across months, years and leap days") {
    CHECK(add_days({2025, 6, 30}, 1) == Date{2025, 7, 1});
    CHECK(add_days({2024, 12, 31}, 60) == Date{2025, 3, 1});
    CHECK(add_days({2025, 3, 1}, -1) == Date{2025, 2, 28});
    CHECK(days_between({2024, 1, 1}, {2025, 1, 1}) == 366);
    CHECK(days_between({2025, 1, 1}, {2024, 1, 1}) == -366);
}

TEST_CASE("the week begins on Monday") {
    CHECK(weekday({2025, 6, 30}) == 1);
    CHECK(weekday({2025, 7, 6}) == 7);
}

TEST_CASE("a stored date is a number in the order of dates") {
    CHECK(to_number({2025, 7, 1}) == 20250701);
    CHECK(date_of_number(99991231) == Date::never());
    CHECK(to_number({2025, 9, 30}) < to_number({2025, 10, 1}));
}

TEST_CASE("only a real date in the form YYYY-MM-DD is read") {
    CHECK(parse_date("2024-02-29").value() == Date{2024, 2, 29});
    CHECK(to_text(Date{987, 6, 5}) == "0987-06-05");
    for (const auto* text :
         {"",
          "2025-02-29",
          "2025-7-1",
          "01/07/2025",
          "2025-07-01 ",
          "2025-07-01T",
          "2025_07_01",
          "-025-07-01",
          "2025-00-01",
          "2025-07-32",
          "0000-01-01",
          "２025-07-01"}) {
        INFO(text);
        REQUIRE(!parse_date(text));
        CHECK(parse_date(text).error().code == "date.malformed");
    }
}

TEST_CASE("a moment is written to the microsecond and read back") {
    const auto moment = parse_instant("2025-07-01T08:30:00.25Z").value();

    CHECK(to_text(moment) == "2025-07-01T08:30:00.250000Z");
    CHECK(parse_instant(to_text(moment)).value() == moment);
    CHECK(parse_instant("1969-12-31T23:59:59.999999Z").value() == Instant{-1});
    CHECK(to_text(Instant{-1}) == "1969-12-31T23:59:59.999999Z");
    CHECK(parse_instant("1970-01-01T00:00:00Z").value() == Instant{0});
}

TEST_CASE("a moment with another zone, or with no such time, is refused") {
    for (const auto* text :
         {"",
          "2025-07-01",
          "2025-07-01T08:30:00",
          "2025-07-01T08:30:00+07:00",
          "2025-07-01T24:00:00Z",
          "2025-07-01T08:60:00Z",
          "2025-07-01T08:30:60Z",
          "2025-02-29T08:30:00Z",
          "2025-07-01 08:30:00Z",
          "2025-07-01T08:30:00.Z",
          "2025-07-01T08:30:00.1234567Z",
          "2025-07-01T08:30:00,5Z"}) {
        INFO(text);
        REQUIRE(!parse_instant(text));
        CHECK(parse_instant(text).error().code == "instant.malformed");
    }
}
