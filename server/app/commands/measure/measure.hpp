#pragma once

#include "app/commands/command.hpp"
#include "app/commands/measure/dataset.hpp"
#include "engines/irt/calibrate/calibrate.hpp"

namespace nangluc::app {

// The parts of `nangluc measure`, one a word.
int measure_calibrate(Arguments arguments);
int measure_score(Arguments arguments);
int measure_fit(Arguments arguments);
int measure_dif(Arguments arguments);
int measure_agreement(Arguments arguments);
int measure_facets(Arguments arguments);
int measure_adapt(Arguments arguments);
int measure_levels(Arguments arguments);
int measure_recover(Arguments arguments);

// Takes --freq, --group, --reference, --id and every --ignore out.
Roles take_roles(Arguments& arguments);
// Takes --threads out; all of the machine's where it is not there.
unsigned take_threads(Arguments& arguments);
// Takes every `--name VALUE` out.
std::vector<std::string> take_values(Arguments& arguments, std::string_view name);
// Takes `--name NUMBER` out. Refuses measure.not_a_number.
Result<std::optional<double>> take_number(Arguments& arguments, std::string_view name);

// Takes `--name A,B,…` out, ascending. Refuses measure.not_a_number and measure.not_ascending.
Result<std::vector<double>> take_numbers(Arguments& arguments, std::string_view name);

// The figures as JSON has them: what is not a number is null.
std::optional<double> figure(double value);
// Writes a new file or replaces it. Refuses file.unwritable.
Result<> write_report(const std::string& file, const std::string& html);

}  // namespace nangluc::app
