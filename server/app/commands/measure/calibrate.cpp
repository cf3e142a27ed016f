#include <unistd.h>

#include <boost/describe/class.hpp>
#include <cstdio>

#include "app/commands/measure/measure.hpp"
#include "app/commands/measure/report.hpp"
#include "kit/json/json.hpp"

namespace nangluc::app {

namespace {

constexpr auto usage =
    R"(nangluc measure calibrate FILE --model 1pl|2pl|3pl|grm|pcm|gpcm [--freq COLUMN]
    [--group COLUMN [--reference VALUE]] [--ignore COLUMN …] [--no-prior] [--json]
    [--report FILE.html] [--threads N] [--cycles N]

Item parameters in slope-intercept form by marginal maximum likelihood, with standard errors.
1pl and pcm: one slope for all, abilities N(0, 1). 3pl: a normal prior on the logit of the lower
asymptote unless --no-prior. --group: a population of its own for each group, the first N(0, 1).
0 also where a warning is printed; 1 where the file is refused.)";

struct ItemJson {
    std::string item;
    double a = 0;
    std::vector<double> d;
    std::optional<double> c;
    std::optional<double> se_a;
    std::vector<std::optional<double>> se_d;
    std::optional<double> se_g;  // of the logit of c
    std::vector<int> categories;
};
BOOST_DESCRIBE_STRUCT(ItemJson, (), (item, a, d, c, se_a, se_d, se_g, categories))

struct GroupJson {
    std::string group;
    double mean = 0;
    double sd = 1;
    double se_mean = 0;
    double se_sd = 0;
};
BOOST_DESCRIBE_STRUCT(GroupJson, (), (group, mean, sd, se_mean, se_sd))

struct WarningJson {
    std::string concern;
    std::string item;
};
BOOST_DESCRIBE_STRUCT(WarningJson, (), (concern, item))

struct CalibrationJson {
    std::string model;
    double d_constant = 1;  // D: the logistic metric
    double loglik = 0;
    double log_prior = 0;
    bool converged = false;
    int cycles = 0;
    double largest_change = 0;
    double largest_gradient = 0;
    std::size_t parameters = 0;
    double aic = 0;
    double bic = 0;
    double people = 0;
    std::size_t patterns = 0;
    std::size_t nodes = 0;
    double low = 0;
    double high = 0;
    double move_when_finer = 0;
    std::vector<ItemJson> items;
    std::vector<GroupJson> groups;
    std::vector<WarningJson> warnings;
};
BOOST_DESCRIBE_STRUCT(
    CalibrationJson,
    (),
    (model,
     d_constant,
     loglik,
     log_prior,
     converged,
     cycles,
     largest_change,
     largest_gradient,
     parameters,
     aic,
     bic,
     people,
     patterns,
     nodes,
     low,
     high,
     move_when_finer,
     items,
     groups,
     warnings)
)

ItemJson json_of(const irt::ItemEstimate& estimate) {
    const auto& item = estimate.item;
    ItemJson json{.item = estimate.name, .a = item.a, .d = item.d, .categories = estimate.values};
    json.se_a = figure(estimate.errors[0]);
    for (std::size_t k = 0; k < item.d.size(); ++k)
        json.se_d.push_back(figure(estimate.errors[k + 1]));
    if (item.curve == irt::Curve::guessing) {
        json.c = item.lower_asymptote();
        json.se_g = figure(estimate.errors.back());
    }
    return json;
}

CalibrationJson json_of(
    const irt::Calibration& result, irt::Model model, const std::vector<std::string>& groups
) {
    CalibrationJson json{.model = std::string(irt::word_of(model))};
    json.loglik = result.log_likelihood;
    json.log_prior = result.log_prior;
    json.converged = result.converged;
    json.cycles = result.cycles;
    json.largest_change = result.largest_change;
    json.largest_gradient = result.largest_gradient;
    json.parameters = result.parameters;
    json.aic = result.aic();
    json.bic = result.bic();
    json.people = result.people;
    json.patterns = result.patterns;
    json.nodes = result.nodes;
    json.low = result.low;
    json.high = result.high;
    json.move_when_finer = result.move_when_finer;
    for (const auto& item : result.items) json.items.push_back(json_of(item));
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const auto& [mean, sd] = result.latents[group];
        const auto& [se_mean, se_sd] = result.latent_errors[group];
        json.groups.push_back({groups[group], mean, sd, se_mean, se_sd});
    }
    for (const auto& [concern, item] : result.warnings) {
        json.warnings.push_back({std::string(irt::word_of(concern)), item});
    }
    return json;
}

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
    const auto report = take_value(arguments, "--report");
    const auto cycles = take_number(arguments, "--cycles");
    if (!cycles) return print(cycles.error());
    if (cycles.value()) options.most_cycles = static_cast<int>(*cycles.value());
    options.threads = take_threads(arguments);
    if (take_flag(arguments, "--no-prior")) options.guessing_prior.reset();
    if (!model || arguments.size() != 1) return print_wrong_call(usage);
    options.model = *model;
    const bool is_watched = isatty(STDERR_FILENO) != 0;
    if (is_watched) options.progress = show_progress;

    const auto data = read_responses(arguments.front(), roles);
    if (!data) return print(data.error());
    const auto result = irt::calibrate(data.value().responses, options);
    if (is_watched) std::fputs("\r\033[K", stderr);
    if (!result) return print(result.error());
    if (report) {
        const auto written = write_report(*report, calibration_report(result.value(), *model));
        if (!written) return print(written.error());
    }
    if (as_json) {
        std::puts(json::write(json_of(result.value(), *model, data.value().groups)).c_str());
    } else {
        print_table(result.value());
    }
    return 0;
}

}  // namespace nangluc::app
