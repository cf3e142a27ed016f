#pragma once

#include "kit/db/db.hpp"
#include "modules/planning/line.hpp"

namespace nangluc::planning {

// The members of the group who work at or below one of the places; not_found("target_group") where
// there are none, so that a group elsewhere shows nothing of itself. A level that no rating makes
// any more, since the group was frozen, is left out.
Result<std::vector<needs::Member>> list_members_at(
    db::Tx& tx, TargetGroupId group, const std::vector<UnitPath>& places, AsOf at
);

// What the registers know of these people before they attend the programme.
Background background_of(
    db::Tx& tx,
    const programmes::Version& programme,
    const std::vector<needs::Member>& members,
    AsOf at
);

}  // namespace nangluc::planning
