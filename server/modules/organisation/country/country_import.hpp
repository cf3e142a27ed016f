#pragma once

#include <string>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/api.hpp"

namespace nangluc::organisation {

// Loads the units of a country into a database without units: the snapshots, reforms, successions
// and quoted figures that `folder`/manifest.json names. Returns the root. The same folder and clock
// give the same ids. Refuses units.already_there and faults of the files at their place.
Result<UnitId> import_country(db::Tx& tx, const Kit& kit, const std::string& folder);

}  // namespace nangluc::organisation
