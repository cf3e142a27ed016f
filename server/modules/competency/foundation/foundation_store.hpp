#pragma once

#include <unordered_map>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/competency/foundation/foundation.hpp"

namespace nangluc::competency {

// Every position that has posts at or below a place, by unit, code and id; `described` and
// `competencies` are not known yet.
std::vector<FoundedPosition> list_positions_below(db::Tx& tx, const UnitPath& place, AsOf at);

// For which units the work of each position is described.
using DescribedPlaces = std::unordered_map<PositionId, std::vector<UnitPath>>;
DescribedPlaces list_described_places(db::Tx& tx, AsOf at);

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
