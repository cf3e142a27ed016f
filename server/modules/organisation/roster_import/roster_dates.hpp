#pragma once

#include <string_view>

#include "modules/organisation/roster_import/roster_import.hpp"

namespace nangluc::organisation {

// What a date written as a text says. `other` is the second way to read an ambiguous one.
struct WrittenDate {
    enum Reading { sound, malformed, two_digit_year, impossible, ambiguous } reading = malformed;
    Date date = {};
    Date other = {};
};

// Takes 3/4/2026, 03-04-2026, 3.4.2026, 03042026, 2026-04-03 and 20260403. Where both numbers may
// be the month and `order` says nothing, the date is ambiguous: nobody guesses.
WrittenDate read_written_date(std::string_view text, DateOrder order);

}  // namespace nangluc::organisation
