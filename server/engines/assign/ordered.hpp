#pragma once

#include <vector>

#include "engines/assign/seats.hpp"

namespace nangluc::assign {

// A problem whose people and sessions stand in the order of their ids and whose needs in that of
// person and outcome. Solvers break ties by position; so the order of the input changes nothing.
class Ordered {
public:
    explicit Ordered(const Problem& given);

    const Problem& problem() const { return problem_; }
    // The same solution in the numbers of the problem given.
    Solution in_given_order(const Solution& solution) const;

private:
    Problem problem_;
    std::vector<std::uint32_t> people_;  // the number given, by the number here
    std::vector<std::uint32_t> needs_;
    std::vector<std::uint32_t> sessions_;
};

}  // namespace nangluc::assign
