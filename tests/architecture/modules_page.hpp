#pragma once

#include <string>

#include "tests/architecture/sources.hpp"

namespace nangluc::architecture {

// docs/modules.md as it must read for this table.
std::string modules_page(const Table& modules);

}  // namespace nangluc::architecture
