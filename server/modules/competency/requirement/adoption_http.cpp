#include "kit/http/routes.hpp"
#include "modules/competency/requirement/requirement_http.hpp"
#include "modules/competency/requirement/requirement_service.hpp"

namespace nangluc::competency {

using namespace http;

namespace {

// Of a post, a position, a group or a rank, as the kind says.
using AdopterId = Id<struct AdopterTag>;

struct RoleAdoption {
    std::string role;  // code of one level of a role
    ReasonKind reason_kind = ReasonKind::position;
    std::optional<AdopterId> reason_id;
    std::optional<std::string> reason_word;
    UnitId scope;
    std::string decision_number;
    Date from;
};
BOOST_DESCRIBE_STRUCT(
    RoleAdoption, (), (role, reason_kind, reason_id, reason_word, scope, decision_number, from)
)

struct RoleAdopted {
    int added = 0;
};
BOOST_DESCRIBE_STRUCT(RoleAdopted, (), (added))

struct AdoptionQuery {
    std::string role;
    ReasonKind reason_kind = ReasonKind::position;
    std::optional<AdopterId> reason_id;
    std::optional<std::string> reason_word;
    UnitId scope;
    Date from;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(
    AdoptionQuery, (), (role, reason_kind, reason_id, reason_word, scope, from, language)
)

struct ProposalReply {
    CompetencyId competency;
    std::string code;
    std::string name;
    std::string area;
    int level = 0;
    int levels = 0;
    std::optional<int> required;  // already, for that reason there: it would stay
};
BOOST_DESCRIBE_STRUCT(ProposalReply, (), (competency, code, name, area, level, levels, required))

struct ProposalsReply {
    int added = 0;
    std::vector<ProposalReply> items;
};
BOOST_DESCRIBE_STRUCT(ProposalsReply, (), (added, items))

Reason reason_of(const auto& said) {
    return {
        said.reason_kind,
        said.reason_id ? said.reason_id->value : 0,
        said.reason_word.value_or(""),
    };
}

ProposalsReply reply_of(const std::vector<RequirementService::Proposal>& proposals) {
    ProposalsReply reply;
    for (const auto& [competency, level, required] : proposals) {
        if (!required) ++reply.added;
        reply.items.push_back({
            .competency = competency.id,
            .code = competency.code,
            .name = competency.name,
            .area = competency.area,
            .level = level,
            .levels = competency.levels,
            .required = required,
        });
    }
    return reply;
}

}  // namespace

void add_adoption_routes(Router& router, RequirementService& requirements) {
    Routes at(router, "competency");
    const auto editors = Policy::needs(Permission::edit_requirements);
    at.get(
        "/framework-versions/{version}/adoptions/preview",
        "preview_role_adoption",
        editors,
        [&](const Request& request, const AdoptionQuery& query) -> Result<ProposalsReply> {
            const RequirementService::FromRole wish{
                .version = TRY(request.path_id<FrameworkVersionId>("version")),
                .role = query.role,
                .reason = reason_of(query),
                .scope = query.scope,
                .decision_number = {},
                .from = query.from,
            };
            return reply_of(TRY(
                requirements.propose_from_role(request.actor(), wish, query.language.value_or("vi"))
            ));
        }
    );
    at.post(
        "/framework-versions/{version}/adoptions",
        "adopt_role",
        editors,
        [&](const Request& request, const RoleAdoption& body) -> Result<RoleAdopted> {
            const RequirementService::FromRole wish{
                .version = TRY(request.path_id<FrameworkVersionId>("version")),
                .role = body.role,
                .reason = reason_of(body),
                .scope = body.scope,
                .decision_number = body.decision_number,
                .from = body.from,
            };
            return RoleAdopted{TRY(requirements.add_from_role(request.actor(), wish))};
        }
    );
}

}  // namespace nangluc::competency
