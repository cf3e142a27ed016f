#include "engines/irt/raters/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

#include "engines/irt/numeric/distributions.hpp"
#include "engines/irt/numeric/random.hpp"

namespace nangluc::irt {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double tail = 0.975;

bool is_complete(std::span<const double> row) {
    return std::ranges::none_of(row, [](double value) { return std::isnan(value); });
}

// Mean squares of the complete rows: between subjects, between raters, within subjects, residual.
struct MeanSquares {
    double n = 0;
    double k = 0;
    double subjects = 0;
    double raters = 0;
    double within = 0;
    double residual = 0;
};

MeanSquares mean_squares(const Ratings& ratings) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < ratings.rows(); ++row) {
        if (is_complete(ratings.row(row))) rows.push_back(row);
    }
    MeanSquares ms{real(rows.size()), real(ratings.columns()), 0, 0, 0, 0};
    std::vector<double> of_raters(ratings.columns(), 0.0);
    double all = 0;
    for (const auto row : rows) {
        for (std::size_t rater = 0; rater < ratings.columns(); ++rater) {
            of_raters[rater] += ratings(row, rater) / ms.n;
            all += ratings(row, rater) / (ms.n * ms.k);
        }
    }
    for (const auto row : rows) {
        double mean = 0;
        for (const double value : ratings.row(row)) mean += value / ms.k;
        ms.subjects += ms.k * (mean - all) * (mean - all) / (ms.n - 1);
        for (const double value : ratings.row(row)) {
            ms.within += (value - mean) * (value - mean);
        }
    }
    double between = 0;
    for (const double mean : of_raters) between += ms.n * (mean - all) * (mean - all);
    ms.raters = between / (ms.k - 1);
    ms.residual = (ms.within - between) / ((ms.n - 1) * (ms.k - 1));
    ms.within /= ms.n * (ms.k - 1);
    return ms;
}

struct Both {
    Interval single;
    Interval average;
};

// Where the ratio of two mean squares says all: ICC(1) and ICC(3).
Both from_ratio(const MeanSquares& ms, double error, double df_error) {
    const double f = ms.subjects / error;
    const double low = f / f_quantile(tail, ms.n - 1, df_error);
    const double high = f * f_quantile(tail, df_error, ms.n - 1);
    const auto single = [&](double ratio) { return (ratio - 1) / (ratio + ms.k - 1); };
    return {{single(f), single(low), single(high)}, {1 - 1 / f, 1 - 1 / low, 1 - 1 / high}};
}

Both absolute_agreement(const MeanSquares& ms) {
    const double n = ms.n;
    const double k = ms.k;
    const double subjects = ms.subjects;
    const double raters = ms.raters;
    const double residual = ms.residual;
    const double single =
        (subjects - residual) / (subjects + (k - 1) * residual + k * (raters - residual) / n);
    const double a = k * single / (n * (1 - single));
    const double b = 1 + k * single * (n - 1) / (n * (1 - single));
    const double both = a * raters + b * residual;
    const double df =
        both * both /
        (a * raters * a * raters / (k - 1) + b * residual * b * residual / ((n - 1) * (k - 1)));
    const double f_low = f_quantile(tail, n - 1, df);
    const double f_high = f_quantile(tail, df, n - 1);
    const double spread = k * raters + (k * n - k - n) * residual;
    const double low = n * (subjects - f_low * residual) / (f_low * spread + n * subjects);
    const double high = n * (f_high * subjects - residual) / (spread + n * f_high * subjects);
    const auto average = [&](double icc) { return k * icc / (1 + icc * (k - 1)); };
    const double of_mean = (subjects - residual) / (subjects + (raters - residual) / n);
    return {{single, low, high}, {of_mean, average(low), average(high)}};
}

