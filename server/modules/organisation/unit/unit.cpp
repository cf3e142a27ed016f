#include "modules/organisation/unit/unit.hpp"

#include <algorithm>
#include <unordered_set>

namespace nangluc::organisation {

std::vector<LevelCount> count_by_level(const std::vector<Unit>& units) {
    std::unordered_set<UnitId> parents;
    for (const auto& unit : units) parents.insert(unit.parent);

    std::vector<LevelCount> counts;
    for (const auto& unit : units) {
        auto count = std::ranges::find(counts, unit.level, &LevelCount::level);
        if (count == counts.end()) count = counts.insert(counts.end(), {.level = unit.level});
        ++count->units;
        if (!parents.contains(unit.id)) ++count->childless;
    }
    return counts;
}

SuccessionMap::SuccessionMap(std::vector<Succession> successions)
    : defaults_(std::move(successions)) {
    std::erase_if(defaults_, [](const Succession& succession) { return !succession.is_default; });
    std::ranges::sort(defaults_, {}, &Succession::old_unit);
}

const Succession* SuccessionMap::default_of(UnitId unit) const {
    const auto found = std::ranges::lower_bound(defaults_, unit, {}, &Succession::old_unit);
    return found != defaults_.end() && found->old_unit == unit ? &*found : nullptr;
}

}  // namespace nangluc::organisation
