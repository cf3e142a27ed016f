#include <charconv>
#include <cstdio>

#include "app/commands/command.hpp"
#include "app/wiring/application.hpp"
#include "app/world/world.hpp"
#include "kit/db/migrations.hpp"

namespace nangluc::app {

static void print_progress(std::string_view stage, std::int64_t done, std::int64_t total) {
    std::fprintf(
        stderr,
        "%.*s %lld of %lld\n",
        static_cast<int>(stage.size()),
        stage.data(),
        static_cast<long long>(done),
        static_cast<long long>(total)
    );
}

static constexpr auto world_usage = R"(nangluc world [--people N]

Fills an empty database with the demo province, or with a nation of N invented people on the real
units, the same for the same N. Prints how they are spread, and a digest of all of them.

Settings: docs/operations/configuration.md)";

int world(Arguments arguments) {
    if (print_help(arguments, world_usage)) return 0;
    const auto config = configure(arguments);
    if (!config) return print(config.error());
    world::WorldPlan plan{.share = config.value().share.folder, .progress = print_progress};
    if (const auto people = take_value(arguments, "--people")) {
        const auto* const end = people->data() + people->size();
        const auto [stop, failure] = std::from_chars(people->data(), end, plan.people);
        if (failure != std::errc{} || stop != end || plan.people < 1) {
            return print(invalid("world.people"));
        }
    }
    if (!arguments.empty()) return print_unknown(arguments);

    std::filesystem::create_directories(config.value().data.folder);
    const auto db = db::open({.address = config.value().database.address});
    db::migrate(*db, db::embedded_migrations());
    const auto clock = system_clock(config.value().time_zone);
    Application application(config.value(), *db, *clock);
    const auto report = world::build_world(application.kit(), plan);
    if (!report) return print(report.error());

    const auto& made = report.value();
    std::printf(
        "%lld communes, %lld posts, %lld people, %lld ratings\n",
        static_cast<long long>(made.communes),
        static_cast<long long>(made.posts),
        static_cast<long long>(made.people),
        static_cast<long long>(made.ratings)
    );
    for (const auto& line : made.spreads) std::printf("%s\n", line.c_str());
    std::printf("digest %s\n", made.digest.c_str());
    return 0;
}

}  // namespace nangluc::app
