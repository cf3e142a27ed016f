#include <algorithm>

#include "base/clock.hpp"

#include "modules/planning/background.hpp"
#include "modules/planning/line_service.hpp"

namespace nangluc::planning {

static std::map<Exclusion, int> people_by_reason(const Selection& selection) {
    std::map<Exclusion, std::set<PersonId>> people;
    for (const auto& need : selection.excluded) people[need.reason].insert(need.person);

    std::map<Exclusion, int> counts;
    for (const auto& [reason, excluded] : people)
        counts[reason] = static_cast<int>(excluded.size());
    return counts;
}

static Suggestion suggestion_of(const programmes::Version& programme, const Selection& selection) {
    const int people = selection.people();
    const int classes = (people + programme.max_class - 1) / programme.max_class;
    return {
        .people = people,
        .needs = static_cast<int>(selection.needs.size()),
        .excluded = people_by_reason(selection),
        .classes = classes,
        .hours = std::int64_t{people} * programme.hours,
        .cost = programme.cost_per_class * classes + programme.cost_per_person * people,
    };
}

static std::vector<programmes::Version> programmes_for(
    db::Tx& tx, const std::vector<needs::Member>& members, Date on
) {
    std::set<CompetencyId> competencies;
    for (const auto& member : members) competencies.insert(member.competency);

    std::map<ProgrammeVersionId, programmes::Version> found;
    for (const auto competency : competencies) {
        for (auto& version : programmes::list_versions_for(tx, competency, on)) {
            found.emplace(version.id, std::move(version));
        }
    }
    std::vector<programmes::Version> versions;
    for (auto& [id, version] : found) versions.push_back(std::move(version));
    return versions;
}

Result<std::vector<Suggestion>> LineService::suggest(const Actor& actor, TargetGroupId group) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<Suggestion>> {
        const auto members =
            TRY(list_members_at(tx, group, actor.roots(Permission::read_needs), now));
        std::vector<Suggestion> suggestions;
        for (auto& version : programmes_for(tx, members, now.on)) {
            const auto selection =
                select_needs(members, version, background_of(tx, version, members, now));
            auto suggestion = suggestion_of(version, selection);
            suggestion.programme = std::move(version);
            suggestions.push_back(std::move(suggestion));
        }
        std::ranges::stable_sort(suggestions, std::greater{}, &Suggestion::needs);
        return suggestions;
    });
}

}  // namespace nangluc::planning
