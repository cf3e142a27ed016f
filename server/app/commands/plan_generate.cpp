#include <charconv>
#include <filesystem>

#include "app/commands/command.hpp"
#include "app/commands/plan_files.hpp"
#include "engines/assign/annual/generate.hpp"

namespace nangluc::app {

namespace {

constexpr auto plan_generate_usage =
    R"(nangluc plan generate FOLDER --people N --sessions N [--seed N]

Writes an invented year to measure with. The same numbers give the same year on every machine.)";

std::optional<int> number_of(Arguments& arguments, std::string_view name) {
    const auto text = take_value(arguments, name);
    if (!text) return std::nullopt;
    int number = 0;
    const auto* const end = text->data() + text->size();
    const auto [stop, failure] = std::from_chars(text->data(), end, number);
    const bool sound = failure == std::errc{} && stop == end && number > 0;
    return sound ? std::optional(number) : std::nullopt;
}

Result<> write(const std::filesystem::path& folder, const annual::Files& files) {
    std::filesystem::create_directories(folder);
    for (const auto& [name, text] : files) TRY(write_text(folder / name, text));
    return {};
}

}  // namespace

int plan_generate(Arguments arguments) {
    if (print_help(arguments, plan_generate_usage)) return 0;
    const auto people = number_of(arguments, "--people");
    const auto sessions = number_of(arguments, "--sessions");
    const auto seed = number_of(arguments, "--seed").value_or(1);
    if (!people || !sessions || arguments.size() != 1) return print_wrong_call(plan_generate_usage);

    const auto files = annual::generate_year(*people, *sessions, static_cast<std::uint32_t>(seed));
    const auto written = write(arguments.front(), files);
    return written ? 0 : print(written.error());
}

}  // namespace nangluc::app
