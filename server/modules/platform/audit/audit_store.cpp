#include "modules/platform/audit/audit_store.hpp"

namespace nangluc::platform {

static std::vector<AuditRecord> records_of(const std::vector<db::Row>& rows) {
    std::vector<AuditRecord> records;
    records.reserve(rows.size());
    for (const auto& row : rows) {
        records.push_back({
            .id = row.get<std::int64_t>("id"),
            .at = row.get<Instant>("at"),
            .account = row.get<AccountId>("account_id"),
            .act = row.get<std::string>("act"),
            .object = row.get<std::optional<std::int64_t>>("object_id").value_or(0),
            .unit = row.get<UnitId>("unit_id"),
            .person = row.get<PersonId>("person_id"),
            .change = row.get<db::Bytes>("change"),
            .request_id = row.get<std::string>("request_id"),
        });
    }
    return records;
}

constexpr auto select_audit = R"sql(
    SELECT id, at, account_id, act, object_id, unit_id, person_id, change, request_id
      FROM platform_audit
     WHERE id < $1
       AND (object_id = $2 OR $2 IS NULL)
       AND (act = $3 OR $3 IS NULL)
       AND (account_id = $4 OR $4 IS NULL)
       AND (person_id = $5 OR $5 IS NULL)
       AND (unit_id = $6 OR $6 IS NULL)
       AND at >= $7 AND at < $8
     ORDER BY id DESC
     LIMIT $9
)sql";

std::vector<AuditRecord> list_audit(db::Tx& tx, const AuditFilter& filter) {
    return records_of(tx.all(
        select_audit,
        filter.before,
        filter.object,
        filter.act,
        filter.account,
        filter.person,
        filter.unit,
        filter.from,
        filter.until,
        filter.limit
    ));
}

constexpr auto select_readings = R"sql(
    SELECT id, at, account_id, act, object_id, unit_id, person_id, change, request_id
      FROM platform_audit
     WHERE person_id = $1 AND id < $2
       AND act LIKE '%!_read' ESCAPE '!'
       AND account_id <> $3
     ORDER BY id DESC
     LIMIT $4
)sql";

std::vector<AuditRecord> list_readings(
    db::Tx& tx, PersonId person, AccountId own, std::int64_t before, int limit
) {
    return records_of(tx.all(select_readings, person, before, own, limit));
}

}  // namespace nangluc::platform
