#pragma once

#include "kit/actor.hpp"
#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/assessment/team/team.hpp"

namespace nangluc::assessment {

// The people of a unit with what is required of them and what they hold today.
class TeamService {
public:
    explicit TeamService(const Kit& kit) : kit_(kit) {}

    // For read_ratings at the unit; the reading goes into the audit. Refuses team.too_wide above
    // 300 people: the needs matrix counts, this one names.
    Result<Team> find(const Actor& actor, UnitId unit, const std::string& language);

private:
    const Kit& kit_;
};

}  // namespace nangluc::assessment
