#pragma once

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/assessment/moderation/moderation.hpp"

namespace nangluc::assessment {

struct NamedUnitRatings {
    UnitRatings ratings;
    std::string name;
};

class ModerationService {
public:
    explicit ModerationService(const Kit& kit) : kit_(kit) {}

    // The units directly below one, for decide_reviews there. `apart` is in hundredths of a level.
    // Refuses moderation.apart outside 10 to 300, and moderation.too_wide above 50,000 people.
    Result<std::vector<NamedUnitRatings>> compare(const Actor& actor, UnitId unit, int apart);

private:
    const Kit& kit_;
};

}  // namespace nangluc::assessment
