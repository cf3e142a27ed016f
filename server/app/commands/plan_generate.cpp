#include <charconv>
#include <filesystem>

#include "app/commands/command.hpp"
#include "app/commands/plan_files.hpp"
#include "engines/assign/annual/country.hpp"
#include "engines/assign/annual/generate.hpp"

namespace nangluc::app {

namespace {

constexpr auto plan_generate_usage =
    R"(nangluc plan generate FOLDER --people N --sessions N [--seed N]
             [--country DATA]

Writes an invented year to measure with. The same numbers give the same year on every machine. With
--country its offices are in real communes, with real distances and courses at their real hours and
costs, from the product's folder of data; who works there and needs what is invented.)";

std::optional<int> number_of(Arguments& arguments, std::string_view name) {
    const auto text = take_value(arguments, name);
    if (!text) return std::nullopt;
    int number = 0;
    const auto* const end = text->data() + text->size();
    const auto [stop, failure] = std::from_chars(text->data(), end, number);
    const bool sound = failure == std::errc{} && stop == end && number > 0;
    return sound ? std::optional(number) : std::nullopt;
}

Result<annual::Country> read_country(const std::filesystem::path& data) {
    const auto communes = TRY(read_text(data / "vietnam" / "communes-2025.csv"));
    const auto units = TRY(read_text(data / "vietnam" / "units-2026-04-30.csv"));
    const auto programmes = TRY(read_text(data / "world" / "programmes.csv"));
    return annual::read_country(communes, units, programmes);
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
    const auto data = take_value(arguments, "--country");
    if (!people || !sessions || arguments.size() != 1) return print_wrong_call(plan_generate_usage);

    const auto number = static_cast<std::uint32_t>(seed);
    const auto written = [&]() -> Result<> {
        if (!data) {
            return write(arguments.front(), annual::generate_year(*people, *sessions, number));
        }
        const auto country = TRY(read_country(*data));
        return write(arguments.front(), annual::generate_year(country, *people, *sessions, number));
    }();
    return written ? 0 : print(written.error());
}

}  // namespace nangluc::app
