#include <cmath>
#include <numbers>
#include <span>

#include "engines/irt/calibrate/maximisation.hpp"

namespace nangluc::irt {

using Prior = std::optional<GuessingPrior>;

double item_value(const Item& item, const ItemCounts& counts, const Prior& prior) {
    Probabilities logs;
    const auto stride = counts.grid.stride();
    double value = 0;
    for (std::size_t q = 0; q < counts.grid.size(); ++q) {
        log_probabilities(item, counts.grid.nodes[q], logs);
        for (std::size_t k = 0; k < item.categories(); ++k) {
            value += counts.rows[k * stride + q] * logs[k];
        }
    }
    if (prior && item.curve == Curve::guessing) {
        const double z = (item.g - prior->mean) / prior->sd;
        value -= z * z / 2;
    }
    return value;
}

// Adds what `count` people in a category say of the slopes, and what the `weight` expected there
// say of the information (its lower half).
static void add_category(
    std::span<const double> row, double count, double weight, ItemObjective& objective
) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        objective.gradient[i] += count * row[i];
        for (std::size_t j = 0; j <= i; ++j)
            objective.information(i, j) += weight * row[i] * row[j];
    }
}

ItemObjective item_objective(const Item& item, const ItemCounts& counts, const Prior& prior) {
    const auto width = item.parameters();
    const auto stride = counts.grid.stride();
    ItemObjective objective{
        item_value(item, counts, prior), std::vector<double>(width), Matrix(width, width)};
    Probabilities p;
    std::vector<double> gradient(item.categories() * width);
    for (std::size_t q = 0; q < counts.grid.size(); ++q) {
        double people = 0;
        for (std::size_t k = 0; k < item.categories(); ++k) people += counts.rows[k * stride + q];
        if (people < 1e-12) continue;
        probabilities(item, counts.grid.nodes[q], p);
        parameter_gradient(item, counts.grid.nodes[q], gradient);
        for (std::size_t k = 0; k < item.categories(); ++k) {
            const auto row = std::span(gradient).subspan(k * width, width);
            add_category(row, counts.rows[k * stride + q], people * p[k], objective);
        }
    }
    if (prior && item.curve == Curve::guessing) {
        const double variance = prior->sd * prior->sd;
        objective.gradient.back() -= (item.g - prior->mean) / variance;
        objective.information(width - 1, width - 1) += 1 / variance;
    }
    mirror(objective.information);
    return objective;
}

double log_prior(const Estimate& at, const Prior& prior) {
    if (!prior) return 0;
    double sum = 0;
    for (const auto& item : at.items) {
        if (item.curve != Curve::guessing) continue;
        const double z = (item.g - prior->mean) / prior->sd;
        sum -= z * z / 2 + std::log(prior->sd) + std::log(2 * std::numbers::pi) / 2;
    }
    return sum;
}

}  // namespace nangluc::irt
