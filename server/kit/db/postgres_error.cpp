#include "kit/db/postgres_error.hpp"

#include <libpq-fe.h>

#include "kit/db/db.hpp"

namespace nangluc::db {
namespace {

using Kind = DbError::Kind;

std::string field(const PGresult* result, int code) {
    const char* const text = PQresultErrorField(result, code);
    return text == nullptr ? "" : text;
}

// A plan that a migration has made void cannot be used again; a new connection can make another.
bool is_void_plan(const PGresult* result) {
    return field(result, PG_DIAG_SOURCE_FUNCTION) == "RevalidateCachedQuery";
}

Kind kind_of(const PGresult* result) {
    const auto state = field(result, PG_DIAG_SQLSTATE);
    if (state == "23505") return Kind::unique;
    if (state == "23503") return Kind::foreign_key;
    if (state == "23514") return Kind::check;
    if (state == "23502") return Kind::not_null;
    if (state == "40001" || state == "40P01") return Kind::serialization;
    if (state == "55P03") return Kind::busy;
    if (state.starts_with("08") || state.starts_with("57P0") || is_void_plan(result)) {
        return Kind::lost;
    }
    return Kind::other;
}

std::string constraint_of(const PGresult* result) {
    auto name = field(result, PG_DIAG_CONSTRAINT_NAME);
    if (!name.empty()) return name;
    const auto column = field(result, PG_DIAG_COLUMN_NAME);
    return column.empty() ? "" : field(result, PG_DIAG_TABLE_NAME) + "." + column;
}

}  // namespace

void throw_postgres_error(PGconn* connection, const PGresult* result, std::string_view sql) {
    const auto in_statement = "\n" + std::string(sql);
    const auto message = field(result, PG_DIAG_MESSAGE_PRIMARY);
    if (message.empty()) {
        const bool lost = PQstatus(connection) != CONNECTION_OK;
        throw DbError(
            lost ? Kind::lost : Kind::other, "", PQerrorMessage(connection) + in_statement
        );
    }
    throw DbError(kind_of(result), constraint_of(result), message + in_statement);
}

}  // namespace nangluc::db
