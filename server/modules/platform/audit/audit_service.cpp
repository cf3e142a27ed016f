#include "modules/platform/audit/audit_service.hpp"

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"

#include "modules/platform/place_filter.hpp"
#include "modules/platform/shown_rows.hpp"

namespace nangluc::platform {

namespace {

struct VerificationNote {
    std::int64_t rows = 0;
    bool is_whole = true;
    BOOST_DESCRIBE_CLASS(VerificationNote, (), (rows, is_whole), (), ())
};

}  // namespace

bool AuditService::may_read_change(db::Tx& tx, const Actor& actor, const AuditRecord& record)
    const {
    if (!record.person || actor.is(record.person)) return true;
    const auto place = kit_.subtrees.path_of(tx, record.unit, kit_.clock.today());
    return place && actor.may(Permission::read_personal_facts, *place);
}

ReadableRecord AuditService::readable(db::Tx& tx, const Actor& actor, AuditRecord record) const {
    ReadableRecord readable{
        .record = {},
        .account_name = name_of_account(tx, record.account),
        .change = std::nullopt,
    };
    readable.record = std::move(record);
    const auto& kept = readable.record;
    if (!kept.person)
        readable.change = kept.change.data;
    else if (may_read_change(tx, actor, kept)) {
        readable.change = keys_.unseal(tx, kept.person, kept.change);
    }
    return readable;
}

AuditPage AuditService::list(const Actor& actor, const AuditFilter& filter) {
    return kit_.db.read([&](db::Tx& tx) {
        PlaceFilter places(tx, kit_.subtrees, actor, Permission::read_audit, kit_.clock.today());
        auto shown = list_shown<AuditRecord>(
            filter.limit,
            filter.before,
            [&](std::int64_t before, int count) {
                auto next = filter;
                next.before = before;
                next.limit = count;
                return list_audit(tx, next);
            },
            [](const AuditRecord& record) { return record.id; },
            [&](const AuditRecord& record) { return places.shows(record.unit, record.at); }
        );
        AuditPage page{.records = {}, .next_before = shown.next_before};
        for (auto& record : shown.rows) {
            page.records.push_back(readable(tx, actor, std::move(record)));
        }
        return page;
    });
}

Result<AuditPage> AuditService::list_own_readings(
    const Actor& actor, std::int64_t before, int limit
) {
    if (!actor.person()) return not_found("person");

    return kit_.db.read([&](db::Tx& tx) -> Result<AuditPage> {
        auto records = list_readings(tx, actor.person(), actor.account(), before, limit + 1);
        const auto wanted = static_cast<std::size_t>(limit);
        AuditPage page;
        for (auto& record : records) {
            if (page.records.size() == wanted) {
                page.next_before = page.records.back().record.id;
                break;
            }
            page.records.push_back(readable(tx, actor, std::move(record)));
        }
        return page;
    });
}

Result<AuditVerification> AuditService::verify(const Actor& actor) {
    const auto found = TRY(kit_.db.read([&](db::Tx& tx) -> Result<AuditVerification> {
        PlaceFilter places(tx, kit_.subtrees, actor, Permission::read_audit, kit_.clock.today());
        if (!places.shows({}, kit_.clock.now())) return forbidden("permission.read_audit");
        return verify_audit(tx);
    }));
    const VerificationNote note{.rows = found.rows, .is_whole = !found.first_flaw};
    kit_.db.transaction([&](db::Tx& tx) {
        kit_.audit.write(tx, actor, {.act = "audit.verified", .change = json::write(note)});
    });
    return found;
}

}  // namespace nangluc::platform
