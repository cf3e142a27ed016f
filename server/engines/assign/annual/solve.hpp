#pragma once

#include "base/result.hpp"

#include "engines/assign/annual/instance.hpp"
#include "engines/assign/annual/search/search.hpp"

namespace nangluc::annual {

enum class Outcome {
    found,
    none_found,  // by what the limits allowed to look at
    impossible,  // no plan keeps every rule, which is proven
};

struct Solution {
    Outcome outcome = Outcome::none_found;
    Assignment assignment;
    Lessons lessons;
    std::int64_t value = 0;  // at the instance's value_places, by the judge
    std::int64_t bound = 0;  // likewise; no assignment is worth more
    Found proof;

    // How far at most this is from the best, as a share of its own size; where a plan was found.
    double gap() const;
};

// The best use of the budget that the limits allow to find. Nobody attending anything is a plan, so
// there always is one, unless something is settled beforehand or a floor is set.
Solution solve_year(const Instance& instance, const Limits& limits);

}  // namespace nangluc::annual
