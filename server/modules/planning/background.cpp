#include "modules/planning/background.hpp"

namespace nangluc::planning {

Background background_of(
    db::Tx& tx,
    const UnitPath& place,
    const programmes::Version& programme,
    const std::vector<needs::Member>& members,
    AsOf at
) {
    Background background;
    for (const auto& unit : organisation::list_units_below(tx, place, at)) {
        background.units.insert(unit.id);
    }
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
