#include "kit/sheet/address.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace nangluc::sheet {

// More than any spreadsheet has; keeps the arithmetic from overflowing.
constexpr int far_away = 100'000'000;

// How a part of an address counts: letters from A, which is 1, or digits from 0.
struct Digits {
    char first;
    char last;
    int base;
    int least;
};

static std::optional<int> number_in(std::string_view text, const Digits& digits) {
    std::int64_t number = 0;
    for (const char c : text) {
        if (c < digits.first || c > digits.last) return std::nullopt;
        number = number * digits.base + (c - digits.first) + digits.least;
        if (number > far_away) return std::nullopt;
    }
    return static_cast<int>(number);
}

static std::string without_dollars(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (c != '$') plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return plain;
}

std::optional<Address> parse_address(std::string_view text) {
    const auto plain = without_dollars(text);
    const auto end = std::min(plain.find_first_of("0123456789"), plain.size());
    const auto column = number_in(std::string_view(plain).substr(0, end), {'A', 'Z', 26, 1});
    const auto row = number_in(std::string_view(plain).substr(end), {'0', '9', 10, 0});
    if (!column || !row || *column == 0) return std::nullopt;
    if (*row == 0 && end < plain.size()) return std::nullopt;
    return Address{.row = *row, .column = *column};
}

std::optional<Range> parse_range(std::string_view text) {
    const auto colon = text.find(':');
    const auto first = parse_address(text.substr(0, colon));
    const auto last =
        colon == std::string_view::npos ? first : parse_address(text.substr(colon + 1));
    if (!first || !last) return std::nullopt;
    return Range{first->row, first->column, last->row, last->column};
}

std::string column_letters(int column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26) {
        letters += static_cast<char>('A' + (column - 1) % 26);
    }
    std::reverse(letters.begin(), letters.end());
    return letters;
}

std::string address_text(int row, int column) {
    return column_letters(column) + std::to_string(row);
}

}  // namespace nangluc::sheet
