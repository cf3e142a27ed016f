#include "engines/irt/fit/item_fit.hpp"

#include <algorithm>
#include <cmath>

#include "engines/irt/numeric/distributions.hpp"
#include "engines/irt/score/sum_scores.hpp"

namespace nangluc::irt {

namespace {

// People by sum score and category of one item.
Matrix observed_counts(const Responses& responses, std::size_t item, std::size_t sums) {
    Matrix counts(sums, responses.items()[item].categories());
    for (std::size_t row = 0; row < responses.rows(); ++row) {
        const auto cells = responses.row(row);
        if (std::ranges::find(cells, missing) != cells.end()) continue;
        std::size_t sum = 0;
        for (const auto category : cells) sum += category;
        counts(sum, cells[item]) += responses.frequency(row);
    }
    return counts;
}

// The probability of the item's categories among the people of each sum.
Matrix expected_shares(const Estimate& estimate, std::size_t item, const Grid& grid) {
    auto rest = estimate.items;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(item));
    const auto without = sum_score_probabilities(rest, grid.nodes);
    const auto logs = grid.log_weights(estimate.latents.front());
    const auto& own = estimate.items[item];
    Matrix shares(without.rows() + own.d.size(), own.categories());
    Probabilities p;
    for (std::size_t q = 0; q < grid.size(); ++q) {
        probabilities(own, grid.nodes[q], p);
        for (std::size_t k = 0; k < own.categories(); ++k) {
            const double weight = std::exp(logs[q]) * p[k];
            for (std::size_t sum = 0; sum < without.rows(); ++sum) {
                shares(sum + k, k) += weight * without(sum, q);
            }
        }
    }
    for (std::size_t sum = 0; sum < shares.rows(); ++sum) {
        double whole = 0;
        for (const double share : shares.row(sum)) whole += share;
        for (double& share : shares.row(sum)) share /= whole;
    }
    return shares;
}

struct Cells {
    std::vector<double> observed;
    std::vector<double> expected;

    bool is_enough() const {
        return std::ranges::all_of(expected, [](double count) { return count >= 1; });
    }
    void take(const Cells& other) {
        for (std::size_t k = 0; k < observed.size(); ++k) {
            observed[k] += other.observed[k];
            expected[k] += other.expected[k];
        }
    }
};

// The sums that can have every category, merged from the lowest up; what is left over at the top
// goes to the group below it.
std::vector<Cells> merged(const Matrix& observed, const Matrix& shares) {
    std::vector<Cells> groups;
    Cells open;
    for (std::size_t sum = 1; sum + 1 < observed.rows(); ++sum) {
        double people = 0;
        for (const double count : observed.row(sum)) people += count;
        Cells cells;
        cells.observed.assign(observed.row(sum).begin(), observed.row(sum).end());
        for (const double share : shares.row(sum)) cells.expected.push_back(people * share);
        if (open.observed.empty()) {
            open = std::move(cells);
        } else {
            open.take(cells);
        }
        if (!open.is_enough()) continue;
        groups.push_back(std::move(open));
        open = {};
    }
    if (!open.observed.empty() && !groups.empty()) groups.back().take(open);
    return groups;
}

// Of one response at one ability: the residual and what is expected of its powers.
struct Residual {
    double distance;
    double variance;
    double fourth;
};

Residual residual_of(const Item& item, Category category, double t) {
    Probabilities p;
    probabilities(item, t, p);
    double mean = 0;
    for (std::size_t k = 1; k < item.categories(); ++k) mean += real(k) * p[k];
    Residual residual{real(category) - mean, 0, 0};
    for (std::size_t k = 0; k < item.categories(); ++k) {
        const double square = (real(k) - mean) * (real(k) - mean);
        residual.variance += p[k] * square;
        residual.fourth += p[k] * square * square;
    }
    return residual;
}

class MeanSquareSums {
public:
    void add(const Residual& residual, double people) {
        const double square = residual.distance * residual.distance;
        const double spread = residual.variance * residual.variance;
        n_ += people;
        squares_ += people * square;
        variances_ += people * residual.variance;
        standardised_ += people * square / residual.variance;
        infit_spread_ += people * (residual.fourth - spread);
        outfit_spread_ += people * (residual.fourth / spread - 1);
    }
    MeanSquare result() const {
        MeanSquare fit{squares_ / variances_, standardised_ / n_, 0, 0, n_};
        fit.infit_t = cube_root(fit.infit, std::sqrt(infit_spread_) / variances_);
        fit.outfit_t = cube_root(fit.outfit, std::sqrt(outfit_spread_) / n_);
        return fit;
    }

private:
    static double cube_root(double mean_square, double spread) {
        return (std::cbrt(mean_square) - 1) * 3 / spread + spread / 3;
    }

    double n_ = 0;
    double squares_ = 0;
    double variances_ = 0;
    double standardised_ = 0;
    double infit_spread_ = 0;
    double outfit_spread_ = 0;
};

struct PairSums {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;

    void add(double left, double right, double people) {
        n += people;
        x += people * left;
        y += people * right;
        xx += people * left * left;
        yy += people * right * right;
        xy += people * left * right;
    }
    double correlation() const {
        return (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y));
    }
};

}  // namespace

std::vector<SumScoreFit> sum_score_fit(
    const Responses& responses,
    const Estimate& estimate,
    const Grid& grid,
    std::span<const std::size_t> parameters
) {
    std::vector<SumScoreFit> fits;
    for (std::size_t item = 0; item < estimate.items.size(); ++item) {
        const auto shares = expected_shares(estimate, item, grid);
        const auto groups = merged(observed_counts(responses, item, shares.rows()), shares);
        SumScoreFit fit;
        for (const auto& cells : groups) {
            for (std::size_t k = 0; k < cells.expected.size(); ++k) {
                const double distance = cells.observed[k] - cells.expected[k];
                fit.statistic += distance * distance / cells.expected[k];
            }
        }
        fit.df = real(groups.size() * estimate.items[item].d.size()) - real(parameters[item]);
        fit.p = chi_square_above(fit.statistic, fit.df);
        fits.push_back(fit);
    }
    return fits;
}

ResidualFit residual_fit(
    const Responses& responses, std::span<const Item> items, std::span<const Score> scores
) {
    const auto count = items.size();
    std::vector<MeanSquareSums> of_items(count);
    std::vector<PairSums> pairs(count * count);
    ResidualFit fit{{}, {}, Matrix(count, count)};
    std::vector<std::size_t> answered;
    std::vector<double> residuals(count);
    for (std::size_t row = 0; row < responses.rows(); ++row) {
        MeanSquareSums of_row;
        const auto cells = responses.row(row);
        const double people = responses.frequency(row);
        answered.clear();
        for (std::size_t item = 0; item < count; ++item) {
            if (cells[item] == missing || !std::isfinite(scores[row].t)) continue;
            const auto residual = residual_of(items[item], cells[item], scores[row].t);
            residuals[item] = residual.distance;
            of_items[item].add(residual, people);
            of_row.add(residual, 1);
            for (const auto other : answered) {
                pairs[item * count + other].add(residuals[item], residuals[other], people);
            }
            answered.push_back(item);
        }
        fit.rows.push_back(of_row.result());
    }
    for (const auto& sums : of_items) fit.items.push_back(sums.result());
    for (std::size_t i = 0; i < count; ++i) {
        fit.q3(i, i) = 1;
        for (std::size_t j = 0; j < i; ++j) {
            fit.q3(i, j) = fit.q3(j, i) = pairs[i * count + j].correlation();
        }
    }
    return fit;
}

}  // namespace nangluc::irt
