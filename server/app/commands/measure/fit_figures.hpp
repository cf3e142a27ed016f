#pragma once

#include <optional>

#include "engines/irt/calibrate/calibrate.hpp"
#include "engines/irt/fit/item_fit.hpp"
#include "engines/irt/fit/limited_information.hpp"

namespace nangluc::app {

// How well a calibration fits the answers that it is of.
struct FitFigures {
    // None for several populations, fixed items, more than 75 items (its matrix takes memory with
    // the fourth power) or no complete row.
    std::optional<irt::LimitedInformationFit> overall;
    // A figure an item; none for several populations, too few groups of sums or no complete row.
    std::vector<std::optional<irt::SumScoreFit>> sums;
    irt::ResidualFit residuals;         // at the abilities below
    std::vector<irt::Score> abilities;  // of the rows, EAP
};
FitFigures fit_figures(
    const irt::Responses& responses,
    const irt::Calibration& calibration,
    irt::Model model,
    unsigned threads
);

// What Q3 is worth a look: a convention.
inline constexpr double notable_q3 = 0.2;

}  // namespace nangluc::app
