#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "kit/sheet/archive.hpp"

namespace nangluc::sheet {

// How a number is shown. A time of day or a length of time is a number, because it has no day.
struct NumberFormat {
    bool is_date = false;
    int least_digits = 0;  // the zeros of a format like 000000

    friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

NumberFormat number_format_of(std::string_view code);
// The formats that files name by number only.
NumberFormat built_in_format(int id);

// The number format of each style that cells refer to. Refuses with sheet.too_many_styles.
Result<std::vector<NumberFormat>> read_styles(Archive::Entry& entry, const Limits& limits);

}  // namespace nangluc::sheet
