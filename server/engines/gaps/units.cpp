#include "engines/gaps/units.hpp"

#include <stdexcept>

namespace nangluc::gaps {

Units::Units(std::vector<UnitNumber> parents)
    : parents_(std::move(parents)), ends_(parents_.size()) {
    std::vector<UnitNumber> open;  // the way from the root to the unit before
    for (UnitNumber unit = 0; unit < parents_.size(); ++unit) {
        while (!open.empty() && open.back() != parents_[unit]) {
            ends_[open.back()] = unit;
            open.pop_back();
        }
        if (open.empty() && parents_[unit] != no_unit) {
            throw std::invalid_argument("units are not in pre-order");
        }
        open.push_back(unit);
    }
    for (const auto unit : open) ends_[unit] = static_cast<UnitNumber>(parents_.size());
}

}  // namespace nangluc::gaps
