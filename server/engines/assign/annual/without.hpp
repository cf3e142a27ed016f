#pragma once

#include <vector>

#include "engines/assign/annual/conflict.hpp"

namespace nangluc::annual {

// Every limit that a year has, those first that concern one person only.
std::vector<NamedLimit> limits_of(const Instance& instance);

// The same year without some of them.
Instance without(const Instance& instance, const std::vector<NamedLimit>& limits);

}  // namespace nangluc::annual
