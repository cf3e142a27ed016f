#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "app/commands/command.hpp"

using nangluc::app::commands;

static int print_usage() {
    std::puts("nangluc COMMAND [--setting VALUE …]\n");
    for (const auto& [name, summary, run] : commands()) {
        std::printf("  %-10s %s\n", std::string(name).c_str(), std::string(summary).c_str());
    }
    std::puts("\nnangluc COMMAND --help tells more. Settings: docs/operations/configuration.md");
    return 2;
}

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + 1, words + count);
    if (arguments.empty()) return print_usage();
    if (arguments.front() == "help" || arguments.front() == "--help") return print_usage(), 0;
    for (const auto& command : commands()) {
        if (command.name != arguments.front()) continue;
        try {
            return command.run({arguments.begin() + 1, arguments.end()});
        } catch (const std::exception& fault) {
            std::fprintf(stderr, "nangluc %s: %s\n", arguments.front().c_str(), fault.what());
            return 1;
        }
    }
    return print_usage();
}
