#include "engines/irt/calibrate/calibrate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "engines/irt/calibrate/cycles.hpp"
#include "engines/irt/calibrate/start.hpp"

namespace nangluc::irt {

namespace {

constexpr double tolerated_move = 1e-5;
constexpr int most_grids = 5;

constexpr std::array<std::string_view, 6> model_words{"1pl", "2pl", "3pl", "grm", "pcm", "gpcm"};

std::vector<std::size_t> order_by_name(const Responses& responses) {
    std::vector<std::size_t> order(responses.items().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t left, std::size_t right) {
        return responses.items()[left].name < responses.items()[right].name;
    });
    return order;
}

std::vector<std::size_t> plain_order(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

// Half the spacing, and eight standard deviations of every group on both sides.
Grid finer(const Grid& grid, std::span<const Latent> latents) {
    return Grid::covering(latents, std::max({8.0, -grid.low(), grid.high()}), grid.spacing / 2);
}

Layout layout_for(
    const Responses& patterns, const Estimate& start, const CalibrationOptions& options
) {
    std::vector<bool> is_fixed;
    for (const auto& item : patterns.items()) {
        is_fixed.push_back(options.anchors.contains(item.name));
    }
    const bool any_fixed = std::ranges::find(is_fixed, true) != is_fixed.end();
    std::vector<bool> is_free(patterns.groups(), true);
    is_free.front() = any_fixed;
    const bool common = options.model == Model::one_pl || options.model == Model::pcm;
    return {start, common ? Slopes::common : Slopes::each, is_fixed, is_free};
}

struct Fitted {
    Run run;
    Grid grid;
    double move = 0;
    int cycles = 0;
};

// Runs, doubles the nodes at the solution, and runs again where that moves the log-likelihood.
Fitted fit_on_fine_grid(
    const Responses& patterns,
    const Estimate& start,
    const Layout& layout,
    const CalibrationOptions& options
) {
    const auto order = plain_order(patterns.items().size());
    Grid grid(-options.range, options.range, options.nodes);
    Fitted fitted{{.estimate = start}, grid};
    for (int round = 0; round < most_grids; ++round) {
        EStep step(patterns, order, grid, options.threads);
        fitted.run = run_cycles(step, fitted.run.estimate, layout, options);
        fitted.cycles += fitted.run.cycles;
        fitted.grid = grid;
        const auto next = finer(grid, fitted.run.estimate.latents);
        EStep check(patterns, order, next, options.threads);
        const auto& [items, latents] = fitted.run.estimate;
        fitted.move =
            std::abs(check.run(items, latents).log_likelihood - fitted.run.log_likelihood);
        if (fitted.move <= tolerated_move) break;
        grid = next;
    }
    return fitted;
}

struct Errors {
    std::vector<double> observed;
    std::vector<double> cross_product;
};

std::vector<double> errors_from(const Matrix& matrix) {
    std::vector<double> errors(matrix.rows(), std::numeric_limits<double>::quiet_NaN());
    const auto factor = Cholesky::of(matrix);
    if (!factor) return errors;
    const auto covariance = factor->inverse();
    for (std::size_t i = 0; i < errors.size(); ++i) errors[i] = std::sqrt(covariance(i, i));
    return errors;
}

class Judge {
public:
    explicit Judge(Calibration& calibration) : calibration_(calibration) {}

    void look_at(const ItemEstimate& item, std::span<const double> cross_product) {
        if (item.item.a < 0) warn(Concern::negative_slope, item);
        if (item.item.a > 4) warn(Concern::steep_slope, item);
        bool runs_away = false;
        bool is_loose = false;
        bool disagree = false;
        for (std::size_t at = 0; at < item.errors.size(); ++at) {
            const double limit = at > item.item.d.size() ? 12 : 25;  // of a logit, and of others
            runs_away = runs_away || std::abs(item.item.parameter(at)) > limit;
            is_loose = is_loose || item.errors[at] > 1;
            disagree = disagree || std::abs(cross_product[at] - item.errors[at]) >
                                       0.15 * std::min(item.errors[at], cross_product[at]);
        }
        if (runs_away) warn(Concern::boundary, item);
        if (is_loose) warn(Concern::large_error, item);
        if (disagree) warn(Concern::errors_disagree, item);
        for (std::size_t k = 1; k < item.values.size(); ++k) {
            if (item.values[k] == item.values[k - 1] + 1) continue;
            warn(Concern::category_unused, item);
            break;
        }
    }

    void warn(Concern concern, const ItemEstimate& item) {
        calibration_.warnings.push_back({concern, item.name});
    }

private:
    Calibration& calibration_;
};

Errors errors_of(
    const Fitted& fitted,
    const Responses& patterns,
    const Layout& layout,
    const CalibrationOptions& options
) {
    const std::vector<double> none(layout.size(), std::numeric_limits<double>::quiet_NaN());
    if (!options.with_errors) return {none, none};
    const auto found = information(
        fitted.run.estimate,
        patterns,
        fitted.grid,
        layout,
        {options.guessing_prior, options.threads}
    );
    return {errors_from(found.observed), errors_from(found.cross_product)};
}

std::vector<double> of_item(
    std::span<const double> errors, const Layout& layout, std::size_t item, const Item& of
) {
    std::vector<double> own;
    for (std::size_t parameter = 0; parameter < of.parameters(); ++parameter) {
        const auto place = layout.of(item, parameter);
        own.push_back(
            place == Layout::fixed ? std::numeric_limits<double>::quiet_NaN() : errors[place]
        );
    }
    return own;
}

void describe(Calibration& result, const Fitted& fitted, const CalibrationOptions& options) {
    result.latents = fitted.run.estimate.latents;
    result.log_likelihood = fitted.run.log_likelihood;
    result.log_prior = log_prior(fitted.run.estimate, options.guessing_prior);
    result.converged = fitted.run.converged;
    result.cycles = fitted.cycles;
    result.largest_change = fitted.run.largest_change;
    result.largest_gradient = fitted.run.largest_gradient;
    result.nodes = fitted.grid.size();
    result.low = fitted.grid.low();
    result.high = fitted.grid.high();
    result.move_when_finer = fitted.move;
    if (!result.converged) result.warnings.push_back({Concern::not_converged});
    if (result.move_when_finer > tolerated_move) {
        result.warnings.push_back({Concern::grid_not_fine_enough});
    }
}

}  // namespace

std::optional<Model> model_called(std::string_view word) {
    const auto found = std::ranges::find(model_words, word);
    if (found == model_words.end()) return std::nullopt;
    return static_cast<Model>(found - model_words.begin());
}

std::string_view word_of(Model model) {
    return model_words[static_cast<std::size_t>(model)];
}

Curve curve_of(Model model) {
    if (model == Model::one_pl || model == Model::two_pl) return Curve::logistic;
    if (model == Model::three_pl) return Curve::guessing;
    return model == Model::grm ? Curve::graded : Curve::partial_credit;
}

std::string_view word_of(Concern concern) {
    constexpr std::array<std::string_view, 9> words{
        "not_converged",
        "grid_not_fine_enough",
        "information_singular",
        "negative_slope",
        "steep_slope",
        "boundary",
        "large_error",
        "errors_disagree",
        "category_unused"};
    return words[static_cast<std::size_t>(concern)];
}

double Calibration::bic() const {
    return real(parameters) * std::log(people) - 2 * log_likelihood;
}

std::vector<Item> Calibration::parameters_of_items() const {
    std::vector<Item> list;
    for (const auto& item : items) list.push_back(item.item);
    return list;
}

Result<Calibration> calibrate(const Responses& responses, const CalibrationOptions& options) {
    const auto order = order_by_name(responses);
    const auto patterns = responses.of_items(order).collapsed();
    TRY(check(patterns, options));
    const auto start = starting_estimate(patterns, options);
    const auto layout = layout_for(patterns, start, options);
    const auto fitted = fit_on_fine_grid(patterns, start, layout, options);

    Calibration result;
    result.people = patterns.people();
    result.patterns = patterns.rows();
    result.parameters = layout.size();
    describe(result, fitted, options);
    const auto errors = errors_of(fitted, patterns, layout, options);
    if (options.with_errors && layout.size() > 0 && std::isnan(errors.observed.front())) {
        result.warnings.push_back({Concern::information_singular});
    }
    Judge judge(result);
    result.items.resize(order.size());
    for (std::size_t at = 0; at < order.size(); ++at) {
        const auto& item = fitted.run.estimate.items[at];
        const auto& info = patterns.items()[at];
        auto& into = result.items[order[at]];
        into = {
            info.name,
            info.values,
            item,
            of_item(errors.observed, layout, at, item),
            options.anchors.contains(info.name)};
        judge.look_at(into, of_item(errors.cross_product, layout, at, item));
    }
    for (std::size_t group = 0; group < result.latents.size(); ++group) {
        const auto place = layout.of_group(group);
        const bool is_free = layout.is_free_group(group);
        result.latent_errors.emplace_back(
            is_free ? errors.observed[place] : 0,
            is_free ? errors.observed[place + 1] * result.latents[group].sd : 0
        );
    }
    return result;
}

}  // namespace nangluc::irt
