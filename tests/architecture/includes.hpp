#pragma once

#include <string>
#include <vector>

#include "tests/architecture/sources.hpp"

namespace nangluc::architecture {

struct Rules {
    Table modules;      // modules.toml
    Table third_party;  // third_party.toml
};

// Each include that breaks a rule, as "path includes header: the rule". Empty when all is well.
std::vector<std::string> broken_includes(const std::vector<Source>& sources, const Rules& rules);

}  // namespace nangluc::architecture
