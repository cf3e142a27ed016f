#include "app/commands/command.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace nangluc::app {

std::span<const Command> commands() {
    static const std::array list = {
        Command{"serve", "run the server; --demo with the demo world", serve},
        Command{"migrate", "bring the database to this version; --check only looks", migrate},
        Command{"openapi", "print the description of the interface", openapi},
        Command{"import", "try a roster, and apply it with --apply", import_roster},
        Command{"items", "load a folder of test items as the next version of the bank", items},
        Command{"analyse", "the needs of a unit (--unit CODE, --csv)", analyse},
        Command{"plan", "draft a unit's plan of a year and assign its seats", plan},
        Command{
            "export", "write a roster, matrix, group, plan or framework to a file", export_table},
        Command{"measure", "calibrate and score tests, compare raters", measure},
        Command{"answers", "invent a nation's answers to the item bank, for measure", answers},
        Command{"check", "look over the installation without changing it", check},
        Command{"backup", "copy database and files into a new FOLDER", backup},
        Command{"restore", "put a backup FOLDER into an empty data folder", restore},
        Command{"world", "fill an empty database with a world; --people N for a nation", world},
    };
    return list;
}

Result<Config> configure(Arguments& arguments) {
    config::Sources sources{.environment = config::environment()};
    sources.options = TRY(config::take_options(arguments));
    if (auto file = take_value(arguments, "--config")) sources.file = *file;
    return config::load(sources);
}

bool take_flag(Arguments& arguments, std::string_view name) {
    const auto found = std::ranges::find(arguments, name);
    if (found == arguments.end()) return false;
    arguments.erase(found);
    return true;
}

std::optional<std::string> take_value(Arguments& arguments, std::string_view name) {
    const auto found = std::ranges::find(arguments, name);
    if (found == arguments.end() || found + 1 == arguments.end()) return std::nullopt;
    auto value = *(found + 1);
    arguments.erase(found, found + 2);
    return value;
}

bool print_help(Arguments& arguments, const char* usage) {
    if (!take_flag(arguments, "--help")) return false;
    std::puts(usage);
    return true;
}

int print_wrong_call(const char* usage) {
    std::fprintf(stderr, "%s\n", usage);
    return 2;
}

int print(const Error& error) {
    std::fprintf(stderr, "refused: %s\n", error.code.c_str());
    for (const auto& [path, code] : error.faults) {
        std::fprintf(stderr, "  %s: %s\n", path.c_str(), code.c_str());
    }
    return 1;
}

int print_unknown(const Arguments& arguments) {
    for (const auto& argument : arguments) {
        std::fprintf(stderr, "unknown argument: %s\n", argument.c_str());
    }
    return 2;
}

}  // namespace nangluc::app
