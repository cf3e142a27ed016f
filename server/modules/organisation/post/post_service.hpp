#pragma once

#include <string>
#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/post/post_list.hpp"

namespace nangluc::organisation {

struct Catalogue {
    std::vector<Group> groups;
    std::vector<Rank> ranks;
    std::vector<Position> positions;
};

struct NewPost {
    PositionId position;
    RankId rank;
    int authorised = 1;
    Date from;
};

struct UnitPosts {
    Unit unit;
    std::vector<ListedPost> posts;
    bool has_more = false;
    bool may_edit = false;
};

// Posts and what they are authorised, and the catalogue of positions they are made from.
class PostService {
public:
    explicit PostService(const Kit& kit) : kit_(kit) {}

    Catalogue catalogue();
    // For read_people there.
    Result<UnitPosts> list(const Actor& actor, UnitId unit, PostSlice slice, AsOf at);
    // For edit_posts over a whole country: a position is everybody's word. Refuses
    // position.exists for a code in use.
    Result<PositionId> add_position(const Actor& actor, const Position& position);
    Result<PostId> add(const Actor& actor, UnitId unit, const NewPost& post);
    // Refuses post.held_by_more where more people hold the post on some day than would be
    // authorised.
    Result<> authorise(const Actor& actor, PostId post, int authorised, Date from);

private:
    const Kit& kit_;
};

}  // namespace nangluc::organisation
