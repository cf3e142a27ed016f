#include "modules/organisation/roster_import/roster_dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace nangluc::organisation {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

int number_of(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

bool is_plausible(int year) {
    return year >= 1900 && year <= 2100;
}

// Three groups of digits with one kind of sign between them.
struct Groups {
    std::array<std::string_view, 3> text;
    bool are_three = false;
};

Groups split(std::string_view text) {
    constexpr std::string_view signs = "/-. ";
    constexpr std::size_t most_digits = 4;
    Groups groups;
    const auto sign = text.find_first_not_of("0123456789");
    if (sign == text.npos || signs.find(text[sign]) == signs.npos) return groups;
    const char between = text[sign];
    for (auto& group : groups.text) {
        const bool is_last = &group == &groups.text.back();
        const auto end = is_last ? text.size() : text.find(between);
        if (end == text.npos) return groups;
        group = text.substr(0, end);
        if (group.empty() || group.size() > most_digits) return groups;
        if (!std::ranges::all_of(group, is_digit)) return groups;
        text.remove_prefix(is_last ? end : end + 1);
    }
    groups.are_three = true;
    return groups;
}

WrittenDate as_day(Date date) {
    if (!is_valid(date)) return {.reading = WrittenDate::impossible};
    return {.reading = WrittenDate::sound, .date = date};
}

WrittenDate of_day_and_month(int first, int second, int year, DateOrder order) {
    const Date day_first{year, second, first};
    const Date month_first{year, first, second};
    if (order == DateOrder::day_first) return as_day(day_first);
    if (order == DateOrder::month_first) return as_day(month_first);
    if (!is_valid(day_first) && is_valid(month_first)) return as_day(month_first);
    if (is_valid(day_first) && is_valid(month_first) && first != second) {
        return {.reading = WrittenDate::ambiguous, .date = day_first, .other = month_first};
    }
    return as_day(day_first);
}

WrittenDate of_eight_digits(std::string_view text, DateOrder order) {
    const int last_year = number_of(text.substr(4));
    if (is_plausible(last_year)) {
        return of_day_and_month(
            number_of(text.substr(0, 2)), number_of(text.substr(2, 2)), last_year, order
        );
    }
    const int first_year = number_of(text.substr(0, 4));
    if (!is_plausible(first_year)) return {};
    return as_day({first_year, number_of(text.substr(4, 2)), number_of(text.substr(6))});
}

}  // namespace

WrittenDate read_written_date(std::string_view text, DateOrder order) {
    if (text.size() == 8 && std::ranges::all_of(text, is_digit)) {
        return of_eight_digits(text, order);
    }
    const auto [groups, are_three] = split(text);
    if (!are_three) return {};
    const int first = number_of(groups[0]);
    const int second = number_of(groups[1]);
    const int third = number_of(groups[2]);
    if (groups[0].size() == 4 && groups[2].size() <= 2) return as_day({first, second, third});
    if (groups[0].size() > 2 || groups[1].size() > 2) return {};
    if (groups[2].size() == 2) return {.reading = WrittenDate::two_digit_year};
    if (groups[2].size() != 4 || !is_plausible(third)) return {};
    return of_day_and_month(first, second, third, order);
}

}  // namespace nangluc::organisation
