#pragma once

#include "engines/assign/proof/rows.hpp"

namespace nangluc::proof {

// Prices, evaluated once for all leaves that use them: what is left of each column's gain, and the
// sum of the priced limits and of what every plan gains.
struct Evaluated {
    std::vector<Exact> left;  // [column]
    Exact limits;
};

// Throws std::runtime_error for a price below 0 or a row that is none.
Evaluated evaluate(const Columns& columns, const Rows& rows, const std::vector<Priced>& prices);

// Whether no plan within the leaf's answers can be worth `too_much`: the prices before the last
// take away what would have to be worth less than that, the last bounds the rest.
bool holds(
    const Columns& columns,
    const std::vector<Evaluated>& prices,
    const Leaf& leaf,
    const Exact& too_much
);

}  // namespace nangluc::proof
