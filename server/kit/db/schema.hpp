#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kit/db/db.hpp"

namespace nangluc::db {

// A column as a migration declares it.
struct Column {
    std::string name;
    std::string type;  // int64, text, bytes, real; the engine's own word for anything else
    bool nullable = false;

    friend bool operator==(const Column&, const Column&) = default;
};

bool table_exists(Tx& tx, std::string_view table);
// In alphabetical order, the engine's own left out.
std::vector<std::string> tables_of(Tx& tx);
// Of a table, in its order; empty where there is no such table.
std::vector<Column> columns_of(Tx& tx, std::string_view table);

// Has the engine compile the statement against the schema, without running it; throws DbError.
void prepare(Tx& tx, std::string_view sql);

}  // namespace nangluc::db
