#pragma once

#include <string>
#include <utility>
#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/planning/nomination_store.hpp"
#include "modules/planning/plan_page.hpp"

namespace nangluc::planning {

// People whom the planner puts on a line by hand, and the exceptions among them.
class NominationService {
public:
    explicit NominationService(const Kit& kit) : kit_(kit) {}

    using Read = std::pair<PlanId, int>;  // the plan and the version that the caller read

    struct Wish {
        LineId line;
        PersonId person;
        std::string reason;
    };
    // Besides what nominate() refuses: not_found("person") for who works elsewhere, and
    // plan_nomination.twice for whom the line answers already.
    Result<PlanPage> add(const Actor& actor, const Read& read, const Wish& wish);
    // What the group said of the person stands again.
    Result<PlanPage> remove(const Actor& actor, const Read& read, LineId line, PersonId person);

    Result<std::vector<AssessmentException>> exceptions(const Actor& actor, PlanId plan);

private:
    const Kit& kit_;
};

}  // namespace nangluc::planning
