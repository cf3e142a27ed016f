#include "modules/planning/line.hpp"

#include <algorithm>

namespace nangluc::planning {

int Selection::people() const {
    std::set<PersonId> people;
    for (const auto& need : needs) people.insert(need.person);
    return static_cast<int>(people.size());
}

static std::optional<Exclusion> exclusion_of(
    const needs::Member& member, const programmes::Outcome& outcome, const Background& background
) {
    if (background.completions.contains(member.person)) return Exclusion::completed;
    if (!member.held) return Exclusion::not_assessed;
    if (*member.held >= std::min(member.required, outcome.to_level)) {
        return Exclusion::already_holds;
    }
    if (*member.held < outcome.from_level) return Exclusion::below_entry;
    if (!background.prepared.contains(member.person)) return Exclusion::lacks_prerequisite;
    return std::nullopt;
}

Selection select_needs(
    const std::vector<needs::Member>& members,
    const programmes::Version& programme,
    const Background& background
) {
    Selection selection;
    for (const auto& member : members) {
        const auto outcome = std::ranges::find(
            programme.outcomes, member.competency, &programmes::Outcome::competency
        );
        if (outcome == programme.outcomes.end()) continue;

        const auto reason = exclusion_of(member, *outcome, background);
        if (!reason) {
            selection.needs.push_back({
                .person = member.person,
                .competency = member.competency,
                .unit = member.unit,
                .from_level = *member.held,
                .to_level = outcome->to_level,
            });
            continue;
        }
        ExcludedNeed excluded{member.person, member.competency, member.unit, *reason, {}};
        if (*reason == Exclusion::completed) {
            excluded.completion = background.completions.at(member.person);
        }
        selection.excluded.push_back(excluded);
    }
    return selection;
}

}  // namespace nangluc::planning
