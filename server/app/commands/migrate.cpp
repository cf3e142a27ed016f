#include <cstdio>

#include "app/commands/command.hpp"
#include "kit/db/migrations.hpp"

namespace nangluc::app {

static constexpr auto migrate_usage = R"(nangluc migrate [--check]

Brings the database to this version. --check only says what is pending; 1 where anything is.

Settings: docs/operations/configuration.md)";

int migrate(Arguments arguments) {
    if (print_help(arguments, migrate_usage)) return 0;
    const auto config = configure(arguments);
    if (!config) return print(config.error());
    const bool only_look = take_flag(arguments, "--check");
    if (!arguments.empty()) return print_unknown(arguments);

    const auto db = db::open({.address = config.value().database.address});
    const auto migrations = db::embedded_migrations();
    if (!only_look) {
        for (const auto& [module, number, name, applied_at] : db::migrate(*db, migrations)) {
            std::printf("applied %s %04d %s\n", module.c_str(), number, name.c_str());
        }
        return 0;
    }
    int pending = 0;
    for (const auto& [module, number, name, applied_at] : db::migration_states(*db, migrations)) {
        if (!applied_at.empty()) continue;
        std::printf("pending %s %04d %s\n", module.c_str(), number, name.c_str());
        ++pending;
    }
    return pending == 0 ? 0 : 1;
}

}  // namespace nangluc::app
