#pragma once

#include "kit/jobs.hpp"
#include "modules/planning/seating.hpp"

namespace nangluc::planning {

// For SeatingEffort::go_on: the job offers the curve of its search, and ends the search where
// somebody accepts that or cancels. Outlived by the run.
std::function<bool(const std::vector<SearchPoint>&)> offer_search(JobRun& run, PlanId plan);

}  // namespace nangluc::planning
