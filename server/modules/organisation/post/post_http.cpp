#include "modules/organisation/post/post_http.hpp"

#include <algorithm>

#include "kit/http/as_of.hpp"
#include "kit/http/routes.hpp"
#include "modules/organisation/post/post_service.hpp"
#include "modules/organisation/unit/unit_reply.hpp"

namespace nangluc::organisation {

using http::Created;
using http::Nothing;
using http::Policy;
using http::Request;

BOOST_DESCRIBE_STRUCT(Group, (), (id, kind, code, name, name_en, legal_basis))
BOOST_DESCRIBE_STRUCT(Rank, (), (id, code, seq, name, name_en))

namespace {

struct PositionReply {
    PositionId id;
    std::string code;
    std::string name;
    std::string name_en;
    PositionKind kind = PositionKind::professional;
    GroupId position_group;
    GroupId occupational_group;
    std::string duty;
    std::string legal_basis;
};
BOOST_DESCRIBE_STRUCT(
    PositionReply,
    (),
    (id, code, name, name_en, kind, position_group, occupational_group, duty, legal_basis)
)

struct CatalogueReply {
    std::vector<Group> groups;
    std::vector<Rank> ranks;
    std::vector<PositionReply> positions;
};
BOOST_DESCRIBE_STRUCT(CatalogueReply, (), (groups, ranks, positions))

struct NewPositionBody {
    std::string code;
    std::string name;
    std::optional<std::string> name_en;
    PositionKind kind = PositionKind::professional;
    std::optional<GroupId> position_group;
    std::optional<GroupId> occupational_group;
    std::optional<std::string> duty;
    std::optional<std::string> legal_basis;
};
BOOST_DESCRIBE_STRUCT(
    NewPositionBody,
    (),
    (code, name, name_en, kind, position_group, occupational_group, duty, legal_basis)
)

struct NewPostBody {
    PositionId position;
    std::optional<RankId> rank;
    int authorised = 1;
    Date from;
};
BOOST_DESCRIBE_STRUCT(NewPostBody, (), (position, rank, authorised, from))

struct PostQuery : http::AsOfQuery {
    std::optional<int> from;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(PostQuery, (http::AsOfQuery), (from, limit))

enum class PostAct { add, authorise };
BOOST_DESCRIBE_ENUM(PostAct, add, authorise)

struct PostsReply {
    Date on;
    UnitReply unit;
    std::vector<PostAct> actions;
    std::vector<ListedPost> items;
    std::optional<int> next;
};
BOOST_DESCRIBE_STRUCT(PostsReply, (), (on, unit, actions, items, next))

struct AuthorisationBody {
    int authorised = 1;
    Date from;
};
BOOST_DESCRIBE_STRUCT(AuthorisationBody, (), (authorised, from))

struct PositionAddedReply {
    PositionId id;
};
BOOST_DESCRIBE_STRUCT(PositionAddedReply, (), (id))

struct PostAddedReply {
    PostId id;
};
BOOST_DESCRIBE_STRUCT(PostAddedReply, (), (id))

CatalogueReply reply_of(const Catalogue& catalogue) {
    CatalogueReply reply{.groups = catalogue.groups, .ranks = catalogue.ranks, .positions = {}};
    for (const auto& position : catalogue.positions) {
        reply.positions.push_back({
            .id = position.id,
            .code = position.code,
            .name = position.name,
            .name_en = position.name_en,
            .kind = position.kind,
            .position_group = position.position_group,
            .occupational_group = position.occupational_group,
            .duty = position.duty,
            .legal_basis = position.legal_basis,
        });
    }
    return reply;
}

Result<PostsReply> page_of(
    PostService& posts, const Actor& actor, UnitId unit, const PostQuery& query, AsOf at
) {
    const PostSlice slice{
        .from = std::max(0, query.from.value_or(0)),
        .limit = std::clamp(query.limit.value_or(100), 1, 200),
    };
    auto found = TRY(posts.list(actor, unit, slice, at));
    PostsReply reply{.on = at.on, .unit = organisation::reply_of(found.unit)};
    if (found.may_edit) reply.actions = {PostAct::add, PostAct::authorise};
    reply.items = std::move(found.posts);
    if (found.has_more) reply.next = slice.from + slice.limit;
    return reply;
}

Position position_of(const NewPositionBody& body) {
    return {
        .id = {},
        .code = body.code,
        .name = body.name,
        .name_en = body.name_en.value_or(""),
        .kind = body.kind,
        .position_group = body.position_group.value_or(GroupId{}),
        .occupational_group = body.occupational_group.value_or(GroupId{}),
        .duty = body.duty.value_or(""),
        .legal_basis = body.legal_basis.value_or(""),
    };
}

}  // namespace

void add_post_routes(http::Router& router, PostService& posts, const Clock& clock) {
    http::Routes at(router, "organisation");
    const auto editors = Policy::needs(Permission::edit_posts);

    at.get(
        "/units/{unit}/posts",
        "list_posts",
        Policy::needs(Permission::read_people),
        [&](const Request& request, const PostQuery& query) -> Result<PostsReply> {
            const auto unit = TRY(request.path_id<UnitId>("unit"));
            return page_of(posts, request.actor(), unit, query, query.as_of(clock));
        }
    );

    at.get(
        "/positions",
        "list_positions",
        Policy::signed_in(),
        [&](const Request&) -> Result<CatalogueReply> { return reply_of(posts.catalogue()); }
    );

    at.post(
        "/positions",
        "add_position",
        editors,
        [&](const Request& request,
            const NewPositionBody& body) -> Result<Created<PositionAddedReply>> {
            const auto id = TRY(posts.add_position(request.actor(), position_of(body)));
            return Created<PositionAddedReply>{{id}};
        }
    );

    at.post(
        "/units/{unit}/posts",
        "add_post",
        editors,
        [&](const Request& request, const NewPostBody& body) -> Result<Created<PostAddedReply>> {
            const auto unit = TRY(request.path_id<UnitId>("unit"));
            const NewPost post{
                body.position, body.rank.value_or(RankId{}), body.authorised, body.from};
            return Created<PostAddedReply>{{TRY(posts.add(request.actor(), unit, post))}};
        }
    );

    at.post(
        "/posts/{post}/authorisation",
        "authorise_post",
        editors,
        [&](const Request& request, const AuthorisationBody& body) -> Result<Nothing> {
            const auto post = TRY(request.path_id<PostId>("post"));
            TRY(posts.authorise(request.actor(), post, body.authorised, body.from));
            return Nothing{};
        }
    );
}

}  // namespace nangluc::organisation
