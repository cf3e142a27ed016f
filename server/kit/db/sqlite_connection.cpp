#include "kit/db/sqlite_connection.hpp"

#include <sqlite3.h>

#include "kit/db/sqlite_error.hpp"

namespace nangluc::db {
namespace {

// LIKE that minds the case, because PostgreSQL's does.
constexpr auto common_settings = R"sqlite(
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA case_sensitive_like = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -16000;
)sqlite";

constexpr auto writing_settings = R"sqlite(
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
)sqlite";

constexpr auto reading_settings = R"sqlite(
    PRAGMA query_only = ON;
)sqlite";

std::string quoted(std::string_view name) {
    std::string text = "\"";
    for (const char c : name) {
        if (c == '"') text += c;
        text += c;
    }
    return text + '"';
}

std::string insert_statement(std::string_view table, const std::vector<std::string_view>& columns) {
    std::string names;
    std::string parameters;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string comma = i == 0 ? "" : ", ";
        names += comma + quoted(columns[i]);
        parameters += comma + "$" + std::to_string(i + 1);
    }
    return "INSERT INTO " + quoted(table) + " (" + names + ") VALUES (" + parameters + ")";
}

}  // namespace

void SqliteConnection::Close::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

SqliteConnection::SqliteConnection(const std::string& path, Use use) {
    const int create = use == Use::writing ? SQLITE_OPEN_CREATE : 0;
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(
        path.c_str(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | create, nullptr
    );
    connection_.reset(connection);
    if (code != SQLITE_OK) throw_sqlite_error(connection, path);
    configure(use);
}

void SqliteConnection::configure(Use use) {
    auto* const connection = connection_.get();
    sqlite3_extended_result_codes(connection, 1);
    sqlite3_busy_timeout(connection, 10'000);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // "name" is a column or an error, never a text, as in PostgreSQL.
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);

    const auto set = [&](const char* settings) {
        if (sqlite3_exec(connection, settings, nullptr, nullptr, nullptr) != SQLITE_OK) {
            throw_sqlite_error(connection, settings);
        }
    };
    set(common_settings);
    set(use == Use::writing ? writing_settings : reading_settings);
}

void SqliteConnection::roll_back() noexcept {
    if (in_transaction()) sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

bool SqliteConnection::in_transaction() const {
    return sqlite3_get_autocommit(connection_.get()) == 0;
}

SqliteStatement& SqliteConnection::statement(std::string_view sql) {
    const auto known = statements_.find(sql);
    if (known != statements_.end()) return known->second;
    SqliteStatement compiled(connection_.get(), sql);
    return statements_.emplace(sql, std::move(compiled)).first->second;
}

// SQLite remembers the count of the last change, also through statements that change no rows.
std::int64_t SqliteConnection::execute(std::string_view sql, const Values& values) {
    auto* const connection = connection_.get();
    const auto before = sqlite3_total_changes64(connection);
    statement(sql).run(values);
    return sqlite3_total_changes64(connection) == before ? 0 : sqlite3_changes64(connection);
}

std::int64_t SqliteConnection::load(
    std::string_view table,
    const std::vector<std::string_view>& columns,
    const std::function<bool(Values&)>& next
) {
    auto& insert = statement(insert_statement(table, columns));
    std::int64_t rows = 0;
    Values values(columns.size());
    while (next(values)) {
        insert.run(values);
        ++rows;
    }
    return rows;
}

}  // namespace nangluc::db
