#pragma once

#include <string>

#include "app/commands/measure/fit_figures.hpp"

namespace nangluc::app {

// What a report tells of.
struct Reported {
    const irt::Responses& responses;
    const irt::Calibration& calibration;
    const FitFigures& fit;
    irt::Model model;
    const std::vector<std::string>& groups;  // of the populations; none where there is but one
};

// A page that stands by itself, to be handed on: parameters with errors, fit, where people and
// items lie on one scale, information and curves.
std::string calibration_report(const Reported& reported);

// Where a step of an item, counted from 0, begins: -d/a; of partial credit where its category is as
// likely as the one below.
double location_of(const irt::Item& item, std::size_t step);

// Its pictures, as SVG.
std::string person_item_map(const Reported& reported);
std::string information_curve(const irt::Calibration& calibration);
std::string curves_of(const irt::ItemEstimate& estimate);

}  // namespace nangluc::app
