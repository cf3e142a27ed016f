#include "engines/assign/annual/decimal.hpp"

#include <cmath>

namespace nangluc::annual {

std::optional<Decimal> parse_decimal(std::string_view text) {
    constexpr auto most_digits = 18;
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);

    Decimal number;
    int read = 0;
    bool after_point = false;
    for (const char c : text) {
        if (c == '.' && !after_point) {
            after_point = true;
            continue;
        }
        if (c < '0' || c > '9' || ++read > most_digits) return std::nullopt;
        number.digits = number.digits * 10 + (c - '0');
        if (after_point) ++number.places;
    }
    if (read == 0 || text.ends_with('.')) return std::nullopt;
    while (number.places > 0 && number.digits % 10 == 0) {
        number.digits /= 10;
        --number.places;
    }
    if (negative) number.digits = -number.digits;
    return number;
}

std::optional<std::int64_t> at_places(const Decimal& number, int places) {
    auto digits = number.digits;
    for (int place = number.places; place < places; ++place) {
        if (__builtin_mul_overflow(digits, std::int64_t{10}, &digits)) return std::nullopt;
    }
    return digits;
}

std::string to_text(std::int64_t digits, int places) {
    const bool negative = digits < 0;
    auto text = std::to_string(negative ? -digits : digits);
    const auto behind = static_cast<std::size_t>(places);
    if (text.size() <= behind) text.insert(0, behind + 1 - text.size(), '0');
    if (places > 0) {
        text.insert(text.size() - behind, 1, '.');
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
    }
    if (negative) text.insert(0, 1, '-');
    return text;
}

double to_double(std::int64_t digits, int places) {
    return static_cast<double>(digits) / std::pow(10.0, places);
}

}  // namespace nangluc::annual
