#include <unistd.h>

#include <cstdio>

#include "app/commands/measure/item_file.hpp"
#include "app/commands/measure/measure.hpp"
#include "app/commands/measure/report.hpp"

namespace nangluc::app {

namespace {

constexpr auto usage =
    R"(nangluc measure calibrate FILE --model 1pl|2pl|3pl|grm|pcm|gpcm [--freq COLUMN]
    [--method mml|cml] [--group COLUMN [--reference VALUE]] [--ignore COLUMN …] [--fixed ITEMS.json] [--no-prior]
    [--json] [--report FILE.html] [--threads N] [--cycles N]

Item parameters in slope-intercept form by marginal maximum likelihood, with standard errors.
1pl and pcm: one slope for all, abilities N(0, 1). 3pl: a normal prior on the logit of the lower
asymptote unless --no-prior. --group: a population of its own for each group, the first N(0, 1).
--fixed: items of an earlier calibration (its --json) keep their parameters, and every population is
free: the new items come to lie on the old scale.
--method cml: 1pl and pcm without any population, by conditional maximum likelihood; the highest
intercepts sum to zero and the likelihood is that given the sums.
0 also where a warning is printed; 1 where the file is refused.)";

void print_table(const irt::Calibration& result) {
    std::printf(
        "log-likelihood %.4f  parameters %zu  people %.0f  patterns %zu\n%s after %d cycles on %zu "
        "nodes\n",
        result.log_likelihood,
        result.parameters,
        result.people,
        result.patterns,
        result.converged ? "converged" : "NOT converged",
        result.cycles,
        result.nodes
    );
    for (const auto& [name, values, item, errors, is_anchor] : result.items) {
        std::printf("%-20s a %8.4f (%.4f)  d", name.c_str(), item.a, errors[0]);
        for (std::size_t k = 0; k < item.d.size(); ++k) {
            std::printf(" %8.4f (%.4f)", item.d[k], errors[k + 1]);
        }
        if (item.curve == irt::Curve::guessing) std::printf("  c %.4f", item.lower_asymptote());
        std::puts(is_anchor ? "  fixed" : "");
    }
    for (const auto& [concern, item] : result.warnings) {
        std::printf("warning: %s %s\n", std::string(irt::word_of(concern)).c_str(), item.c_str());
    }
}

int calibrate_conditionally(const irt::Responses& responses, irt::Model model, bool as_json) {
    const auto result = irt::calibrate_conditionally(responses);
    if (!result) return print(result.error());
    if (as_json) {
        std::puts(conditional_json(result.value(), responses, model).c_str());
        return 0;
    }
    std::printf(
        "conditional log-likelihood %.4f  parameters %zu  people %.0f\n%s after %d rounds\n",
        result.value().log_likelihood,
        result.value().parameters,
        result.value().people,
        result.value().converged ? "converged" : "NOT converged",
        result.value().rounds
    );
    for (const auto& [name, item, errors] : result.value().items) {
        std::printf("%-20s d", name.c_str());
        for (std::size_t k = 0; k < item.d.size(); ++k) {
            std::printf(" %8.4f (%.4f)", item.d[k], errors[k]);
        }
        std::puts("");
    }
    return 0;
}

void show_progress(int cycle, double log_likelihood) {
    std::fprintf(stderr, "\rcycle %d  log-likelihood %.4f ", cycle, log_likelihood);
}

}  // namespace

int measure_calibrate(Arguments arguments) {
    if (print_help(arguments, usage)) return 0;
    irt::CalibrationOptions options;
    const auto model = irt::model_called(take_value(arguments, "--model").value_or(""));
    const auto roles = take_roles(arguments);
    const bool as_json = take_flag(arguments, "--json");
    const auto method = take_value(arguments, "--method").value_or("mml");
    const auto fixed = take_value(arguments, "--fixed");
    const auto report = take_value(arguments, "--report");
    const auto cycles = take_number(arguments, "--cycles");
    if (!cycles) return print(cycles.error());
    if (cycles.value()) options.most_cycles = static_cast<int>(*cycles.value());
    options.threads = take_threads(arguments);
    if (take_flag(arguments, "--no-prior")) options.guessing_prior.reset();
    if (!model || arguments.size() != 1) return print_wrong_call(usage);
    const bool is_rasch = *model == irt::Model::one_pl || *model == irt::Model::pcm;
    if (method != "mml" && (method != "cml" || !is_rasch)) return print_wrong_call(usage);
    options.model = *model;
    if (fixed) {
        const auto bank = read_items(*fixed);
        if (!bank) return print(bank.error());
        for (const auto& item : bank.value().items) options.anchors[item.name] = item.item;
    }
    const bool is_watched = isatty(STDERR_FILENO) != 0;
    if (is_watched) options.progress = show_progress;

    const auto data = read_responses(arguments.front(), roles);
    if (!data) return print(data.error());
    if (method == "cml") return calibrate_conditionally(data.value().responses, *model, as_json);
    const auto result = irt::calibrate(data.value().responses, options);
    if (is_watched) std::fputs("\r\033[K", stderr);
    if (!result) return print(result.error());
    if (report) {
        const auto written = write_report(*report, calibration_report(result.value(), *model));
        if (!written) return print(written.error());
    }
    if (as_json) {
        std::puts(calibration_json(result.value(), *model, data.value().groups).c_str());
    } else {
        print_table(result.value());
    }
    return 0;
}

}  // namespace nangluc::app
