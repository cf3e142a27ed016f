#pragma once

#include <string_view>
#include <vector>

#include "kit/db/db.hpp"

namespace nangluc::db {

// One column of all rows, in their order.
template <class T, class... Args>
std::vector<T> column(Tx& tx, std::string_view sql, std::string_view name, const Args&... args) {
    std::vector<T> values;
    tx.each(
        sql, [&](const Row& row) { values.push_back(row.get<T>(name)); }, args...
    );
    return values;
}

}  // namespace nangluc::db
