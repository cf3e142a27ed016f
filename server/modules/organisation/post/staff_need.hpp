#pragma once

#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "modules/organisation/api.hpp"

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

// Of the posts at or below a place. Leadership first, then by the position's code.
std::vector<PositionNeed> list_position_needs(db::Tx& tx, const UnitPath& place, AsOf at);

}  // namespace nangluc::organisation
