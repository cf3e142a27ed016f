#include "kit/db/schema.hpp"

#include <algorithm>

#include "kit/db/checked_tx.hpp"

namespace nangluc::db {
namespace {

constexpr auto sqlite_tables = R"sqlite(
    SELECT name
      FROM sqlite_schema
     WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
     ORDER BY name
)sqlite";

constexpr auto postgres_tables = R"postgres(
    SELECT table_name::text AS name
      FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
     ORDER BY 1
)postgres";

constexpr auto sqlite_columns = R"sqlite(
    SELECT name, type, "notnull" = 0 AND pk = 0 AS nullable
      FROM pragma_table_info($1)
     ORDER BY cid
)sqlite";

constexpr auto postgres_columns = R"postgres(
    SELECT column_name::text AS name, data_type::text AS type, is_nullable = 'YES' AS nullable
      FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1
     ORDER BY ordinal_position
)postgres";

std::string neutral_type(const std::string& type) {
    if (type == "INTEGER" || type == "bigint") return "int64";
    if (type == "TEXT" || type == "text") return "text";
    if (type == "BLOB" || type == "bytea") return "bytes";
    if (type == "REAL" || type == "double precision") return "real";
    return type;
}

}  // namespace

std::vector<std::string> tables_of(Tx& tx) {
    std::vector<std::string> names;
    const auto* const sql = tx.engine() == Engine::sqlite ? sqlite_tables : postgres_tables;
    tx.each(sql, [&](const Row& row) { names.push_back(row.get<std::string>("name")); });
    return names;
}

bool table_exists(Tx& tx, std::string_view table) {
    const auto names = tables_of(tx);
    return std::find(names.begin(), names.end(), table) != names.end();
}

std::vector<Column> columns_of(Tx& tx, std::string_view table) {
    std::vector<Column> columns;
    const auto* const sql = tx.engine() == Engine::sqlite ? sqlite_columns : postgres_columns;
    const auto add = [&](const Row& row) {
        columns.push_back({
            .name = row.get<std::string>("name"),
            .type = neutral_type(row.get<std::string>("type")),
            .nullable = row.get<bool>("nullable"),
        });
    };
    tx.each(sql, add, table);
    return columns;
}

void prepare(Tx& tx, std::string_view sql) {
    dynamic_cast<CheckedTx&>(tx).prepare(sql);
}

}  // namespace nangluc::db
