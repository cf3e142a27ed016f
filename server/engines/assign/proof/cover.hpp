#pragma once

#include <vector>

#include "engines/assign/proof/certificate.hpp"

namespace nangluc::proof {

// Whether the leaves are the ends of one tree of questions in which each question has both answers:
// then every plan is in exactly one of them.
bool cover_everything(const std::vector<Leaf>& leaves);

}  // namespace nangluc::proof
