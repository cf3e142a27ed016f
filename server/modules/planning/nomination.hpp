#pragma once

#include <map>
#include <string>
#include <vector>

#include "modules/planning/line.hpp"

namespace nangluc::planning {

// Somebody put on a line by hand, with what the ratings valid that day make of them.
struct Nominee {
    PersonId person;
    UnitId unit;
    std::map<CompetencyId, int> held;  // without those that nothing valid says anything of
    std::string reason;                // why they are sent without a valid assessment
};

// What the line answers for them. Where the competency is not assessed, the reason is the
// exception's, and the programme's entry level is taken for theirs.
struct NominatedNeed {
    LineNeed need;
    std::string reason;

    bool is_exception() const { return !reason.empty(); }
};

// Refuses plan_nomination.completed, .lacks_prerequisite, .below_entry, .already_holds, and
// .not_assessed where a competency of the programme has no valid assessment and no reason is given.
Result<std::vector<NominatedNeed>> nominate(
    const Nominee& nominee, const programmes::Version& programme, const Background& background
);

}  // namespace nangluc::planning
