#include "modules/platform/place_filter.hpp"

#include <algorithm>

namespace nangluc::platform {

// The date in UTC: near enough to find where a unit stood that is gone today.
static Date date_of(Instant at) {
    return parse_date(to_text(at).substr(0, 10)).value();
}

bool PlaceFilter::holds_at_root() const {
    const auto roots = actor_.roots(permission_);
    return std::ranges::any_of(roots, [](const UnitPath& root) { return root.depth() == 1; });
}

bool PlaceFilter::shows_unit(UnitId unit, Instant at) const {
    auto place = subtrees_.path_of(tx_, unit, today_);
    if (!place) place = subtrees_.path_of(tx_, unit, date_of(at));
    return place ? actor_.may(permission_, *place) : holds_at_root();
}

bool PlaceFilter::shows(UnitId unit, Instant at) {
    if (!unit) return holds_at_root();
    const auto found = known_.find(unit);
    if (found != known_.end()) return found->second;
    return known_[unit] = shows_unit(unit, at);
}

}  // namespace nangluc::platform
