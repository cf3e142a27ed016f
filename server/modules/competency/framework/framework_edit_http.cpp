#include "kit/http/routes.hpp"
#include "modules/competency/framework/framework_http.hpp"
#include "modules/competency/framework/framework_reply.hpp"

namespace nangluc::competency {

using namespace http;

namespace {

struct NewVersion {
    std::string label;
};
BOOST_DESCRIBE_STRUCT(NewVersion, (), (label))

struct VersionRef {
    FrameworkVersionId id;
};
BOOST_DESCRIBE_STRUCT(VersionRef, (), (id))

struct RevisionReply {
    int revision = 0;
};
BOOST_DESCRIBE_STRUCT(RevisionReply, (), (revision))

struct ItemText {
    std::string code;
    std::string area;
    std::vector<Wording> words;
};
BOOST_DESCRIBE_STRUCT(ItemText, (), (code, area, words))

struct ItemBody {
    std::optional<std::string> area;
    std::vector<Wording> words;
};
BOOST_DESCRIBE_STRUCT(ItemBody, (), (area, words))

struct AreaText {
    std::string code;
    std::vector<Wording> words;
};
BOOST_DESCRIBE_STRUCT(AreaText, (), (code, words))

struct AreaBody {
    std::vector<Wording> words;
};
BOOST_DESCRIBE_STRUCT(AreaBody, (), (words))

struct ApprovalBody {
    std::string decision_number;
    Date decided_on;
    Date from;
};
BOOST_DESCRIBE_STRUCT(ApprovalBody, (), (decision_number, decided_on, from))

void add_item_routes(Routes& at, FrameworkService& frameworks) {
    const auto editors = Policy::needs(Permission::edit_frameworks);
    at.get(
        "/framework-versions/{version}/competencies/{code}",
        "read_framework_competency",
        Policy::signed_in(),
        [&](const Request& request) -> Result<Versioned<ItemText>> {
            const auto id = TRY(request.path_id<FrameworkVersionId>("version"));
            const auto page = TRY(frameworks.find(request.actor(), id));
            for (const auto& item : page.content.items) {
                if (item.code != request.path_value("code")) continue;
                return Versioned<ItemText>{
                    {item.code, item.area, item.words}, page.version.revision};
            }
            return not_found("competency");
        }
    );
    at.put(
        "/framework-versions/{version}/competencies/{code}",
        "put_framework_competency",
        editors,
        [&](const Request& request, const ItemBody& body) -> Result<Versioned<RevisionReply>> {
            const auto id = TRY(request.path_id<FrameworkVersionId>("version"));
            const auto read = TRY(request.if_match());
            const Item item{request.path_value("code"), body.area.value_or(""), body.words};
            const auto revision = TRY(frameworks.put_item(request.actor(), id, read, item));
            return Versioned<RevisionReply>{{revision}, revision};
        }
    );
    at.del(
        "/framework-versions/{version}/competencies/{code}",
        "remove_framework_competency",
        editors,
        [&](const Request& request) -> Result<Versioned<RevisionReply>> {
            const auto id = TRY(request.path_id<FrameworkVersionId>("version"));
            const auto read = TRY(request.if_match());
            const auto& code = request.path_value("code");
            const auto revision = TRY(frameworks.remove_item(request.actor(), id, read, code));
            return Versioned<RevisionReply>{{revision}, revision};
        }
    );
}

void add_area_routes(Routes& at, FrameworkService& frameworks) {
    const auto editors = Policy::needs(Permission::edit_frameworks);
    at.get(
        "/framework-versions/{version}/areas/{code}",
        "read_framework_area",
        Policy::signed_in(),
        [&](const Request& request) -> Result<Versioned<AreaText>> {
            const auto id = TRY(request.path_id<FrameworkVersionId>("version"));
            const auto page = TRY(frameworks.find(request.actor(), id));
            for (const auto& area : page.content.areas) {
                if (area.code != request.path_value("code")) continue;
                return Versioned<AreaText>{{area.code, area.words}, page.version.revision};
            }
            return not_found("area");
        }
    );
    at.put(
        "/framework-versions/{version}/areas/{code}",
        "put_framework_area",
        editors,
        [&](const Request& request, const AreaBody& body) -> Result<Versioned<RevisionReply>> {
            const auto id = TRY(request.path_id<FrameworkVersionId>("version"));
            const auto read = TRY(request.if_match());
            const Area area{request.path_value("code"), body.words};
            const auto revision = TRY(frameworks.put_area(request.actor(), id, read, area));
            return Versioned<RevisionReply>{{revision}, revision};
        }
    );
    at.del(
        "/framework-versions/{version}/areas/{code}",
        "remove_framework_area",
        editors,
        [&](const Request& request) -> Result<Versioned<RevisionReply>> {
            const auto id = TRY(request.path_id<FrameworkVersionId>("version"));
            const auto read = TRY(request.if_match());
            const auto& code = request.path_value("code");
            const auto revision = TRY(frameworks.remove_area(request.actor(), id, read, code));
            return Versioned<RevisionReply>{{revision}, revision};
        }
    );
}

}  // namespace

void add_framework_edit_routes(Router& router, FrameworkService& frameworks) {
    Routes at(router, "competency");
    const auto editors = Policy::needs(Permission::edit_frameworks);
    add_item_routes(at, frameworks);
    add_area_routes(at, frameworks);
    at.post(
        "/framework-versions/{version}/copies",
        "copy_framework_version",
        editors,
        [&](const Request& request, const NewVersion& body) -> Result<Created<VersionRef>> {
            const auto id = TRY(request.path_id<FrameworkVersionId>("version"));
            const auto draft = TRY(frameworks.copy(request.actor(), id, body.label));
            return Created<VersionRef>{{draft}, "/framework-versions/" + to_text(draft.value)};
        }
    );
    at.post(
        "/framework-versions/{version}/approval",
        "approve_framework_version",
        editors,
        [&](const Request& request, const ApprovalBody& body) -> Result<Nothing> {
            const auto id = TRY(request.path_id<FrameworkVersionId>("version"));
            const auto read = TRY(request.if_match());
            TRY(frameworks.approve(
                request.actor(), id, read, {body.decision_number, body.decided_on, body.from}
            ));
            return Nothing{};
        }
    );
}

}  // namespace nangluc::competency
