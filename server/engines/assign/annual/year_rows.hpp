#pragma once

#include <span>
#include <vector>

#include "engines/assign/annual/year_columns.hpp"

namespace nangluc::annual {

// The rules of a year as rows, each as tight as it can be said of one person at a time.
std::vector<Row> year_rows(const YearColumns& year);

// Rows of families too large to be written at once: seats only in open sessions, an office's seats
// only in open sessions, and hours that some programmes of a person cannot cover alone.
std::vector<Row> broken_year_rows(const YearColumns& year, std::span<const double> columns);

}  // namespace nangluc::annual
