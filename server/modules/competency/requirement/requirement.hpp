#pragma once

#include <string>

#include "base/result.hpp"
#include "modules/competency/api.hpp"

namespace nangluc::competency {

// A requirement with what only its own pages show.
struct StatedRequirement {
    Requirement requirement;
    std::string note;
    std::string end_decision_number;

    // What it says must hold together: a decision (a goal of one person is agreed without), a
    // period, levels from 1 to the last of the competency's scale, a reason that names one thing.
    Result<> check(int levels) const;
    // The same, no longer in force from that day on; what was required before stays so.
    Result<StatedRequirement> ended(Date on, std::string decision_number) const;
    // The same reason for the same competency in the same place, at the same time.
    bool repeats(const Requirement& other) const;
};

}  // namespace nangluc::competency
