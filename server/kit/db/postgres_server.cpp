#include "kit/db/postgres_server.hpp"

#include <algorithm>
#include <stdexcept>

#include "kit/db/postgres_connection.hpp"

namespace nangluc::db {
namespace {

struct FreeOptions {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

// As a value of a libpq address: 'it\'s'.
std::string quoted_value(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

std::string quoted_name(const std::string& name) {
    return '"' + name + '"';
}

constexpr auto databases_statement = R"postgres(
    SELECT datname::text AS name
      FROM pg_database
     WHERE starts_with(datname::text, $1)
)postgres";

constexpr auto lock_statement = R"postgres(
    SELECT pg_advisory_lock(hashtextextended(CAST($1 AS text), 0)) IS NULL AS had
)postgres";

constexpr auto unlock_statement = R"postgres(
    SELECT pg_advisory_unlock(hashtextextended(CAST($1 AS text), 0)) AS had
)postgres";

void ignore(const Row&) {}

}  // namespace

PostgresServer::PostgresServer(const std::string& address)
    : address_(address), connection_(std::make_unique<PostgresConnection>(address)) {}

PostgresServer::~PostgresServer() = default;

std::string PostgresServer::address_of(const std::string& database) const {
    const std::unique_ptr<PQconninfoOption, FreeOptions> options(
        PQconninfoParse(address_.c_str(), nullptr)
    );
    if (!options) throw std::invalid_argument("not an address of PostgreSQL");
    std::string address = "dbname=" + quoted_value(database);
    for (const auto* option = options.get(); option->keyword != nullptr; ++option) {
        const std::string keyword = option->keyword;
        if (option->val == nullptr || keyword == "dbname") continue;
        address += " " + keyword + "=" + quoted_value(option->val);
    }
    return address;
}

bool PostgresServer::exists(const std::string& database) {
    const auto names = databases(database);
    return std::find(names.begin(), names.end(), database) != names.end();
}

std::vector<std::string> PostgresServer::databases(const std::string& prefix) {
    std::vector<std::string> names;
    connection_->query(databases_statement, {prefix}, [&](const Row& row) {
        names.push_back(row.get<std::string>("name"));
    });
    return names;
}

void PostgresServer::create(const std::string& database, const std::string& original) {
    const std::string from = original.empty() ? "template0" : original;
    connection_->command(
        "CREATE DATABASE " + quoted_name(database) + " TEMPLATE " + quoted_name(from) +
        (original.empty() ? " ENCODING 'UTF8' LOCALE 'C.UTF-8'" : "")
    );
}

void PostgresServer::rename(const std::string& database, const std::string& name) {
    connection_->command(
        "ALTER DATABASE " + quoted_name(database) + " RENAME TO " + quoted_name(name)
    );
}

void PostgresServer::drop(const std::string& database) {
    connection_->command("DROP DATABASE IF EXISTS " + quoted_name(database) + " WITH (FORCE)");
}

void PostgresServer::command(const std::string& sql) {
    connection_->command(sql);
}

void PostgresServer::lock(const std::string& name) {
    connection_->query(lock_statement, {name}, ignore);
}

void PostgresServer::unlock(const std::string& name) {
    connection_->query(unlock_statement, {name}, ignore);
}

}  // namespace nangluc::db
