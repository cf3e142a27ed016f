#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nangluc::annual {

// A number as the file writes it: 12.50 is 1250 at two places. Nothing is rounded on the way in.
struct Decimal {
    std::int64_t digits = 0;
    int places = 0;
};

// Nothing where the text is no plain decimal ("-3", "12.50") of at most 18 digits.
std::optional<Decimal> parse_decimal(std::string_view text);

// The same number with so many places; nothing where it does not fit.
std::optional<std::int64_t> at_places(const Decimal& number, int places);

// 1250 at two places is "12.5".
std::string to_text(std::int64_t digits, int places);

double to_double(std::int64_t digits, int places);

}  // namespace nangluc::annual
