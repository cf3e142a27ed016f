#pragma once

#include <string>
#include <vector>

#include "engines/assign/proof/facts.hpp"

namespace nangluc::proof {

// A broken rule with the two it is broken for.
std::string told(const std::string& rule, Id one, Id other);

// Which rules of rooms, lecturers and floors a plan breaks.
void look_at_supply(
    const Facts& facts,
    const std::vector<Pair>& attendances,
    const std::vector<Pair>& lessons,
    std::vector<std::string>& broken
);

}  // namespace nangluc::proof
