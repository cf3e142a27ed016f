#pragma once

#include <vector>

#include "engines/gaps/gap.hpp"

namespace nangluc::gaps {

// A tree of units (or several) as on one date, numbered in pre-order: a unit, then its children's
// sub-trees one after the other. So a sub-tree is the slice [unit, end(unit)).
class Units {
public:
    // `parents[u]` is the parent of u, no_unit for a root. Throws std::invalid_argument where the
    // numbers are not in pre-order.
    explicit Units(std::vector<UnitNumber> parents);

    std::size_t size() const { return parents_.size(); }
    UnitNumber parent(UnitNumber unit) const { return parents_[unit]; }
    UnitNumber end(UnitNumber unit) const { return ends_[unit]; }

private:
    std::vector<UnitNumber> parents_;
    std::vector<UnitNumber> ends_;
};

}  // namespace nangluc::gaps
