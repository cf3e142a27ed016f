#include "engines/irt/levels/cut_scores.hpp"

#include <algorithm>
#include <cmath>

#include "engines/irt/numeric/distributions.hpp"
#include "engines/irt/score/sum_scores.hpp"

namespace nangluc::irt {

namespace {

constexpr double reach = 12;

double expected_sum(std::span<const Item> items, double t) {
    double sum = 0;
    for (const auto& item : items) sum += expected_category(item, t).mean;
    return sum;
}

// Where a rising function crosses the value between the ends; nothing where it does not.
template <class Function>
std::optional<double> crossing(const Function& function, double value) {
    double low = -reach;
    double high = reach;
    if (!(function(low) < value && function(high) > value)) return std::nullopt;
    while (high - low > 1e-12) {
        const double middle = (low + high) / 2;
        (function(middle) < value ? low : high) = middle;
    }
    return (low + high) / 2;
}

Cut mean_cut(std::span<const double> cuts) {
    double mean = 0;
    for (const double cut : cuts) mean += cut / real(cuts.size());
    double square = 0;
    for (const double cut : cuts) square += (cut - mean) * (cut - mean);
    const double n = real(cuts.size());
    return {mean, n > 1 ? std::sqrt(square / (n - 1) / n) : std::nan("")};
}

double mastery(const Item& item, std::size_t step, double t) {
    Probabilities p;
    probabilities(item, t, p);
    double above = 0;
    for (auto k = step; k < item.categories(); ++k) above += p[k];
    return above;
}

// Adds one ability's classification: the chances of each level, and which is the true one.
class Sums {
public:
    explicit Sums(std::size_t levels) : shares_(levels, 0.0) {}

    void add(double weight, std::span<const double> chances, std::size_t truth) {
        all_ += weight;
        accuracy_ += weight * chances[truth];
        for (std::size_t level = 0; level < chances.size(); ++level) {
            consistency_ += weight * chances[level] * chances[level];
            shares_[level] += weight * chances[level];
        }
    }
    Classification result() const {
        double by_chance = 0;
        for (const double share : shares_) by_chance += share / all_ * share / all_;
        const double consistency = consistency_ / all_;
        return {accuracy_ / all_, consistency, (consistency - by_chance) / (1 - by_chance)};
    }

private:
    std::vector<double> shares_;
    double all_ = 0;
    double accuracy_ = 0;
    double consistency_ = 0;
};

template <class Value, class Border>
std::size_t level_of(Value value, std::span<const Border> borders) {
    std::size_t level = 0;
    while (level < borders.size() && value >= static_cast<Value>(borders[level])) ++level;
    return level;
}

}  // namespace

std::optional<double> ability_for_sum(std::span<const Item> items, double sum) {
    return crossing([&](double t) { return expected_sum(items, t); }, sum);
}

std::optional<Cut> angoff_cut(const Matrix& judgements, std::span<const Item> items) {
    std::vector<double> sums;
    for (std::size_t judge = 0; judge < judgements.rows(); ++judge) {
        double sum = 0;
        for (const double value : judgements.row(judge)) sum += value;
        sums.push_back(sum);
    }
    const auto [mean, se] = mean_cut(sums);
    const auto t = ability_for_sum(items, mean);
    if (!t) return std::nullopt;
    constexpr double step = 1e-5;
    const double slope =
        (expected_sum(items, *t + step) - expected_sum(items, *t - step)) / (2 * step);
    return Cut{*t, se / slope};
}

std::optional<double> bookmark_location(const Item& item, std::size_t step, double probability) {
    return crossing([&](double t) { return mastery(item, step, t); }, probability);
}

Cut bookmark_cut(std::span<const double> ordered_locations, std::span<const std::size_t> places) {
    std::vector<double> cuts;
    for (const auto place : places) cuts.push_back(ordered_locations[place - 1]);
    return mean_cut(cuts);
}

std::optional<Cut> contrasting_groups_cut(
    std::span<const double> abilities, const std::vector<bool>& is_above
) {
    double intercept = 0;
    double slope = 0;
    for (int round = 0; round < 60; ++round) {
        double g0 = 0;
        double g1 = 0;
        double h00 = 0;
        double h01 = 0;
        double h11 = 0;
        for (std::size_t person = 0; person < abilities.size(); ++person) {
            const double t = abilities[person];
            const double p = 1 / (1 + std::exp(-intercept - slope * t));
            const double distance = (is_above[person] ? 1 : 0) - p;
            const double weight = p * (1 - p);
            g0 += distance;
            g1 += distance * t;
            h00 += weight;
            h01 += weight * t;
            h11 += weight * t * t;
        }
        const double size = h00 * h11 - h01 * h01;
        if (!(size > 1e-10 * h00 * h11) || !(std::abs(slope) < 200)) return std::nullopt;
        const double up = (h11 * g0 - h01 * g1) / size;
        const double turn = (h00 * g1 - h01 * g0) / size;
        intercept += up;
        slope += turn;
        if (std::abs(up) + std::abs(turn) > 1e-10) continue;
        if (!(slope > 0)) return std::nullopt;
        // Delta method for -intercept / slope.
        const double t = -intercept / slope;
        const double variance = (h11 + 2 * t * -h01 + t * t * h00) / (size * slope * slope);
        return Cut{t, std::sqrt(variance)};
    }
    return std::nullopt;
}

Classification classification_by_sum(
    std::span<const Item> items, std::span<const int> sums, const Latent& latent
) {
    const Latent all[] = {latent};
    const auto grid = Grid::covering(all, 6, 0.1);
    const auto weights = grid.log_weights(latent);
    const auto probabilities_of = sum_score_probabilities(items, grid.nodes);
    Sums classified(sums.size() + 1);
    std::vector<double> chances(sums.size() + 1);
    for (std::size_t q = 0; q < grid.size(); ++q) {
        std::ranges::fill(chances, 0.0);
        for (std::size_t sum = 0; sum < probabilities_of.rows(); ++sum) {
            chances[level_of(static_cast<int>(sum), sums)] += probabilities_of(sum, q);
        }
        const double truth = expected_sum(items, grid.nodes[q]);
        classified.add(std::exp(weights[q]), chances, level_of(truth, sums));
    }
    return classified.result();
}

Classification classification_by_ability(
    std::span<const Item> items, std::span<const double> cuts, const Latent& latent
) {
    const Latent all[] = {latent};
    const auto grid = Grid::covering(all, 6, 0.01);
    const auto weights = grid.log_weights(latent);
    Sums classified(cuts.size() + 1);
    std::vector<double> chances(cuts.size() + 1);
    for (std::size_t q = 0; q < grid.size(); ++q) {
        const double t = grid.nodes[q];
        double total = 0;
        for (const auto& item : items) total += information(item, t);
        double below = 0;
        for (std::size_t level = 0; level <= cuts.size(); ++level) {
            const double until =
                level < cuts.size() ? normal_below((cuts[level] - t) * std::sqrt(total)) : 1;
            chances[level] = until - below;
            below = until;
        }
        classified.add(std::exp(weights[q]), chances, level_of(t, cuts));
    }
    return classified.result();
}

}  // namespace nangluc::irt
