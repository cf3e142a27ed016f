#pragma once

#include <functional>

#include "base/result.hpp"

#include "engines/assign/nation/pricing.hpp"

namespace nangluc::nation {

enum class Phase { bound, openings, seats };

struct Step {
    Phase phase;
    std::optional<std::int64_t> value;  // once there is a plan
    std::int64_t bound;
};

struct Effort {
    int threads = 1;         // the answer is the same for any
    int rounds = 400;        // that everybody is asked for the bound
    int rounds_a_turn = 15;  // and after each settling of openings
    std::function<void(const Step&)> told = [](const Step&) {};
};

struct Plan {
    annual::Assignment assignment;
    std::int64_t value = 0;    // by the judge, at the instance's value_places
    std::int64_t bound = 0;    // likewise; no assignment is worth more
    std::int64_t nothing = 0;  // of a year in which nobody attends anything
    Prices prices;             // that prove the bound

    double gap() const;             // of the value's own size
    double gap_of_reached() const;  // of what the plan adds to nothing
};

// A year of millions of people: good within a gap that is proven, where the exact search would not
// end. Refuses "plan.limits_beyond_nation": only that search knows rooms, lecturers, floors, what
// is settled and a plan that stands.
Result<Plan> solve_nation(const Instance& instance, const Effort& effort);

}  // namespace nangluc::nation
