#include <unistd.h>

#include <cstdio>

#include "app/commands/measure/item_file.hpp"
#include "app/commands/measure/measure.hpp"
#include "app/commands/measure/report.hpp"

namespace nangluc::app {

namespace {

constexpr auto calibrate_usage =
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

void print_table(const irt::Calibration& result, const std::vector<std::string>& groups) {
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
    for (std::size_t group = 0; group < result.latents.size(); ++group) {
        const auto& [mean, sd] = result.latents[group];
        const auto& [se_mean, se_sd] = result.latent_errors[group];
        const auto* const name = group < groups.size() ? groups[group].c_str() : "people";
        std::printf("%-20s mean %8.4f (%.4f)  sd %.4f (%.4f)\n", name, mean, se_mean, sd, se_sd);
    }
    for (const auto& [concern, item] : result.warnings) {
        std::printf("warning: %s %s\n", std::string(irt::word_of(concern)).c_str(), item.c_str());
    }
}

void show_progress(int cycle, double log_likelihood) {
    std::fprintf(stderr, "\rcycle %d  log-likelihood %.4f ", cycle, log_likelihood);
}

// What was asked for.
struct Call {
    irt::CalibrationOptions options;
    Roles roles;
    std::string file;
    std::optional<std::string> fixed;
    std::optional<std::string> report;
    bool conditional = false;
    bool as_json = false;
};

// Nothing where it is no call of this command.
Result<std::optional<Call>> call_of(Arguments& arguments) {
    Call call;
    const auto model = irt::model_called(take_value(arguments, "--model").value_or(""));
    call.roles = take_roles(arguments);
    call.as_json = take_flag(arguments, "--json");
    const auto method = take_value(arguments, "--method").value_or("mml");
    call.conditional = method == "cml";
    call.fixed = take_value(arguments, "--fixed");
    call.report = take_value(arguments, "--report");
    const auto cycles = TRY(take_number(arguments, "--cycles"));
    if (cycles) call.options.most_cycles = static_cast<int>(*cycles);
    call.options.threads = take_threads(arguments);
    if (take_flag(arguments, "--no-prior")) call.options.guessing_prior.reset();
    if (!model || arguments.size() != 1) return std::optional<Call>{};
    call.options.model = *model;
    call.file = arguments.front();
    const bool is_rasch = *model == irt::Model::one_pl || *model == irt::Model::pcm;
    const bool is_known = method == "mml" || (call.conditional && is_rasch);
    return is_known ? std::optional(std::move(call)) : std::nullopt;
}

Result<> read_anchors(const std::string& file, irt::CalibrationOptions& options) {
    const auto bank = TRY(read_items(file));
    for (const auto& item : bank.items) options.anchors[item.name] = item.item;
    return {};
}

// The progress, on a terminal only.
Result<irt::Calibration> calibrated(
    const irt::Responses& responses, irt::CalibrationOptions options
) {
    const bool is_watched = isatty(STDERR_FILENO) != 0;
    if (is_watched) options.progress = show_progress;
    auto result = irt::calibrate(responses, options);
    if (is_watched) std::fputs("\r\033[K", stderr);
    return result;
}

Result<> run(const Call& call) {
    auto options = call.options;
    if (call.fixed) TRY(read_anchors(*call.fixed, options));
    const auto data = TRY(read_responses(call.file, call.roles));
    const auto result = TRY(calibrated(data.responses, options));
    if (call.report) {
        const auto fit = fit_figures(data.responses, result, options.model, options.threads);
        const Reported reported{data.responses, result, fit, options.model, data.groups};
        TRY(write_report(*call.report, calibration_report(reported)));
    }
    if (call.as_json) {
        std::puts(calibration_json(result, options.model, data.groups).c_str());
    } else {
        print_table(result, data.groups);
    }
    return {};
}

Result<> run_conditionally(const Call& call) {
    const auto data = TRY(read_responses(call.file, call.roles));
    const auto result = TRY(irt::calibrate_conditionally(data.responses));
    if (call.as_json) {
        std::puts(conditional_json(result, data.responses, call.options.model).c_str());
        return {};
    }
    std::printf(
        "conditional log-likelihood %.4f  parameters %zu  people %.0f\n%s after %d rounds\n",
        result.log_likelihood,
        result.parameters,
        result.people,
        result.converged ? "converged" : "NOT converged",
        result.rounds
    );
    for (const auto& [name, item, errors] : result.items) {
        std::printf("%-20s d", name.c_str());
        for (std::size_t k = 0; k < item.d.size(); ++k) {
            std::printf(" %8.4f (%.4f)", item.d[k], errors[k]);
        }
        std::puts("");
    }
    return {};
}

}  // namespace

int measure_calibrate(Arguments arguments) {
    if (print_help(arguments, calibrate_usage)) return 0;
    const auto asked = call_of(arguments);
    if (!asked) return print(asked.error());
    const auto& call = asked.value();
    if (!call) return print_wrong_call(calibrate_usage);
    const auto done = call->conditional ? run_conditionally(*call) : run(*call);
    return done ? 0 : print(done.error());
}

}  // namespace nangluc::app
