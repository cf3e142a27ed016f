#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engines/assign/annual/search/relaxation.hpp"

namespace nangluc::annual {

// Whether every column that must be whole is, to a millionth.
bool is_whole(const Model& model, std::span<const double> columns);

// From the relaxation's present answer down to one whose openings are whole: the nearest is decided
// and the rest solved again, until none is open. Given up where the relaxation falls to
// `worthless`. The columns are then the relaxation's; what comes back is the box that holds the
// openings.
std::optional<Box> dive(const Model& model, Relaxation& relaxation, Box box, double worthless);

}  // namespace nangluc::annual
