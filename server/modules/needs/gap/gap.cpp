#include "modules/needs/gap/gap.hpp"

#include <algorithm>

namespace nangluc::needs {

// Gaps by size, then the unknown, then the met.
static int urgency_of(const Gap& gap) {
    const auto missing = gap.missing();
    if (!missing) return 0;
    return *missing > 0 ? *missing : -1;
}

std::vector<Gap> gaps_between(
    const std::vector<const competency::Requirement*>& required,
    const std::vector<assessment::Held>& held
) {
    std::vector<Gap> gaps;
    for (const auto* requirement : required) {
        if (gaps.empty() || gaps.back().competency != requirement->competency) {
            gaps.push_back({.competency = requirement->competency});
        }
        auto& gap = gaps.back();
        gap.required = std::max(gap.required, requirement->minimum);
        gap.desired = std::max(gap.desired, requirement->desired);
        gap.requirements.push_back(*requirement);
    }
    for (auto& gap : gaps) {
        const auto reckoning =
            std::ranges::find(held, gap.competency, &assessment::Held::competency);
        if (reckoning == held.end()) continue;
        gap.held = reckoning->level;
        gap.reckoning = *reckoning;
    }
    std::ranges::stable_sort(gaps, std::greater{}, urgency_of);
    return gaps;
}

GapTotals totals_of(const std::vector<Gap>& gaps) {
    GapTotals totals{.required = static_cast<int>(gaps.size())};
    for (const auto& gap : gaps) {
        const auto missing = gap.missing();
        ++(!missing ? totals.unknown : *missing > 0 ? totals.with_gap : totals.met);
    }
    return totals;
}

}  // namespace nangluc::needs
