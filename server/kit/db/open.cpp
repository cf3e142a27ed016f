#include "kit/db/postgres_db.hpp"
#include "kit/db/sqlite_db.hpp"

namespace nangluc::db {

std::unique_ptr<Db> open(const Options& options) {
    constexpr std::string_view sqlite = "sqlite:";
    if (options.address.starts_with(sqlite)) {
        return std::make_unique<SqliteDb>(options.address.substr(sqlite.size()), options.readers);
    }
    return std::make_unique<PostgresDb>(options.address, options.readers);
}

}  // namespace nangluc::db
