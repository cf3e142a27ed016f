#pragma once

// Requirements in a test's database, for the tests of the modules above them.

#include "modules/competency/requirement/requirement_load.hpp"
