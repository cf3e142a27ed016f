#include "modules/planning/nomination.hpp"

#include <algorithm>

namespace nangluc::planning {

static bool enters_below(const Nominee& nominee, const programmes::Outcome& outcome) {
    const auto held = nominee.held.find(outcome.competency);
    return held != nominee.held.end() && held->second < outcome.from_level;
}

Result<std::vector<NominatedNeed>> nominate(
    const Nominee& nominee, const programmes::Version& programme, const Background& background
) {
    const auto is_assessed = [&](const programmes::Outcome& outcome) {
        return nominee.held.contains(outcome.competency);
    };
    if (background.completions.contains(nominee.person)) {
        return conflict("plan_nomination.completed");
    }
    if (!background.prepared.contains(nominee.person)) {
        return conflict("plan_nomination.lacks_prerequisite");
    }
    if (std::ranges::any_of(programme.outcomes, [&](const auto& outcome) {
            return enters_below(nominee, outcome);
        })) {
        return conflict("plan_nomination.below_entry");
    }
    if (nominee.reason.empty() && !std::ranges::all_of(programme.outcomes, is_assessed)) {
        return invalid(
            "plan_nomination.not_assessed", {{"/person", "not_assessed"}, {"/reason", "required"}}
        );
    }

    std::vector<NominatedNeed> needs;
    for (const auto& outcome : programme.outcomes) {
        const bool assessed = is_assessed(outcome);
        const int level = assessed ? nominee.held.at(outcome.competency) : outcome.from_level;
        if (level >= outcome.to_level) continue;
        needs.push_back({
            .need =
                {.person = nominee.person,
                 .competency = outcome.competency,
                 .unit = nominee.unit,
                 .from_level = level,
                 .to_level = outcome.to_level},
            .reason = assessed ? std::string() : nominee.reason,
        });
    }
    if (needs.empty()) return conflict("plan_nomination.already_holds");
    return needs;
}

}  // namespace nangluc::planning
