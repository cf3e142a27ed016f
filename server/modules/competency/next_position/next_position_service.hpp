#pragma once

#include <string>
#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/competency/api.hpp"

namespace nangluc::competency {

using NextPositionId = Id<struct NextPositionTag>;

// A post a person is agreed to prepare for.
struct AgreedPosition {
    NextPositionId id;
    PositionId position;
    std::string name;
    std::string name_en;
    std::string note;
    Period period;
};

// Chosen by the person, or for them by whoever keeps requirements where they work.
class NextPositionService {
public:
    explicit NextPositionService(const Kit& kit) : kit_(kit) {}

    struct Listed {
        std::vector<AgreedPosition> positions;
        bool may_edit = false;
    };
    Result<Listed> list(const Actor& actor, PersonId person, AsOf at);

    struct Agreement {
        PersonId person;
        PositionId position;
        std::string note;
        Period period;
    };
    Result<NextPositionId> agree(const Actor& actor, const Agreement& agreement);
    Result<NextPositionId> end(const Actor& actor, NextPositionId id, Date on);
    // Aimed at no longer from today on; what was chosen only today is taken back whole.
    Result<> clear(const Actor& actor, NextPositionId id);

private:
    const Kit& kit_;
};

}  // namespace nangluc::competency
