#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nangluc {

// A civil date of the country, without a time or a zone. Gregorian; other calendars are a matter of
// the screen.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    friend auto operator<=>(const Date&, const Date&) = default;

    // The date that stands for "never": after every other one. What is open ends here.
    static constexpr Date never() { return {9999, 12, 31}; }
};

bool is_valid(Date date);
Date add_days(Date date, int days);
// The same day `months` later, or the last day of that month where it is shorter.
Date add_months(Date date, int months);
// Days from `from` to `until`; negative where `until` is earlier.
int days_between(Date from, Date until);
// 1 is Monday, 7 is Sunday.
int weekday(Date date);

// As stored: 20250701, so that the order of numbers is the order of dates.
std::int64_t to_number(Date date);
Date date_of_number(std::int64_t number);

std::string to_text(Date date);  // 2025-07-01
// Refuses what is not a real date in the form YYYY-MM-DD, with "date.malformed".
Result<Date> parse_date(std::string_view text);

// A moment in microseconds since 1970-01-01 UTC.
struct Instant {
    std::int64_t microseconds = 0;

    friend auto operator<=>(const Instant&, const Instant&) = default;

    // After every other moment: what still counts as known is superseded then.
    static constexpr Instant never() { return {INT64_MAX}; }
};

std::string to_text(Instant instant);  // 2025-07-01T00:00:00.000000Z
// Refuses what is not UTC in the form above (the fraction may be left out), "instant.malformed".
Result<Instant> parse_instant(std::string_view text);

}  // namespace nangluc
