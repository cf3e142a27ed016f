#pragma once

// What other modules may know of gaps and target groups.

#include <optional>
#include <string>
#include <vector>

#include "modules/assessment/api.hpp"
#include "modules/competency/api.hpp"
#include "modules/programmes/api.hpp"

namespace nangluc {

using TargetGroupId = Id<struct TargetGroupTag>;

}  // namespace nangluc

namespace nangluc::needs {

// Required minus held, with everything it was reckoned from.
struct Gap {
    CompetencyId competency;
    int required = 0;
    int desired = 0;
    std::optional<int> held;                            // none: not assessed; never counted as 0
    std::vector<competency::Requirement> requirements;  // every reason; the deciding one first
    std::optional<assessment::Held> reckoning;

    // Levels missing; none where nothing was assessed.
    std::optional<int> missing() const {
        if (!held) return std::nullopt;
        return required > *held ? required - *held : 0;
    }
};
// All required competencies of a person, gaps first. For any past date: from the stored inputs.
Result<std::vector<Gap>> gaps_of(db::Tx& tx, PersonId person, competency::Goal goal, AsOf at);

struct Member {
    PersonId person;
    CompetencyId competency;
    UnitId unit;
    int required = 0;
    std::optional<int> held;
};
// What a reorganisation of these units would touch: {"groups", 2}, those not closed that were
// formed for one of them or hold somebody of one.
organisation::Impact count_groups_of(db::Tx& tx, const std::vector<UnitId>& units);

// The frozen members of a group.
Result<std::vector<Member>> list_members(db::Tx& tx, TargetGroupId group);

}  // namespace nangluc::needs