std::vector<double> values_of(const Ratings& ratings) {
    std::set<double> seen;
    for (std::size_t row = 0; row < ratings.rows(); ++row) {
        for (const double value : ratings.row(row)) {
            if (!std::isnan(value)) seen.insert(value);
        }
    }
    return {seen.begin(), seen.end()};
}

std::size_t place_among(const std::vector<double>& values, double value) {
    return static_cast<std::size_t>(std::ranges::lower_bound(values, value) - values.begin());
}

// How far two values lie apart on their level of measurement, squared.
double distance(
    const std::vector<double>& values,
    std::span<const double> counts,
    Level level,
    std::pair<std::size_t, std::size_t> pair
) {
    const auto [low, high] = std::minmax(pair.first, pair.second);
    if (low == high) return 0;
    const double step = values[high] - values[low];
    const double sum = values[high] + values[low];
    double between = -(counts[low] + counts[high]) / 2;
    for (auto at = low; at <= high; ++at) between += counts[at];
    switch (level) {
        case Level::nominal:
            return 1;
        case Level::ordinal:
            return between * between;
        case Level::interval:
            return step * step;
        case Level::ratio:
            return sum == 0 ? 0 : step * step / (sum * sum);
    }
    return 0;
}

// How far two of so many categories lie apart, from 0 to 1.
double disagreement(std::size_t i, std::size_t j, std::size_t categories, Weights weights) {
    if (weights == Weights::none) return i == j ? 0 : 1;
    const double steps = std::abs(real(i) - real(j)) / std::max(real(categories) - 1, 1.0);
    return weights == Weights::linear ? steps : steps * steps;
}

struct RaterPair {
    std::size_t left;
    std::size_t right;
};

// NaN where nothing varies.
double kappa_of(
    const RaterPair& pair,
    const Ratings& ratings,
    const std::vector<double>& values,
    Weights weights
) {
    Matrix table(values.size(), values.size());
    std::vector<double> of_left(values.size(), 0.0);
    std::vector<double> of_right(values.size(), 0.0);
    double n = 0;
    for (std::size_t row = 0; row < ratings.rows(); ++row) {
        const double first = ratings(row, pair.left);
        const double second = ratings(row, pair.right);
        if (std::isnan(first) || std::isnan(second)) continue;
        const auto i = place_among(values, first);
        const auto j = place_among(values, second);
        ++table(i, j);
        ++of_left[i];
        ++of_right[j];
        ++n;
    }
    double observed = 0;
    double expected = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t j = 0; j < values.size(); ++j) {
            const double apart = disagreement(i, j, values.size(), weights);
            observed += apart * table(i, j);
            expected += apart * of_left[i] * of_right[j] / n;
        }
    }
    return expected > 0 ? 1 - observed / expected : none;
}

// How many raters gave each value to one unit.
std::vector<double> counts_of(std::span<const double> row, const std::vector<double>& values) {
    std::vector<double> counts(values.size(), 0.0);
    for (const double value : row) {
        if (!std::isnan(value)) ++counts[place_among(values, value)];
    }
    return counts;
}

// Pairs of values given to the same unit, each unit weighing by its raters less one.
Matrix coincidences_of(const Ratings& ratings, const std::vector<double>& values) {
    Matrix coincidences(values.size(), values.size());
    for (std::size_t row = 0; row < ratings.rows(); ++row) {
        const auto counts = counts_of(ratings.row(row), values);
        const double raters = std::accumulate(counts.begin(), counts.end(), 0.0);
        if (raters < 2) continue;
        for (std::size_t c = 0; c < values.size(); ++c) {
            for (std::size_t k = 0; k < values.size(); ++k) {
                coincidences(c, k) += counts[c] * (counts[k] - (c == k ? 1 : 0)) / (raters - 1);
            }
        }
    }
    return coincidences;
}

}  // namespace

