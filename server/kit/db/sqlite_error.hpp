#pragma once

#include <string_view>

struct sqlite3;

namespace nangluc::db {

// Throws the connection's last failure as a DbError, with the statement's text.
[[noreturn]] void throw_sqlite_error(sqlite3* connection, std::string_view sql);

}  // namespace nangluc::db
