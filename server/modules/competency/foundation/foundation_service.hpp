#pragma once

#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/competency/foundation/foundation_store.hpp"

namespace nangluc::competency {

struct FoundationReport {
    std::string unit_name;
    int positions = 0;
    int complete = 0;
    int posts = 0;
    std::vector<FoundedPosition> incomplete;  // by place, code and id of the position
    bool may_edit = false;
};

// Whether a unit's positions are ready to be planned for, and what is missing where.
class FoundationService {
public:
    explicit FoundationService(const Kit& kit) : kit_(kit) {}

    Result<FoundationReport> report(const Actor& actor, UnitId unit, AsOf at);
    Result<std::vector<PositionDescription>> descriptions(
        const Actor& actor, PositionId position, UnitId unit, AsOf at
    );
    Result<> describe(const Actor& actor, const PositionDescription& description);

private:
    const Kit& kit_;
};

}  // namespace nangluc::competency
