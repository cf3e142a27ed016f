#pragma once

#include <string>
#include <vector>

#include "engines/assign/proof/facts.hpp"

namespace nangluc::proof {

struct Worth {
    Exact value;
    Exact cost;
    std::vector<std::string> broken;  // each rule broken, in words of the rule and ids
};

// `lessons`: lecturer and session, of those sessions that need one of the lecturers.
Worth worth_of(
    const Facts& facts, const std::vector<Pair>& attendances, const std::vector<Pair>& lessons
);

}  // namespace nangluc::proof
