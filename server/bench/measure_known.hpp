#pragma once

#include "bench/bench.hpp"

namespace nangluc::bench {

// How far calibrations of published data lie from what was published.
void measure_known(Report& report);

}  // namespace nangluc::bench
