#pragma once

#include "modules/planning/plan_year.hpp"

namespace nangluc::planning {

// Which sessions open and who sits there, by the year's engine, with the proof of the bound.
Result<Seating> seat_year(
    const SeatingProblem& problem, std::span<const assign::Pair> pairs, const SeatingEffort& effort
);

}  // namespace nangluc::planning
