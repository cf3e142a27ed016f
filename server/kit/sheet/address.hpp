#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kit/sheet/reader.hpp"

namespace nangluc::sheet {

// A cell's place as the file writes it: "C5". Column letters and row count from 1.
struct Address {
    int row = 0;  // 0 where only the column is written
    int column = 0;
};

std::optional<Address> parse_address(std::string_view text);
std::optional<Range> parse_range(std::string_view text);  // "A1:C3" or "A1"
std::string column_letters(int column);                   // 1 is A, 27 is AA
std::string address_text(int row, int column);

}  // namespace nangluc::sheet
