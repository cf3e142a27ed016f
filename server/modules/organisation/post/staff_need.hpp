#pragma once

#include <string>
#include <vector>

#include "modules/organisation/roster/roster.hpp"

namespace nangluc::organisation {

// What the posts of one position need in people on a day, and of what quality.
struct PositionNeed {
    PositionId position;
    std::string name;
    std::string name_en;
    std::string kind;
    std::string duty;
    int posts = 0;
    int authorised = 0;
    int filled = 0;      // main and acting holders
    int needed = 0;      // authorised and not filled
    int concurrent = 0;  // done beside another post meanwhile
};
BOOST_DESCRIBE_STRUCT(
    PositionNeed,
    (),
    (position, name, name_en, kind, duty, posts, authorised, filled, needed, concurrent)
)

// Leadership first; the positions in the order in which they are first met.
std::vector<PositionNeed> needs_by_position(const std::vector<RosterRow>& rows);

}  // namespace nangluc::organisation
