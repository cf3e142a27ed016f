#include "kit/db/sqlite_error.hpp"

#include <sqlite3.h>

#include "kit/db/db.hpp"

namespace nangluc::db {
namespace {

DbError::Kind kind_of(int extended_code) {
    switch (extended_code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            return DbError::Kind::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return DbError::Kind::foreign_key;
        case SQLITE_CONSTRAINT_CHECK:
            return DbError::Kind::check;
        case SQLITE_CONSTRAINT_NOTNULL:
            return DbError::Kind::not_null;
        default:
            break;
    }
    const int code = extended_code & 0xff;
    const bool busy = code == SQLITE_BUSY || code == SQLITE_LOCKED;
    return busy ? DbError::Kind::busy : DbError::Kind::other;
}

// "UNIQUE constraint failed: people.number" names it after the colon.
std::string constraint_of(std::string_view message) {
    constexpr std::string_view marker = "constraint failed: ";
    const auto found = message.find(marker);
    if (found == message.npos) return {};
    return std::string(message.substr(found + marker.size()));
}

}  // namespace

void throw_sqlite_error(sqlite3* connection, std::string_view sql) {
    const std::string message = sqlite3_errmsg(connection);
    throw DbError(
        kind_of(sqlite3_extended_errcode(connection)),
        constraint_of(message),
        message + "\n" + std::string(sql)
    );
}

}  // namespace nangluc::db
