#pragma once

#include <string>

#include "engines/irt/calibrate/calibrate.hpp"

namespace nangluc::app {

// A page that stands by itself, to be handed on: parameters with errors, curves, and where people
// and items lie on one scale.
std::string calibration_report(const irt::Calibration& calibration, irt::Model model);

}  // namespace nangluc::app
