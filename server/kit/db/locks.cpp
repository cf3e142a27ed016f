#include "kit/db/locks.hpp"

#include "kit/db/checked_tx.hpp"

namespace nangluc::db {
namespace {

constexpr auto try_lock_statement = R"postgres(
    SELECT pg_try_advisory_xact_lock(hashtextextended(CAST($1 AS text), 0)) AS had
)postgres";

std::string quoted(std::string_view name) {
    return '"' + std::string(name) + '"';
}

}  // namespace

bool try_lock(Tx& tx, std::string_view name) {
    if (tx.engine() == Engine::sqlite) return true;
    return tx.one(try_lock_statement, name)->get<bool>("had");
}

// LOCK TABLE takes no snapshot, unlike a function that waits inside a SELECT.
void lock_table(Tx& tx, std::string_view table) {
    if (tx.engine() == Engine::sqlite) return;
    tx.run("LOCK TABLE " + quoted(table) + " IN SHARE ROW EXCLUSIVE MODE");
}

std::vector<Row> claim_rows(Tx& tx, std::string_view select, const Values& values) {
    std::string sql(select);
    if (tx.engine() == Engine::postgres) sql += "\nFOR UPDATE SKIP LOCKED";
    std::vector<Row> rows;
    tx.query(sql, values, [&](Row row) { rows.push_back(std::move(row)); });
    return rows;
}

int lane(const Tx& tx) {
    return dynamic_cast<const CheckedTx&>(tx).lane();
}

}  // namespace nangluc::db