IntraclassCorrelations intraclass_correlations(const Ratings& ratings) {
    const auto ms = mean_squares(ratings);
    const auto one = from_ratio(ms, ms.within, ms.n * (ms.k - 1));
    const auto two = absolute_agreement(ms);
    const auto three = from_ratio(ms, ms.residual, (ms.n - 1) * (ms.k - 1));
    return {
        one.single,
        two.single,
        three.single,
        one.average,
        two.average,
        three.average,
        static_cast<std::size_t>(ms.n),
        ratings.columns()};
}

double krippendorff_alpha(const Ratings& ratings, Level level) {
    const auto values = values_of(ratings);
    const auto coincidences = coincidences_of(ratings, values);
    std::vector<double> counts(values.size(), 0.0);
    double all = 0;
    for (std::size_t c = 0; c < values.size(); ++c) {
        for (const double count : coincidences.row(c)) counts[c] += count;
        all += counts[c];
    }
    double observed = 0;
    double expected = 0;
    for (std::size_t c = 0; c < values.size(); ++c) {
        for (std::size_t k = 0; k < values.size(); ++k) {
            const double apart = distance(values, counts, level, {c, k});
            observed += coincidences(c, k) * apart;
            expected += counts[c] * counts[k] * apart;
        }
    }
    return expected > 0 ? 1 - (all - 1) * observed / expected : none;
}

FleissKappa fleiss_kappa(const Ratings& ratings) {
    const auto values = values_of(ratings);
    std::vector<double> shares(values.size(), 0.0);
    const double raters = real(ratings.columns());
    double subjects = 0;
    double agreement = 0;
    for (std::size_t row = 0; row < ratings.rows(); ++row) {
        if (!is_complete(ratings.row(row))) continue;
        std::vector<double> counts(values.size(), 0.0);
        for (const double value : ratings.row(row)) ++counts[place_among(values, value)];
        ++subjects;
        for (std::size_t c = 0; c < values.size(); ++c) {
            agreement += counts[c] * (counts[c] - 1) / (raters * (raters - 1));
            shares[c] += counts[c] / raters;
        }
    }
    double by_chance = 0;
    double spread = 0;
    double skew = 0;
    for (const double sum : shares) {
        const double p = sum / subjects;
        by_chance += p * p;
        spread += p * (1 - p);
        skew += p * (1 - p) * (1 - 2 * p);
    }
    if (!(by_chance < 1)) return {none, none};
    const double kappa = (agreement / subjects - by_chance) / (1 - by_chance);
    const double variance =
        2 * (spread * spread - skew) / (subjects * raters * (raters - 1) * spread * spread);
    return {kappa, kappa / std::sqrt(variance)};
}

double weighted_kappa(const Ratings& ratings, Weights weights) {
    const auto values = values_of(ratings);
    double sum = 0;
    double pairs = 0;
    for (std::size_t left = 0; left < ratings.columns(); ++left) {
        for (std::size_t right = 0; right < left; ++right) {
            const double kappa = kappa_of({left, right}, ratings, values, weights);
            if (std::isnan(kappa)) continue;
            sum += kappa;
            ++pairs;
        }
    }
    return pairs > 0 ? sum / pairs : none;
}

Ratings drawn(const Ratings& ratings, std::uint64_t seed) {
    Random dice(seed);
    Ratings draw(ratings.rows(), ratings.columns());
    for (std::size_t row = 0; row < ratings.rows(); ++row) {
        std::ranges::copy(ratings.row(dice.below(ratings.rows())), draw.row(row).begin());
    }
    return draw;
}

Interval percentile_interval(double estimate, std::vector<double> draws) {
    std::erase_if(draws, [](double value) { return std::isnan(value); });
    if (draws.size() < 2) return {estimate, none, none};
    std::ranges::sort(draws);
    const auto at = [&](double share) {
        const double place = share * real(draws.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const auto above = std::min(below + 1, draws.size() - 1);
        return draws[below] + (place - real(below)) * (draws[above] - draws[below]);
    };
    return {estimate, at(0.025), at(0.975)};
}

}  // namespace nangluc::irt
