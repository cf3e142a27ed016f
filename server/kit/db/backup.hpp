#pragma once

#include <string>

#include "kit/db/db.hpp"

namespace nangluc::db {

// Writes a consistent copy of the SQLite database to a new file, while others go on reading and
// writing. Throws std::invalid_argument for PostgreSQL, which has pg_dump, and DbError if the file
// exists.
void backup_to(Db& db, const std::string& path);

}  // namespace nangluc::db
