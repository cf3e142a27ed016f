#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "kit/config/config.hpp"

namespace nangluc::app {

using Arguments = std::vector<std::string>;

// One word of the command line. `run` returns the exit code: 0 done, 1 refused or failed, 2 called
// wrongly.
struct Command {
    std::string_view name;
    std::string_view summary;
    std::function<int(Arguments)> run;
};

std::span<const Command> commands();

int serve(Arguments arguments);
int migrate(Arguments arguments);
int openapi(Arguments arguments);
int world(Arguments arguments);
int analyse(Arguments arguments);
int check(Arguments arguments);
int backup(Arguments arguments);
int restore(Arguments arguments);
int export_table(Arguments arguments);
int import_roster(Arguments arguments);
int items(Arguments arguments);
int answers(Arguments arguments);
int plan(Arguments arguments);
int measure(Arguments arguments);
int plan_solve(Arguments arguments);
int plan_verify(Arguments arguments);
int plan_explain(Arguments arguments);
int plan_generate(Arguments arguments);

// The configuration from file, environment and the settings among the arguments, which it takes
// out.
Result<Config> configure(Arguments& arguments);
// Takes `--name` out; true where it was there.
bool take_flag(Arguments& arguments, std::string_view name);
// Takes `--name VALUE` out.
std::optional<std::string> take_value(Arguments& arguments, std::string_view name);
// Takes `--help` out and prints the usage where it was there.
bool print_help(Arguments& arguments, const char* usage);
// Says on standard error what was refused, with its places. Always 1.
int print(const Error& error);
// Says which arguments nobody knows. 2.
int print_unknown(const Arguments& arguments);
// Says how it is called. 2.
int print_wrong_call(const char* usage);

}  // namespace nangluc::app
