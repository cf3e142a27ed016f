#include <algorithm>

#include "kit/db/db.hpp"
#include "modules/needs/gap/gap.hpp"

namespace nangluc::needs {

using competency::Goal;
using competency::Requirement;

Result<std::vector<Gap>> gaps_of(db::Tx& tx, PersonId person, Goal goal, AsOf at) {
    const auto requirements = competency::load_requirement_table(tx, at);
    const auto standing = TRY(competency::standing_of(tx, person, at));
    return gaps_between(requirements.of(standing, goal), assessment::held_levels(tx, person, at));
}

GapReader::GapReader(db::Tx& tx, AsOf at)
    : requirements_(competency::load_requirement_table(tx, at)),
      standings_(tx, at),
      levels_(tx, at) {}

std::optional<Gap> GapReader::of(PersonId person, CompetencyId competency) {
    if (person != person_) {
        person_ = person;
        required_ = requirements_.of(standings_.of(person), Goal::present);
    }
    auto required = required_;
    std::erase_if(required, [&](const Requirement* each) {
        return each->competency != competency;
    });
    if (required.empty()) return std::nullopt;

    std::vector<assessment::Held> held;
    if (auto level = levels_.of(person, competency)) held.push_back(std::move(*level));
    return gaps_between(required, held).front();
}

}  // namespace nangluc::needs
