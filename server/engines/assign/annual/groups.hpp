#pragma once

#include <cstdint>
#include <vector>

#include "engines/assign/annual/instance.hpp"

namespace nangluc::annual {

struct GroupNeed {
    int programme;
    std::int64_t weight;
    bool free_before;           // without a prerequisite, or all hold it
    std::vector<int> sessions;  // that could be attended, in ascending order

    friend auto operator<=>(const GroupNeed&, const GroupNeed&) = default;
};

// People whom no rule tells apart: one office, the same hours, the same need and ways to it, the
// same seats settled beforehand and taken in the plan that stands. Who has several needs stands
// alone: how many attend each session would not yet say who attends what so that everybody's hours
// add up.
struct Group {
    std::vector<int> members;
    int office;
    int min_hours;
    int max_hours;
    std::vector<GroupNeed> needs;
    std::vector<int> settled;   // sessions that they must attend, in ascending order
    std::vector<int> previous;  // that they attend in the plan that stands, likewise

    int size() const { return static_cast<int>(members.size()); }
};

// Everybody with something to attend or hours to reach, in groups, by their first member. A session
// stays out for a person where it can never be: held already, no way there, the prerequisite out of
// reach, longer than all allowed hours, settled otherwise, or a session without a room or that too
// few people could fill (which may shut others).
std::vector<Group> groups_of(const Instance& instance);

}  // namespace nangluc::annual
