#include "app/commands/measure/measure.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <thread>

namespace nangluc::app {

namespace {

constexpr auto measure_usage = R"(nangluc measure WORD FILE … [--json] [--threads N]

  calibrate  item parameters by maximum likelihood
  score      abilities with their errors and levels; sum-score tables
  fit        M2, S-X2, infit, outfit, Q3, lz*
  dif        items that favour one of two groups
  agreement  how far raters agree
  facets     severity of raters, fair means
  adapt      adaptive tests of known answers or of invented people
  levels     cut scores, accuracy and consistency
  recover    how near a calibration comes to the truth behind invented answers

FILE is CSV or XLSX with a line of names: a row a person or a pattern, a column an item.
nangluc measure WORD --help tells more. docs/operations/measure.md)";

struct Word {
    std::string_view name;
    int (*run)(Arguments);
};

constexpr std::array words = {
    Word{"calibrate", measure_calibrate},
    Word{"score", measure_score},
    Word{"fit", measure_fit},
    Word{"dif", measure_dif},
    Word{"agreement", measure_agreement},
    Word{"facets", measure_facets},
    Word{"adapt", measure_adapt},
    Word{"levels", measure_levels},
    Word{"recover", measure_recover},
};

}  // namespace

int measure(Arguments arguments) {
    if (!arguments.empty()) {
        for (const auto& [name, run] : words) {
            if (name == arguments.front()) return run({arguments.begin() + 1, arguments.end()});
        }
    }
    if (print_help(arguments, measure_usage)) return 0;
    return print_wrong_call(measure_usage);
}

Roles take_roles(Arguments& arguments) {
    Roles roles;
    roles.frequency = take_value(arguments, "--freq").value_or("");
    roles.group = take_value(arguments, "--group").value_or("");
    roles.reference = take_value(arguments, "--reference").value_or("");
    roles.id = take_value(arguments, "--id").value_or("");
    for (auto& name : take_values(arguments, "--ignore")) roles.ignored.insert(std::move(name));
    return roles;
}

unsigned take_threads(Arguments& arguments) {
    const auto number = take_number(arguments, "--threads");
    if (number && number.value()) {
        return static_cast<unsigned>(std::clamp(*number.value(), 1.0, 256.0));
    }
    return std::max(1U, std::thread::hardware_concurrency());
}

std::vector<std::string> take_values(Arguments& arguments, std::string_view name) {
    std::vector<std::string> values;
    while (auto value = take_value(arguments, name)) values.push_back(std::move(*value));
    return values;
}

Result<std::optional<double>> take_number(Arguments& arguments, std::string_view name) {
    const auto text = take_value(arguments, name);
    if (!text) return std::optional<double>();
    double number = 0;
    const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (fault != std::errc{} || end != text->data() + text->size()) {
        return invalid("measure.not_a_number", {{std::string(name), "measure.not_a_number"}});
    }
    return std::optional(number);
}

std::optional<double> figure(double value) {
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

Result<> write_report(const std::string& file, const std::string& html) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << html;
    out.close();
    if (!out) return conflict("file.unwritable", {{file, "file.unwritable"}});
    return {};
}

}  // namespace nangluc::app
