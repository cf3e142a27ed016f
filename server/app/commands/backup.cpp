#include <cstdio>
#include <filesystem>

#include "app/commands/command.hpp"
#include "kit/db/backup.hpp"
#include "kit/db/db.hpp"

namespace nangluc::app {

namespace fs = std::filesystem;

namespace {

constexpr auto database_name = "nangluc.db";
constexpr auto files_name = "files";

constexpr auto backup_usage = R"(nangluc backup FOLDER

Copies database and files into a new FOLDER, also while the server runs (SQLite).
More: docs/operations/backup.md)";

constexpr auto restore_usage = R"(nangluc restore FOLDER

Puts a backup into a data folder that has no database yet (SQLite).
More: docs/operations/backup.md)";

bool is_sqlite(const Config& config) {
    return config.database.address.starts_with("sqlite:");
}

int refuse_postgres() {
    std::fprintf(
        stderr,
        "refused: backup.other_engine\n"
        "  PostgreSQL is backed up with pg_dump or pg_basebackup, together with the folder %s.\n",
        files_name
    );
    return 1;
}

}  // namespace

// A whole, consistent copy of database and files into a new folder, while the server runs. The
// master key is left out: whoever has both can read everything, so it is kept apart.
int backup(Arguments arguments) {
    if (print_help(arguments, backup_usage)) return 0;
    const auto config = configure(arguments);
    if (!config) return print(config.error());
    if (arguments.size() != 1) return print_wrong_call(backup_usage);
    if (!is_sqlite(config.value())) return refuse_postgres();
    const fs::path target = arguments.front();
    if (fs::exists(target)) return print(conflict("backup.folder_exists"));

    const auto half_done = fs::path(target.string() + ".incomplete");
    fs::create_directories(half_done);
    const auto db = db::open({.address = config.value().database.address});
    db::backup_to(*db, (half_done / database_name).string());
    const auto files = config.value().data.folder / files_name;
    if (fs::exists(files)) fs::copy(files, half_done / files_name, fs::copy_options::recursive);
    // Complete or not there: a folder of that name is a backup that was finished.
    fs::rename(half_done, target);
    std::printf("%s\n", target.c_str());
    return 0;
}

// Puts a backup into a data folder that has no database yet.
int restore(Arguments arguments) {
    if (print_help(arguments, restore_usage)) return 0;
    const auto config = configure(arguments);
    if (!config) return print(config.error());
    if (arguments.size() != 1) return print_wrong_call(restore_usage);
    if (!is_sqlite(config.value())) return refuse_postgres();
    const fs::path source = arguments.front();
    const auto& data = config.value().data.folder;
    if (!fs::exists(source / database_name)) return print(not_found("backup"));
    if (fs::exists(data / database_name)) return print(conflict("restore.database_exists"));

    fs::create_directories(data);
    fs::copy_file(source / database_name, data / database_name);
    if (fs::exists(source / files_name)) {
        fs::copy(
            source / files_name,
            data / files_name,
            fs::copy_options::recursive | fs::copy_options::skip_existing
        );
    }
    if (!fs::exists(data / "master.key")) {
        std::puts("Put the master key back too (master.key, mode 0600): sealed values need it.");
    }
    std::printf("%s\n", data.c_str());
    return 0;
}

}  // namespace nangluc::app
