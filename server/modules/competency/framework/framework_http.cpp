#include "modules/competency/framework/framework_http.hpp"

#include "kit/http/as_of.hpp"
#include "kit/http/routes.hpp"
#include "modules/competency/framework/framework_reply.hpp"

namespace nangluc::competency {

using namespace http;

namespace {

struct LanguageQuery {
    std::optional<std::string> language;

    std::string wished() const { return language.value_or("vi"); }
};
BOOST_DESCRIBE_STRUCT(LanguageQuery, (), (language))

struct VersionComparisonQuery : AsOfQuery {
    FrameworkVersionId with;  // the earlier version
    UnitId unit;              // people at or below it are counted
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(VersionComparisonQuery, (AsOfQuery), (with, unit, language))

void add_lists(Routes& at, FrameworkService& frameworks) {
    at.get(
        "/frameworks",
        "list_frameworks",
        Policy::signed_in(),
        [&](const Request& request, const LanguageQuery& query) -> Result<FrameworksReply> {
            FrameworksReply reply;
            for (const auto& listed : frameworks.list(request.actor())) {
                reply.items.push_back(reply_of(listed, query.wished()));
            }
            if (request.actor().may_somewhere(Permission::edit_frameworks)) {
                reply.actions = {"import"};
            }
            return reply;
        }
    );
    at.get(
        "/framework-versions/{version}/roles",
        "list_framework_roles",
        Policy::signed_in(),
        [&](const Request& request, const LanguageQuery& query) -> Result<RolesReply> {
            const auto id = TRY(request.path_id<FrameworkVersionId>("version"));
            return roles_of(TRY(frameworks.find(request.actor(), id)), query.wished());
        }
    );
}

}  // namespace

void add_framework_routes(Router& router, FrameworkService& frameworks, const Clock& clock) {
    Routes at(router, "competency");
    add_lists(at, frameworks);
    at.get(
        "/framework-versions/{version}",
        "read_framework_version",
        Policy::signed_in(),
        [&](const Request& request,
            const LanguageQuery& query) -> Result<Versioned<FrameworkPageReply>> {
            const auto id = TRY(request.path_id<FrameworkVersionId>("version"));
            const auto page = TRY(frameworks.find(request.actor(), id));
            return Versioned<FrameworkPageReply>{
                reply_of(page, query.wished()), page.version.revision};
        }
    );
    at.get(
        "/framework-versions/{version}/comparison",
        "compare_framework_versions",
        Policy::needs(Permission::read_people),
        [&](const Request& request, const VersionComparisonQuery& query) -> Result<ComparedReply> {
            const auto id = TRY(request.path_id<FrameworkVersionId>("version"));
            const auto compared = TRY(
                frameworks.compare(request.actor(), query.with, id, query.unit, query.as_of(clock))
            );
            return reply_of(compared, query.language.value_or("vi"));
        }
    );
}

}  // namespace nangluc::competency
