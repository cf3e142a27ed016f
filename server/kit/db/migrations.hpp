#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kit/db/db.hpp"

namespace nangluc::db {

// One numbered migration of a module, embedded at build from <module>/migrations/NNNN_name.sql.
// Column types are written {int64} {text} {bytes} {real} {date} {instant} {bool}; SQLite tables
// become STRICT. The checksum is of the source text.
struct Migration {
    std::string_view module;  // "organisation"; "kit" for the kit's own tables
    int number;
    std::string_view name;
    std::string_view sql;
};

// All embedded migrations in the order of application: kit, then the modules in the order of
// modules.toml, each by number. Defined in the generated file of the `migrations` library.
std::span<const Migration> embedded_migrations();

struct MigrationState {
    std::string module;
    int number = 0;
    std::string name;
    std::string applied_at;  // empty: not yet applied
};

// Applies what is missing, each in its own transaction and under a lock that other servers respect.
// Refuses (throws) when an applied one has another checksum or is unknown to this binary.
// Returns those applied now.
std::vector<MigrationState> migrate(Db& db, std::span<const Migration> migrations);

// Applied and pending ones, without changing anything; the same refusals.
std::vector<MigrationState> migration_states(Db& db, std::span<const Migration> migrations);

// The text as the engine gets it: types expanded, STRICT appended.
std::string expand(std::string_view sql, Engine engine);

}  // namespace nangluc::db
