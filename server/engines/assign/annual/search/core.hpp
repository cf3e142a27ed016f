#pragma once

#include <optional>
#include <vector>

#include "engines/assign/annual/search/box.hpp"

namespace nangluc::annual {

// A whole answer near the relaxation's: what the prices have decided beyond doubt stays as it is,
// the few columns that they leave open are solved whole, as a small model of their own (the core;
// Balas and Zemel 1980, for the knapsack).
std::optional<std::vector<double>> core_answer(
    const Model& model,
    const std::vector<Row>& pool,
    const std::vector<Price>& prices,
    const Box& box,
    const std::vector<double>& columns
);

}  // namespace nangluc::annual
