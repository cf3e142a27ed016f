#include "kit/db/db.hpp"
#include "modules/needs/gap.hpp"

namespace nangluc::needs {

Result<std::vector<Gap>> gaps_of(db::Tx& tx, PersonId person, competency::Goal goal, AsOf at) {
    return gaps_of(tx, person, goal, at, competency::load_requirement_table(tx, at));
}

Result<std::vector<Gap>> gaps_of(
    db::Tx& tx,
    PersonId person,
    competency::Goal goal,
    AsOf at,
    const competency::RequirementTable& requirements
) {
    const auto standing = TRY(competency::standing_of(tx, person, at));
    return gaps_between(requirements.of(standing, goal), assessment::held_levels(tx, person, at));
}

}  // namespace nangluc::needs
