#pragma once

#include <string>
#include <vector>

#include "tests/architecture/sources.hpp"

namespace nangluc::architecture {

// Each table of another module that a module's SQL names, unless it is a published view of it
// (organisation_v_units). Empty when all is well.
std::vector<std::string> foreign_tables(const std::vector<Source>& sources, const Table& modules);

}  // namespace nangluc::architecture
