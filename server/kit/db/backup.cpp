#include "kit/db/backup.hpp"

#include "kit/db/sqlite_db.hpp"

namespace nangluc::db {

void backup_to(Db& db, const std::string& path) {
    const auto* const sqlite = dynamic_cast<const SqliteDb*>(&db);
    if (sqlite == nullptr) throw std::invalid_argument("only an SQLite database is copied so");
    SqliteConnection source(sqlite->path(), SqliteConnection::Use::writing);
    source.execute("VACUUM INTO $1", {path});
}

}  // namespace nangluc::db
