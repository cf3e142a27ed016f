#pragma once

#include <string>
#include <vector>

#include "base/word.hpp"
#include "modules/competency/api.hpp"

namespace nangluc::competency {

// What a position needs before anybody can be trained for it: groups to inherit requirements from,
// a description of its work, and requirements.
enum class Foundation { position_group, occupational_group, description, requirements };
BOOST_DESCRIBE_ENUM(Foundation, position_group, occupational_group, description, requirements)

// A position as a unit has it: its posts there, and what is known of it.
struct FoundedPosition {
    UnitId unit;
    std::string unit_name;
    std::string above_name;  // of the unit above: every commune has the same divisions
    UnitPath place;
    PositionId position;
    std::string code;  // of the position, by which a unit's are sorted
    std::string name;
    std::string name_en;
    GroupId position_group;
    GroupId occupational_group;
    RankId rank;
    std::vector<PostId> posts;
    int authorised = 0;
    bool described = false;
    int competencies = 0;  // required of whoever holds it

    std::vector<Foundation> missing() const;
};

}  // namespace nangluc::competency
