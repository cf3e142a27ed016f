#pragma once

#include <map>

#include "base/clock.hpp"
#include "kit/actor.hpp"
#include "kit/db/db.hpp"

namespace nangluc::platform {

// Sorts out the rows of a list that lie where the actor holds a permission, for rows that keep
// their unit but not its place. Each unit is looked up once.
class PlaceFilter {
public:
    PlaceFilter(
        db::Tx& tx, const Subtrees& subtrees, const Actor& actor, Permission permission, Date today
    )
        : tx_(tx), subtrees_(subtrees), actor_(actor), permission_(permission), today_(today) {}

    // A unit that no longer stands is judged by where it stood at `at`. What concerns no unit, and
    // so the whole installation, shows to who holds the permission at the root of the tree.
    bool shows(UnitId unit, Instant at);

private:
    bool shows_unit(UnitId unit, Instant at) const;
    bool holds_at_root() const;

    db::Tx& tx_;
    const Subtrees& subtrees_;
    const Actor& actor_;
    Permission permission_;
    Date today_;
    std::map<UnitId, bool> known_;
};

}  // namespace nangluc::platform
