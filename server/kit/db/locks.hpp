#pragma once

#include <string_view>

#include "kit/db/db.hpp"

namespace nangluc::db {

// What the two engines cannot be told in the same words. On SQLite the one writer has everything to
// itself, so nothing waits and every lock is had.

// Takes the lock of that name until the end of the transaction; false if another has it.
bool try_lock(Tx& tx, std::string_view name);

// Waits until no other transaction is between this call on the same table and its own end. As the
// first call of a transaction it also lets it see what the others wrote: for work that should wait
// rather than be done again.
void lock_table(Tx& tx, std::string_view table);

// A queue's rows for this transaction alone: `select` picks them (one table; ORDER BY and LIMIT, no
// DISTINCT or GROUP BY), and those that another transaction has already claimed are passed over.
std::vector<Row> claim_rows(Tx& tx, std::string_view select, const Values& values);

template <class... Args>
std::vector<Row> claim(Tx& tx, std::string_view select, const Args&... args) {
    return claim_rows(tx, select, {to_value(args)...});
}

// A small number from 0 that no other open transaction of this process has: writers that each keep
// to the row of their lane do not meet. 0 on SQLite.
int lane(const Tx& tx);

}  // namespace nangluc::db
