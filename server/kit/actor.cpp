#include "kit/actor.hpp"

#include <algorithm>

namespace nangluc {

static bool holds(const Reach& reach, Permission permission) {
    return std::ranges::find(reach.permissions, permission) != reach.permissions.end();
}

bool Actor::may(Permission permission, const UnitPath& place) const {
    return std::ranges::any_of(reaches_, [&](const Reach& reach) {
        return reach.root.contains(place) && holds(reach, permission);
    });
}

bool Actor::may_somewhere(Permission permission) const {
    return std::ranges::any_of(reaches_, [&](const Reach& reach) {
        return holds(reach, permission);
    });
}

bool Actor::sees(const UnitPath& place) const {
    return std::ranges::any_of(reaches_, [&](const Reach& reach) {
        return reach.root.contains(place);
    });
}

std::vector<UnitPath> Actor::roots(Permission permission) const {
    std::vector<UnitPath> roots;
    for (const auto& reach : reaches_) {
        if (holds(reach, permission)) roots.push_back(reach.root);
    }
    std::ranges::sort(roots);

    // Sorted by bytes, a sub-tree follows its root: what lies below the last kept one is dropped.
    std::vector<UnitPath> outermost;
    for (auto& root : roots) {
        if (outermost.empty() || !outermost.back().contains(root)) {
            outermost.push_back(std::move(root));
        }
    }
    return outermost;
}

Result<> Actor::require(Permission permission, const UnitPath& place, std::string_view noun) const {
    if (may(permission, place)) return {};
    if (sees(place)) return forbidden("permission." + name_of(permission));
    return not_found(std::string(noun));
}

}  // namespace nangluc
