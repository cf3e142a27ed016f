#pragma once

#include <optional>
#include <vector>

#include "engines/assign/annual/model.hpp"

namespace nangluc::annual {

// A good whole answer of a small model, by COIN-OR Cbc, cut by nodes: nothing where none was found.
// It only proposes; nothing is proven by it.
std::optional<std::vector<double>> propose(const Model& model, int nodes);

}  // namespace nangluc::annual
