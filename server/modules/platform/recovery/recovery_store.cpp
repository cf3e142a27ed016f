#include "modules/platform/recovery/recovery_store.hpp"

namespace nangluc::platform {

constexpr auto select_recovery_acts = R"sql(
    SELECT became, done_by, done_at, reason
      FROM platform_recovery_acts
     WHERE recovery_id = $1
     ORDER BY id
)sql";

static std::vector<RecoveryAct> acts_of(db::Tx& tx, RecoveryId recovery) {
    std::vector<RecoveryAct> acts;
    for (const auto& row : tx.all(select_recovery_acts, recovery)) {
        acts.push_back({
            .became = row.get<RecoveryStatus>("became"),
            .done_by = row.get<AccountId>("done_by"),
            .done_at = row.get<Instant>("done_at"),
            .reason = row.get<std::string>("reason"),
        });
    }
    return acts;
}

static Recovery recovery_of(db::Tx& tx, const db::Row& row) {
    const auto id = row.get<RecoveryId>("id");
    return {
        .id = id,
        .account = row.get<AccountId>("account_id"),
        .status = row.get<RecoveryStatus>("status"),
        .code_hash = row.get<std::optional<db::Bytes>>("code_hash").value_or(db::Bytes{}).data,
        .code_until = row.get<std::optional<Instant>>("code_until").value_or(Instant{}),
        .acts = acts_of(tx, id),
    };
}

static std::vector<Recovery> recoveries_of(db::Tx& tx, const std::vector<db::Row>& rows) {
    std::vector<Recovery> recoveries;
    recoveries.reserve(rows.size());
    for (const auto& row : rows) recoveries.push_back(recovery_of(tx, row));
    return recoveries;
}

constexpr auto select_recovery = R"sql(
    SELECT id, account_id, status, code_hash, code_until
      FROM platform_recoveries
     WHERE id = $1
)sql";

Result<Recovery> find_recovery(db::Tx& tx, RecoveryId id) {
    const auto row = tx.one(select_recovery, id);
    if (!row) return not_found("recovery");
    return recovery_of(tx, *row);
}

constexpr auto select_recovery_by_code = R"sql(
    SELECT id, account_id, status, code_hash, code_until
      FROM platform_recoveries
     WHERE code_hash = $1
)sql";

Result<Recovery> find_recovery_by_code(db::Tx& tx, std::string_view code_hash) {
    const auto row = tx.one(select_recovery_by_code, db::Bytes{std::string(code_hash)});
    if (!row) return not_found("recovery");
    return recovery_of(tx, *row);
}

constexpr auto select_recoveries = R"sql(
    SELECT id, account_id, status, code_hash, code_until
      FROM platform_recoveries
     WHERE account_id = $1
     ORDER BY id DESC
)sql";

std::vector<Recovery> list_recoveries(db::Tx& tx, AccountId account) {
    return recoveries_of(tx, tx.all(select_recoveries, account));
}

constexpr auto select_asked_recoveries = R"sql(
    SELECT id, account_id, status, code_hash, code_until
      FROM platform_recoveries
     WHERE status = 'asked'
     ORDER BY id
)sql";

std::vector<Recovery> list_asked_recoveries(db::Tx& tx) {
    return recoveries_of(tx, tx.all(select_asked_recoveries));
}

constexpr auto upsert_recovery = R"sql(
    INSERT INTO platform_recoveries (id, account_id, status, code_hash, code_until)
    VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE SET status = $3, code_hash = $4, code_until = $5
)sql";

constexpr auto insert_recovery_act = R"sql(
    INSERT INTO platform_recovery_acts (id, recovery_id, became, done_by, done_at, reason)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql";

void save_recovery(db::Tx& tx, IdMaker& ids, Recovery& recovery, RecoveryAct act) {
    const bool has_code = !recovery.code_hash.empty();
    act.became = recovery.status;
    tx.run(
        upsert_recovery,
        recovery.id,
        recovery.account,
        recovery.status,
        has_code ? std::optional(db::Bytes{recovery.code_hash}) : std::nullopt,
        has_code ? std::optional(recovery.code_until) : std::nullopt
    );
    tx.run(
        insert_recovery_act,
        ids.next(),
        recovery.id,
        act.became,
        act.done_by,
        act.done_at,
        act.reason
    );
    recovery.acts.push_back(std::move(act));
}

}  // namespace nangluc::platform
