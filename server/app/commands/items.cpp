#include <cstdio>

#include "app/commands/command.hpp"
#include "app/wiring/application.hpp"
#include "kit/db/migrations.hpp"
#include "modules/assessment/item/item_load.hpp"

namespace nangluc::app {

static constexpr auto items_usage = R"(nangluc items FOLDER

Loads the test items of a folder (items.csv, options.csv, test.json) as the next version of the
bank. New tests are given from it; tests under way go on with the version they began with. Where the
newest version says the same already, nothing is written.

Settings: docs/operations/configuration.md)";

int items(Arguments arguments) {
    if (print_help(arguments, items_usage)) return 0;
    const auto config = configure(arguments);
    if (!config) return print(config.error());
    if (arguments.size() != 1) return print_wrong_call(items_usage);

    const auto db = db::open({.address = config.value().database.address});
    db::migrate(*db, db::embedded_migrations());
    const auto clock = system_clock(config.value().time_zone);
    const Application application(config.value(), *db, *clock);
    const auto loaded = db->transaction([&](db::Tx& tx) {
        return assessment::load_bank(tx, application.kit(), arguments.front());
    });
    if (!loaded) return print(loaded.error());

    const auto& [bank, count, is_new] = loaded.value();
    std::printf(
        "version %d  %d items, parameters %s%s\n",
        bank.number,
        count,
        name_of(bank.status).c_str(),
        is_new ? "" : " (nothing new)"
    );
    return 0;
}

}  // namespace nangluc::app
