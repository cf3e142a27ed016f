#include "modules/platform/audit/audit_http.hpp"

#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"

namespace nangluc::platform {

using namespace http;

namespace {

// What any id in the audit names: a plan, a grant, a session.
using ObjectId = Id<struct AnyObjectTag>;

struct AuditQuery {
    std::optional<ObjectId> object;
    std::optional<std::string> act;
    std::optional<AccountId> account;
    std::optional<PersonId> person;
    std::optional<UnitId> unit;
    std::optional<Instant> from;
    std::optional<Instant> until;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(
    AuditQuery, (), (object, act, account, person, unit, from, until, cursor, limit)
)

struct PageQuery {
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(PageQuery, (), (cursor, limit))

struct BeforeRecord {
    ObjectId record;
};
BOOST_DESCRIBE_STRUCT(BeforeRecord, (), (record))

struct AuditItem {
    ObjectId id;
    Instant at;
    std::optional<AccountId> account;
    std::string account_name;
    std::string act;
    std::optional<ObjectId> object;
    std::optional<UnitId> unit;
    std::optional<PersonId> person;
    std::optional<json::Raw> change;  // null: about a person, and not for this reader
    std::string request_id;
};
BOOST_DESCRIBE_STRUCT(
    AuditItem, (), (id, at, account, account_name, act, object, unit, person, change, request_id)
)

struct VerificationReply {
    std::int64_t rows = 0;
    std::optional<AuditFlawAt> first_flaw;
};
BOOST_DESCRIBE_STRUCT(VerificationReply, (), (rows, first_flaw))

template <class AnyId>
std::optional<AnyId> given(AnyId id) {
    return id ? std::optional(id) : std::nullopt;
}

AuditItem item_of(const ReadableRecord& readable) {
    const auto& record = readable.record;
    return {
        .id = {record.id},
        .at = record.at,
        .account = given(record.account),
        .account_name = readable.account_name,
        .act = record.act,
        .object = given(ObjectId{record.object}),
        .unit = given(record.unit),
        .person = given(record.person),
        .change = readable.change ? std::optional(json::Raw{*readable.change}) : std::nullopt,
        .request_id = record.request_id,
    };
}

Page<AuditItem> page_of(const AuditPage& found) {
    Page<AuditItem> page;
    for (const auto& record : found.records) page.items.push_back(item_of(record));
    if (found.next_before != 0) page.next = encode_cursor(BeforeRecord{{found.next_before}});
    return page;
}

Result<std::int64_t> before_of(const std::optional<std::string>& cursor) {
    const auto place = TRY(decode_cursor<BeforeRecord>(cursor));
    return place ? place->record.value : INT64_MAX;
}

Result<Page<AuditItem>> list_page(
    AuditService& audit, const Actor& actor, const AuditQuery& query
) {
    AuditFilter filter{
        .act = query.act,
        .account = query.account,
        .person = query.person,
        .unit = query.unit,
        .from = query.from.value_or(Instant{}),
        .until = query.until.value_or(Instant::never()),
        .before = TRY(before_of(query.cursor)),
        .limit = query.limit.value(),
    };
    if (query.object) filter.object = query.object->value;
    return page_of(audit.list(actor, filter));
}

}  // namespace

void add_audit_routes(Router& router, AuditService& audit) {
    Routes at(router, "platform");
    at.get(
        "/audit",
        "list_audit",
        Policy::needs(Permission::read_audit),
        [&audit](const Request& request, const AuditQuery& query) {
            return list_page(audit, request.actor(), query);
        }
    );
    at.get(
        "/audit/verification",
        "verify_audit",
        Policy::needs(Permission::read_audit),
        [&audit](const Request& request) -> Result<VerificationReply> {
            const auto found = TRY(audit.verify(request.actor()));
            return VerificationReply{found.rows, found.first_flaw};
        }
    );
    at.get(
        "/me/readings",
        "list_readings_of_me",
        Policy::signed_in(),
        [&audit](const Request& request, const PageQuery& query) -> Result<Page<AuditItem>> {
            const auto before = TRY(before_of(query.cursor));
            const auto limit = query.limit.value();
            return page_of(TRY(audit.list_own_readings(request.actor(), before, limit)));
        }
    );
}

}  // namespace nangluc::platform
