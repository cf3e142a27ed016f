#include "modules/planning/background.hpp"

#include "modules/planning/nomination_store.hpp"

namespace nangluc::planning {

Result<std::vector<needs::Member>> list_members_at(
    db::Tx& tx, TargetGroupId group, const std::vector<UnitPath>& places, AsOf at
) {
    auto members = TRY(needs::list_members(tx, group));
    std::set<UnitId> units;
    for (const auto& place : places) {
        for (const auto& unit : organisation::list_units_below(tx, place, at)) {
            units.insert(unit.id);
        }
    }
    std::erase_if(members, [&](const auto& member) { return !units.contains(member.unit); });
    if (members.empty()) return not_found("target_group");
    forget_expired(tx, members, at);
    return members;
}

Background background_of(
    db::Tx& tx,
    const programmes::Version& programme,
    const std::vector<needs::Member>& members,
    AsOf at
) {
    Background background;
    for (const auto& member : members) background.prepared.insert(member.person);
    const std::vector<PersonId> people(background.prepared.begin(), background.prepared.end());

    for (auto& done : programmes::list_completions(tx, programme.programme, people, at)) {
        background.completions.emplace(done.person, done);
    }
    for (const auto prerequisite : programme.prerequisites) {
        std::set<PersonId> completed;
        for (const auto& done : programmes::list_completions(tx, prerequisite, people, at)) {
            completed.insert(done.person);
        }
        std::erase_if(background.prepared, [&](PersonId person) {
            return !completed.contains(person);
        });
    }
    return background;
}

}  // namespace nangluc::planning
