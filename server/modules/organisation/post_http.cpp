#include "modules/organisation/post_http.hpp"

#include "kit/http/routes.hpp"
#include "modules/organisation/post_service.hpp"

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

void add_post_routes(http::Router& router, PostService& posts) {
    http::Routes at(router, "organisation");
    const auto editors = Policy::needs(Permission::edit_posts);

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
