#include <algorithm>
#include <array>
#include <stdexcept>

#include "kit/db/migrations.hpp"
#include "kit/db/sql_text.hpp"

namespace nangluc::db {
namespace {

struct ColumnType {
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgres;
};

constexpr std::array column_types{
    ColumnType{"{int64}", "INTEGER", "bigint"},
    ColumnType{"{date}", "INTEGER", "bigint"},
    ColumnType{"{instant}", "INTEGER", "bigint"},
    ColumnType{"{bool}", "INTEGER", "bigint"},
    ColumnType{"{text}", "TEXT", "text"},
    ColumnType{"{bytes}", "BLOB", "bytea"},
    ColumnType{"{real}", "REAL", "double precision"},
};

const ColumnType& type_at(std::string_view text) {
    const auto named = [&](const ColumnType& type) { return text.starts_with(type.name); };
    const auto* const found = std::find_if(column_types.begin(), column_types.end(), named);
    if (found == column_types.end()) {
        throw std::invalid_argument("no column type: " + std::string(text.substr(0, 20)));
    }
    return *found;
}

std::string expand_types(std::string_view sql, Engine engine) {
    std::string out;
    for (std::size_t at = 0; at < sql.size();) {
        const auto end = end_of_span(sql, at);
        if (end > at) {
            out += sql.substr(at, end - at);
            at = end;
        } else if (sql[at] == '{') {
            const auto& type = type_at(sql.substr(at));
            out += engine == Engine::sqlite ? type.sqlite : type.postgres;
            at += type.name.size();
        } else {
            out += sql[at++];
        }
    }
    return out;
}

// A trailing comment would hide what is appended on its line.
std::string make_strict(const std::string& statement) {
    const bool is_table = without_preamble(statement).starts_with("CREATE TABLE");
    return is_table ? statement + "\nSTRICT" : statement;
}

}  // namespace

std::string expand(std::string_view sql, Engine engine) {
    auto expanded = expand_types(sql, engine);
    if (engine == Engine::postgres) return expanded;
    std::string out;
    for (const auto& statement : split_statements(expanded)) out += make_strict(statement) + ";\n";
    return out;
}

}  // namespace nangluc::db
