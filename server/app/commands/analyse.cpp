#include <chrono>
#include <cstdio>

#include "app/commands/command.hpp"
#include "app/wiring/application.hpp"
#include "modules/needs/register/analysis.hpp"

namespace nangluc::app {

static constexpr auto analyse_usage = R"(nangluc analyse [--unit CODE] [--csv]

The needs of a unit and of what is below it, today, as the matrix shows them; without --unit those
of the whole country. --csv prints the matrix of the unit and its children.

Settings: docs/operations/configuration.md)";

// The needs of a unit and of what is below it, as the matrix shows them: the same figures by
// script. Without --unit the whole country. --csv prints the matrix, else a few lines.
int analyse(Arguments arguments) {
    if (print_help(arguments, analyse_usage)) return 0;
    const auto config = configure(arguments);
    if (!config) return print(config.error());
    const auto unit_code = take_value(arguments, "--unit").value_or("");
    const bool as_csv = take_flag(arguments, "--csv");
    if (!arguments.empty()) return print_unknown(arguments);

    const auto db = db::open({.address = config.value().database.address});
    const auto clock = system_clock(config.value().time_zone);
    Application application(config.value(), *db, *clock);
    const auto started = std::chrono::steady_clock::now();
    const auto analysed = needs::analyse(application.kit(), unit_code);
    if (!analysed) return print(analysed.error());

    if (as_csv) {
        std::fputs(analysed.value().csv.c_str(), stdout);
        return 0;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
    std::printf("%s\n", analysed.value().unit.c_str());
    std::printf(
        "people %lld  units %lld  profiles %lld  read and counted in %.2f s, counted in %.1f ms\n",
        static_cast<long long>(analysed.value().people),
        static_cast<long long>(analysed.value().units),
        static_cast<long long>(analysed.value().profiles),
        took.count(),
        analysed.value().pass_milliseconds
    );
    for (const auto& [name, with_gap, gap_sum] : analysed.value().top) {
        std::printf(
            "%9lld people  %9lld levels  %s\n",
            static_cast<long long>(with_gap),
            static_cast<long long>(gap_sum),
            name.c_str()
        );
    }
    return 0;
}

}  // namespace nangluc::app
