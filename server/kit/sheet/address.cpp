#include "kit/sheet/address.hpp"

#include <algorithm>

namespace nangluc::sheet {

// More than any spreadsheet has; keeps the arithmetic from overflowing.
constexpr int far_away = 100'000'000;

std::optional<Address> parse_address(std::string_view text) {
    Address at;
    bool digits = false;
    for (const char c : text) {
        if (c == '$') continue;
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        if (upper >= 'A' && upper <= 'Z' && !digits) {
            at.column = at.column * 26 + (upper - 'A' + 1);
        } else if (c >= '0' && c <= '9' && at.column > 0) {
            digits = true;
            at.row = at.row * 10 + (c - '0');
        } else {
            return std::nullopt;
        }
        if (at.column > far_away || at.row > far_away) return std::nullopt;
    }
    if (at.column == 0 || (digits && at.row == 0)) return std::nullopt;
    return at;
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
