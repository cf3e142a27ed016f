#include "kit/db/db.hpp"
#include "modules/needs/gap.hpp"

namespace nangluc::needs {

Result<std::vector<Gap>> gaps_of(db::Tx& tx, PersonId person, competency::Goal goal, AsOf at) {
    const auto standing = TRY(competency::standing_of(tx, person, at));
    const auto requirements = competency::load_requirement_table(tx, at);
    return gaps_between(requirements.of(standing, goal), assessment::held_levels(tx, person, at));
}

}  // namespace nangluc::needs
