#pragma once

#include "engines/irt/calibrate/calibrate.hpp"

namespace nangluc::irt {

// One run of the EM cycles on one grid.
struct Run {
    Estimate estimate;
    double log_likelihood = 0;
    bool converged = false;
    int cycles = 0;
    double largest_change = 0;
    double largest_gradient = 0;
};

Run run_cycles(
    EStep& step, const Estimate& start, const Layout& layout, const CalibrationOptions& options
);

}  // namespace nangluc::irt
