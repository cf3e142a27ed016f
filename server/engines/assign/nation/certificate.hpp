#pragma once

#include <string>

#include "engines/assign/nation/nation.hpp"

namespace nangluc::nation {

// For `proof::verify`: the value, the bound and the prices at which everybody is looked at alone.
std::string write_certificate(const Instance& instance, const Plan& plan);

}  // namespace nangluc::nation
