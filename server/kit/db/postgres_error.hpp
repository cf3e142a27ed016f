#pragma once

#include <string_view>

struct pg_conn;
struct pg_result;

namespace nangluc::db {

// Throws what the server answered, or that the connection is lost, as a DbError with the
// statement's text. Values that the server quotes in its details are left out: they may be
// personal.
[[noreturn]] void throw_postgres_error(
    pg_conn* connection, const pg_result* result, std::string_view sql
);

}  // namespace nangluc::db
