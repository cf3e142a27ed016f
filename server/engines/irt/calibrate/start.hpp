#pragma once

#include "engines/irt/calibrate/calibrate.hpp"

namespace nangluc::irt {

// Where the cycles begin: slopes of one, and intercepts that give each category its share.
Estimate starting_estimate(const Responses& patterns, const CalibrationOptions& options);

// Refuses what calibrate() refuses.
Result<> check(const Responses& patterns, const CalibrationOptions& options);

}  // namespace nangluc::irt
