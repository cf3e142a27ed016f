#pragma once

// Ratings and rules in a test's database, for the tests of the modules above them.

#include "modules/assessment/rating/rating_load.hpp"
