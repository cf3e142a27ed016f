#include "base/date.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace nangluc {

namespace {

std::chrono::sys_days days_of(Date date) {
    using namespace std::chrono;
    return year{date.year} / month{static_cast<unsigned>(date.month)} /
           day{static_cast<unsigned>(date.day)};
}

Date date_of(std::chrono::sys_days days) {
    const std::chrono::year_month_day civil{days};
    return {
        static_cast<int>(civil.year()),
        static_cast<int>(static_cast<unsigned>(civil.month())),
        static_cast<int>(static_cast<unsigned>(civil.day())),
    };
}

// The number written by exactly `length` digits at `at`, or -1.
int digits(std::string_view text, std::size_t at, std::size_t length) {
    if (text.size() < at + length) return -1;
    int value = 0;
    for (const char c : text.substr(at, length)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

// The microseconds written by the one to six digits of a fraction, or -1.
int fraction(std::string_view text) {
    if (text.empty() || text.size() > 6) return -1;
    int value = digits(text, 0, text.size());
    for (auto length = text.size(); value >= 0 && length < 6; ++length) value *= 10;
    return value;
}

}  // namespace

bool is_valid(Date date) {
    using namespace std::chrono;
    if (date.year < 1 || date.year > 9999 || date.month < 1 || date.day < 1) return false;
    return (year{date.year} / month{static_cast<unsigned>(date.month)} /
            day{static_cast<unsigned>(date.day)})
        .ok();
}

Date add_days(Date date, int days) {
    return date_of(days_of(date) + std::chrono::days{days});
}

Date add_months(Date date, int months) {
    using namespace std::chrono;
    const auto month_reached =
        year{date.year} / month{static_cast<unsigned>(date.month)} + std::chrono::months{months};
    const auto last = static_cast<unsigned>((month_reached / std::chrono::last).day());
    return {
        static_cast<int>(month_reached.year()),
        static_cast<int>(static_cast<unsigned>(month_reached.month())),
        std::min(date.day, static_cast<int>(last)),
    };
}

int days_between(Date from, Date until) {
    return static_cast<int>((days_of(until) - days_of(from)).count());
}

int weekday(Date date) {
    return static_cast<int>(std::chrono::weekday{days_of(date)}.iso_encoding());
}

std::int64_t to_number(Date date) {
    return std::int64_t{date.year} * 10'000 + std::int64_t{date.month} * 100 + date.day;
}

Date date_of_number(std::int64_t number) {
    return {
        static_cast<int>(number / 10'000),
        static_cast<int>(number / 100 % 100),
        static_cast<int>(number % 100),
    };
}

std::string to_text(Date date) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

Result<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return invalid("date.malformed");
    const Date date{digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)};
    if (!is_valid(date)) return invalid("date.malformed");
    return date;
}

std::string to_text(Instant instant) {
    using namespace std::chrono;
    const sys_time<microseconds> at{microseconds{instant.microseconds}};
    const auto day = floor<days>(at);
    const hh_mm_ss time{at - day};
    char text[64];
    std::snprintf(
        text,
        sizeof text,
        "%sT%02d:%02d:%02d.%06dZ",
        to_text(date_of(day)).c_str(),
        static_cast<int>(time.hours().count()),
        static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()),
        static_cast<int>(time.subseconds().count())
    );
    return text;
}

Result<Instant> parse_instant(std::string_view text) {
    const auto refused = invalid("instant.malformed");
    if (text.size() < 20 || text[10] != 'T' || text.back() != 'Z') return refused;
    const auto date = parse_date(text.substr(0, 10));
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    if (!date || text[13] != ':' || text[16] != ':') return refused;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
        return refused;
    }

    const auto rest = text.substr(19, text.size() - 20);
    if (!rest.empty() && rest.front() != '.') return refused;
    const int micros = rest.empty() ? 0 : fraction(rest.substr(1));
    if (micros < 0) return refused;

    const auto day = days_of(date.value()).time_since_epoch().count();
    const auto seconds = ((std::int64_t{day} * 24 + hour) * 60 + minute) * 60 + second;
    return Instant{seconds * 1'000'000 + micros};
}

}  // namespace nangluc
