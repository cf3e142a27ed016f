#include "modules/platform/audit_service.hpp"

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"

#include "modules/platform/place_filter.hpp"

namespace nangluc::platform {

namespace {

constexpr int batch = 200;
constexpr int most_batches = 20;

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
        .record = std::move(record),
        .account_name = name_of_account(tx, record.account),
        .change = std::nullopt,
    };
    const auto& kept = readable.record;
    if (!kept.person)
        readable.change = kept.change.data;
    else if (may_read_change(tx, actor, kept)) {
        readable.change = keys_.unseal(tx, kept.person, kept.change);
    }
    return readable;
}

AuditPage AuditService::list(const Actor& actor, AuditFilter filter) {
    const auto wanted = static_cast<std::size_t>(std::exchange(filter.limit, batch));

    return kit_.db.read([&](db::Tx& tx) {
        PlaceFilter places(tx, kit_.subtrees, actor, Permission::read_audit, kit_.clock.today());
        AuditPage page;
        for (int i = 0; i < most_batches; ++i) {
            auto records = list_audit(tx, filter);
            for (auto& record : records) {
                if (page.records.size() == wanted) {
                    page.next_before = filter.before;
                    return page;
                }
                filter.before = record.id;
                if (!places.shows(record.unit, record.at)) continue;
                page.records.push_back(readable(tx, actor, std::move(record)));
            }
            if (records.size() < static_cast<std::size_t>(batch)) return page;
        }
        page.next_before = filter.before;
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
