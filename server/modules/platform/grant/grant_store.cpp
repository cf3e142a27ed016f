#include "modules/platform/grant/grant_store.hpp"

namespace nangluc::platform {

static Grant grant_of(const db::Row& row) {
    return {
        .id = row.get<GrantId>("id"),
        .account = row.get<AccountId>("account_id"),
        .role = row.get<Role>("role"),
        .unit = row.get<UnitId>("unit_id"),
        .period = row.period(),
        .granted_by = row.get<AccountId>("granted_by"),
        .reason = row.get<std::string>("reason"),
        .replaces = row.get<GrantId>("replaces"),
    };
}

static std::vector<Grant> grants_of(const std::vector<db::Row>& rows) {
    std::vector<Grant> grants;
    grants.reserve(rows.size());
    for (const auto& row : rows) grants.push_back(grant_of(row));
    return grants;
}

constexpr auto select_grants = R"sql(
    SELECT id, account_id, role, unit_id, from_date, until_date, granted_by, reason, replaces
      FROM platform_grants
     WHERE account_id = $1
       AND from_date <= $2 AND until_date > $2
       AND recorded_at <= $3 AND superseded_at > $3
     ORDER BY id
)sql";

std::vector<Grant> list_grants(db::Tx& tx, AccountId account, AsOf at) {
    return grants_of(tx.all(select_grants, account, at.on, at.known_at));
}

constexpr auto select_known_grants = R"sql(
    SELECT id, account_id, role, unit_id, from_date, until_date, granted_by, reason, replaces
      FROM platform_grants
     WHERE account_id = $1 AND superseded_at = $2
     ORDER BY from_date DESC, id DESC
)sql";

std::vector<Grant> list_known_grants(db::Tx& tx, AccountId account) {
    return grants_of(tx.all(select_known_grants, account, Instant::never()));
}

constexpr auto select_grant = R"sql(
    SELECT id, account_id, role, unit_id, from_date, until_date, granted_by, reason, replaces
      FROM platform_grants
     WHERE id = $1 AND superseded_at = $2
)sql";

Result<Grant> find_grant(db::Tx& tx, GrantId id) {
    const auto row = tx.one(select_grant, id, Instant::never());
    if (!row) return not_found("grant");
    return grant_of(*row);
}

constexpr auto insert_grant = R"sql(
    INSERT INTO platform_grants (id, account_id, role, unit_id, from_date, until_date, granted_by,
                                 reason, recorded_at, superseded_at, replaces)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql";

void add_grant(db::Tx& tx, const Grant& grant, Instant now) {
    tx.run(
        insert_grant,
        grant.id,
        grant.account,
        grant.role,
        grant.unit,
        grant.period.from,
        grant.period.until,
        grant.granted_by,
        grant.reason,
        now,
        Instant::never(),
        grant.replaces
    );
}

constexpr auto close_grant_row = R"sql(
    UPDATE platform_grants
       SET superseded_at = $2
     WHERE id = $1 AND superseded_at > $2
)sql";

Result<> supersede_grant(db::Tx& tx, GrantId id, Instant now) {
    if (tx.run(close_grant_row, id, now) == 0) return conflict("grant.already_ended");
    return {};
}

}  // namespace nangluc::platform
