#include "app/commands/measure/fit_figures.hpp"

#include <algorithm>

namespace nangluc::app {

namespace {

constexpr std::size_t most_items_of_m2 = 75;

bool is_complete(std::span<const irt::Category> row) {
    return std::ranges::find(row, irt::missing) == row.end();
}

bool has_complete_row(const irt::Responses& responses) {
    for (std::size_t row = 0; row < responses.rows(); ++row) {
        if (is_complete(responses.row(row))) return true;
    }
    return false;
}

bool has_anchor(const irt::Calibration& calibration) {
    return std::ranges::find(calibration.items, true, &irt::ItemEstimate::is_anchor) !=
           calibration.items.end();
}

std::vector<std::optional<irt::SumScoreFit>> sums_of(
    const irt::Responses& responses,
    const irt::Calibration& calibration,
    const irt::Estimate& estimate,
    bool is_slope_common
) {
    std::vector<std::size_t> free;
    for (const auto& item : calibration.items) {
        const auto own = item.item.parameters() - (is_slope_common ? 1 : 0);
        free.push_back(item.is_anchor ? 0 : own);
    }
    std::vector<std::optional<irt::SumScoreFit>> sums;
    for (const auto& fit : irt::sum_score_fit(responses, estimate, calibration.grid(), free)) {
        sums.push_back(fit.df >= 1 ? std::optional(fit) : std::nullopt);
    }
    return sums;
}

}  // namespace

FitFigures fit_figures(
    const irt::Responses& responses,
    const irt::Calibration& calibration,
    irt::Model model,
    unsigned threads
) {
    const irt::Estimate estimate{calibration.parameters_of_items(), calibration.latents};
    const auto grid = calibration.grid();
    FitFigures fit;
    fit.abilities = irt::eap_scores(responses, estimate.items, estimate.latents, grid, threads);
    fit.residuals = irt::residual_fit(responses, estimate.items, fit.abilities);
    fit.sums.resize(calibration.items.size());
    if (calibration.latents.size() > 1 || !has_complete_row(responses)) return fit;

    const bool is_common = model == irt::Model::one_pl || model == irt::Model::pcm;
    fit.sums = sums_of(responses, calibration, estimate, is_common);
    if (has_anchor(calibration) || estimate.items.size() > most_items_of_m2) return fit;
    const auto slopes = is_common ? irt::Slopes::common : irt::Slopes::each;
    const irt::Layout layout(estimate, slopes, {}, {false});
    fit.overall = irt::limited_information_fit(responses, estimate, layout, grid);
    return fit;
}

}  // namespace nangluc::app
