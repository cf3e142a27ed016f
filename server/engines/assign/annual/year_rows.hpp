#pragma once

#include <map>
#include <span>
#include <utility>
#include <vector>

#include "engines/assign/annual/year_columns.hpp"

namespace nangluc::annual {

// The rules of a year as rows, each as tight as it can be said of one person at a time.
std::vector<Row> year_rows(const YearColumns& year);

// Of these: the rooms, lecturers and floors.
void add_supply_rows(const YearColumns& year, std::vector<Row>& rows);

// By a first number and a slot. Of those of one first number: what a row says that has no more
// columns than another, the other says too; and one column alone is held by its sides. Sessions
// over many slots bring many of them.
using SlotRows = std::map<std::pair<int, int>, Row>;
void drop_contained(SlotRows& rows);

// Rows of families too large to be written at once: seats only in open sessions, an office's seats
// only in open sessions, and hours that some programmes of a person cannot cover alone.
std::vector<Row> broken_year_rows(const YearColumns& year, std::span<const double> columns);

}  // namespace nangluc::annual
