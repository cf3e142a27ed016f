#include "modules/organisation/post/post_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "kit/audit.hpp"
#include "kit/events.hpp"
#include "modules/organisation/holding/holding_record.hpp"
#include "modules/organisation/unit/unit_store.hpp"

namespace nangluc::organisation {

namespace {

constexpr int most_authorised = 10'000;

struct PostChange {
    PositionId position;
    int authorised = 0;
    Date from;
    BOOST_DESCRIBE_CLASS(PostChange, (), (position, authorised, from), (), ())
};

struct PositionAdded {
    std::string code;
    std::string name;
    BOOST_DESCRIBE_CLASS(PositionAdded, (), (code, name), (), ())
};

Result<> check_headcount(int authorised) {
    if (authorised >= 0 && authorised <= most_authorised) return {};
    return invalid("post.authorised", {{"/authorised", "out_of_range"}});
}

// The most people who fill the post at once on or after that day.
int most_holders_from(const PostRecord& post, Date from) {
    const auto filled_on = [&](Date day) {
        return static_cast<int>(std::ranges::count_if(post.holders, [&](const Holding& holder) {
            const bool fills =
                holder.kind == HoldingKind::main || holder.kind == HoldingKind::acting;
            return fills && holder.period.contains(day);
        }));
    };
    int most = filled_on(from);
    for (const auto& holder : post.holders) {
        if (holder.period.from > from) most = std::max(most, filled_on(holder.period.from));
    }
    return most;
}

Result<> check_position(db::Tx& tx, const Position& position) {
    if (position.code.empty()) return invalid("position.code", {{"/code", "required"}});
    if (position.name.empty()) return invalid("position.name", {{"/name", "required"}});
    if (position.position_group && !is_group(tx, position.position_group, "position")) {
        return invalid("position.group", {{"/position_group", "not_one_of"}});
    }
    if (position.occupational_group && !is_group(tx, position.occupational_group, "occupational")) {
        return invalid("position.group", {{"/occupational_group", "not_one_of"}});
    }
    return {};
}

}  // namespace

Catalogue PostService::catalogue() {
    return kit_.db.read([](db::Tx& tx) {
        return Catalogue{list_groups(tx), list_ranks(tx), list_positions(tx)};
    });
}

Result<UnitPosts> PostService::list(const Actor& actor, UnitId unit, PostSlice slice, AsOf at) {
    return kit_.db.read([&](db::Tx& tx) -> Result<UnitPosts> {
        UnitPosts found{.unit = TRY(find_unit(tx, unit, at))};
        TRY(actor.require(Permission::read_people, found.unit.path, "unit"));
        found.posts = list_posts(tx, found.unit.path, {slice.from, slice.limit + 1}, at);
        found.has_more = static_cast<int>(found.posts.size()) > slice.limit;
        if (found.has_more) found.posts.pop_back();
        found.may_edit = actor.may(Permission::edit_posts, found.unit.path);
        return found;
    });
}

Result<PositionId> PostService::add_position(const Actor& actor, const Position& wanted) {
    auto position = wanted;
    position.id = kit_.ids.make<PositionId>();
    position.code = tidy(position.code);
    position.name = tidy(position.name);
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PositionId> {
        for (const auto& root : list_roots(tx, kit_.clock.as_of_now())) {
            if (!actor.may(Permission::edit_posts, root.path)) return forbidden("edit_posts");
        }
        TRY(check_position(tx, position));

        if (!organisation::add_position(tx, position)) return conflict("position.exists");
        kit_.audit.write(
            tx,
            actor,
            {.act = "position.added",
             .object = position.id.value,
             .change = json::write(PositionAdded{position.code, position.name})}
        );
        return position.id;
    });
}

Result<PostId> PostService::add(const Actor& actor, UnitId unit, const NewPost& wanted) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PostId> {
        auto place = path_of(tx, unit, kit_.clock.as_of_now());
        if (!place) place = path_of(tx, unit, AsOf::latest(wanted.from));
        if (!place) return not_found("unit");
        TRY(actor.require(Permission::edit_posts, place.value(), "unit"));
        TRY(check_headcount(wanted.authorised));
        if (!is_position(tx, wanted.position)) {
            return invalid("post.position", {{"/position", "not_one_of"}});
        }
        if (wanted.rank && !is_rank(tx, wanted.rank)) {
            return invalid("post.rank", {{"/rank", "not_one_of"}});
        }
        if (!path_of(tx, unit, AsOf::latest(wanted.from))) {
            return invalid("post.before_unit", {{"/from", "out_of_range"}});
        }

        const auto post = kit_.ids.make<PostId>();
        add_post(tx, post, unit, wanted.position, wanted.rank);
        save_authorisation(tx, kit_, post, {wanted.authorised, {wanted.from}});
        kit_.audit.write(
            tx,
            actor,
            {.act = "post.added",
             .object = post.value,
             .unit = unit,
             .change = json::write(PostChange{wanted.position, wanted.authorised, wanted.from})}
        );
        return post;
    });
}

Result<> PostService::authorise(const Actor& actor, PostId id, int authorised, Date from) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        const auto post = TRY(find_post_record(tx, id));
        const auto place = path_of(tx, post.unit, kit_.clock.as_of_now());
        if (!place) return not_found("post");
        TRY(actor.require(Permission::edit_posts, place.value(), "post"));
        TRY(check_headcount(authorised));
        if (most_holders_from(post, from) > authorised) return conflict("post.held_by_more");

        save_authorisation(tx, kit_, id, {authorised, {from}});
        kit_.audit.write(
            tx,
            actor,
            {.act = "post.authorised",
             .object = id.value,
             .unit = post.unit,
             .change = json::write(PostChange{{}, authorised, from})}
        );
        return {};
    });
}

}  // namespace nangluc::organisation
