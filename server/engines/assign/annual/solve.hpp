#pragma once

#include "base/result.hpp"

#include "engines/assign/annual/instance.hpp"
#include "engines/assign/annual/search/search.hpp"

namespace nangluc::annual {

struct Solution {
    Assignment assignment;
    std::int64_t value = 0;  // at the instance's value_places, by the judge
    std::int64_t bound = 0;  // likewise; no assignment is worth more
    Found proof;

    // How far at most this is from the best, as a share of its own size.
    double gap() const;
};

// What is settled beforehand about a session.
struct Decision {
    int session;
    bool open;
};

// The best use of the budget that the limits allow to find. Nobody attending anything is a plan,
// so there always is one; with sessions decided to open there may be none, and then the bound is
// below the value, which is that of nobody attending.
Solution solve_year(
    const Instance& instance, const Limits& limits, const std::vector<Decision>& decisions = {}
);

}  // namespace nangluc::annual
