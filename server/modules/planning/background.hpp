#pragma once

#include "kit/db/db.hpp"
#include "modules/planning/line.hpp"

namespace nangluc::planning {

// What the registers know of these people before they attend the programme.
Background background_of(
    db::Tx& tx,
    const UnitPath& place,
    const programmes::Version& programme,
    const std::vector<needs::Member>& members,
    AsOf at
);

}  // namespace nangluc::planning
