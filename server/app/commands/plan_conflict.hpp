#pragma once

#include "engines/assign/annual/instance.hpp"

namespace nangluc::app {

// Which limits leave a year without a plan, in the officer's words, Vietnamese and English.
void print_conflict(const annual::Instance& year);

}  // namespace nangluc::app
