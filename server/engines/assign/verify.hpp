#pragma once

#include <vector>

#include "engines/assign/seats.hpp"

namespace nangluc::assign {

enum class Breach {
    unknown_index,
    seat_twice,
    over_capacity,
    below_minimum,
    too_many_sessions,
    same_outcome_twice,
    same_time,
    unavailable,
    wrong_needs,  // not exactly the open needs of the person that the programme closes
    wrong_value,
    wrong_total,
    bound_below_value,
    need_unaccounted,  // neither closed nor unplaced, or more than once
    wrong_reason,
    wrong_not_held,
};

inline constexpr auto nowhere = UINT32_MAX;

struct Violation {
    Breach breach;
    std::uint32_t person = nowhere;
    std::uint32_t session = nowhere;
    std::uint32_t need = nowhere;

    friend bool operator==(const Violation&, const Violation&) = default;
};

// Every rule that the solution breaks. Written from the rules alone: it shares no code with the
// solver, so that an error of one is not an error of both. It proves that the plan is allowed and
// worth what it says; that none is worth more than `bound` rests on the solver.
std::vector<Violation> verify(const Problem& problem, const Solution& solution);

}  // namespace nangluc::assign
