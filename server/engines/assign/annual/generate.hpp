#pragma once

#include <cstdint>

#include "engines/assign/annual/files.hpp"

namespace nangluc::annual {

// An invented year of any size, as its files: offices of about thirty people and venues on a map,
// travel by distance, every programme in two sessions, a budget for half of them. The same numbers
// give the same year on every machine.
Files generate_year(int people, int sessions, std::uint32_t seed);

}  // namespace nangluc::annual
