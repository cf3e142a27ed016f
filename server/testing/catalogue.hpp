#pragma once

// Programmes and participations in a test's database, for the tests of the modules above them.

#include "modules/programmes/equivalence_store.hpp"
#include "modules/programmes/participation_store.hpp"
#include "modules/programmes/programme_store.hpp"
