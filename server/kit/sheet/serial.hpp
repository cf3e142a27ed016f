#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"

namespace nangluc::sheet {

// Which day a workbook counts from.
enum class Epoch { y1900, y1904 };

struct Moment {
    Date date;
    int second = 0;

    friend bool operator==(const Moment&, const Moment&) = default;
};

// The day of a serial number, as Excel counts: 1 is 1900-01-01, and 60 is the 29 February 1900
// that never was, so 60 is no date and 61 is 1900-03-01. None outside 1900 to 9999.
std::optional<Moment> moment_of(double serial, Epoch epoch);
// The serial of a date from 1900-01-01 on, in the system of 1900.
double serial_of(Date date);

std::string to_text(const Moment& moment);  // 2025-07-01, or 2025-07-01T08:30:00

}  // namespace nangluc::sheet
