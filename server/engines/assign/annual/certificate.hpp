#pragma once

#include <string>

#include "engines/assign/annual/solve.hpp"

namespace nangluc::annual {

// Why no assignment is worth more than the bound, for somebody who trusts neither us nor our
// arithmetic; its grammar stands in the README. Every row is named by its family and the ids of the
// files, group by group said of each member.
std::string write_certificate(const Instance& instance, const Solution& solution);

}  // namespace nangluc::annual
