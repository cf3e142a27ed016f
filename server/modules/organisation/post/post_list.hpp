#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/organisation/post/post_store.hpp"

namespace nangluc::organisation {

// A post with what it is authorised on a day, and what from the next change on.
struct ListedPost {
    PostId post;
    UnitId unit;
    std::string unit_name;
    PositionId position;
    std::string position_name;
    std::string position_name_en;
    PositionKind kind = PositionKind::professional;
    RankId rank;
    int authorised = 0;
    Date since;
    int filled = 0;  // people, main and acting
    std::optional<int> next_authorised;
    std::optional<Date> next_from;
};
BOOST_DESCRIBE_STRUCT(
    ListedPost,
    (),
    (post,
     unit,
     unit_name,
     position,
     position_name,
     position_name_en,
     kind,
     rank,
     authorised,
     since,
     filled,
     next_authorised,
     next_from)
)

struct PostSlice {
    int from = 0;
    int limit = 100;
};

// At or below the place, the closed ones too: in the order of the tree, then as a roster has them.
std::vector<ListedPost> list_posts(
    db::Tx& tx, const UnitPath& place, const PostSlice& slice, AsOf at
);

}  // namespace nangluc::organisation
