#pragma once

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/competency/foundation.hpp"

namespace nangluc::competency {

// Every position that has posts at or below a place, by unit; `competencies` is not counted yet.
std::vector<FoundedPosition> list_positions_below(db::Tx& tx, const UnitPath& place, AsOf at);

// What the work of a position is, for whoever works at or below a unit.
struct PositionDescription {
    PositionId position;
    UnitId scope;
    std::string text;
    std::string decision_number;
    Period period;
};
// From its first day on it takes the place of what was said for the same unit before.
void put_description(db::Tx& tx, const Kit& kit, const PositionDescription& description);
std::vector<PositionDescription> list_descriptions(db::Tx& tx, PositionId position, AsOf at);

}  // namespace nangluc::competency
