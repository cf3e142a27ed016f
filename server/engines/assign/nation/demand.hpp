#pragma once

#include <cstdint>
#include <vector>

#include "engines/assign/nation/crowd.hpp"
#include "engines/assign/nation/prices.hpp"

namespace nangluc::nation {

// What everybody would choose at the prices, were there room for all, and what it is worth to them.
struct Demand {
    std::vector<std::int64_t> seats;  // [session]
    std::int64_t travel = 0;          // in the files' smallest unit
    std::vector<int> absent;          // [office · slots + slot]
    Nano gain = 0;                    // at most, above attending nothing, all prices paid
};

// Offices are looked at by several threads; sums of whole numbers do not say in which order.
Demand demand_at(
    const Crowd& crowd, const Prices& prices, const std::vector<char>& shut, int threads
);

}  // namespace nangluc::nation
