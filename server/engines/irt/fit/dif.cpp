#include "engines/irt/fit/dif.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "engines/irt/numeric/distributions.hpp"

namespace nangluc::irt {

namespace {

// People of one matching sum: by group, wrong and right.
struct Stratum {
    std::array<std::array<double, 2>, 2> people{};
};
using Strata = std::map<std::size_t, Stratum>;

Strata strata_of(
    const Responses& responses, std::size_t item, const std::vector<bool>& is_left_out
) {
    Strata strata;
    for (std::size_t row = 0; row < responses.rows(); ++row) {
        const auto cells = responses.row(row);
        if (std::ranges::find(cells, missing) != cells.end() || responses.group(row) > 1) continue;
        std::size_t sum = 0;
        for (std::size_t other = 0; other < cells.size(); ++other) {
            if (other == item || !is_left_out[other]) sum += cells[other];
        }
        strata[sum].people[responses.group(row)][cells[item]] += responses.frequency(row);
    }
    return strata;
}

char class_of(const MantelHaenszel& result) {
    const double size = std::abs(result.delta);
    if (size < 1 || result.p > 0.05) return 'A';
    const bool surely_above_one = (size - 1) / result.se_delta > 1.6448536269514722;
    return size >= 1.5 && surely_above_one ? 'C' : 'B';
}

MantelHaenszel mantel_haenszel(const Strata& strata) {
    double right_odds = 0;
    double wrong_odds = 0;
    double excess = 0;
    double variance = 0;
    std::array<double, 3> error{};
    for (const auto& [sum, stratum] : strata) {
        const auto& [reference, focal] = stratum.people;
        const double n_reference = reference[0] + reference[1];
        const double n_focal = focal[0] + focal[1];
        const double n = n_reference + n_focal;
        if (n_reference == 0 || n_focal == 0 || n < 2) continue;
        const double right = reference[1] + focal[1];
        const double wrong = n - right;
        const double r = reference[1] * focal[0] / n;
        const double s = reference[0] * focal[1] / n;
        const double p = (reference[1] + focal[0]) / n;
        right_odds += r;
        wrong_odds += s;
        excess += reference[1] - n_reference * right / n;
        variance += n_reference * n_focal * right * wrong / (n * n * (n - 1));
        error[0] += p * r;
        error[1] += p * s + (1 - p) * r;
        error[2] += (1 - p) * s;
    }
    MantelHaenszel result;
    result.odds_ratio = right_odds / wrong_odds;
    result.delta = -2.35 * std::log(result.odds_ratio);
    result.se_delta = 2.35 * std::sqrt(
                                 error[0] / (2 * right_odds * right_odds) +
                                 error[1] / (2 * right_odds * wrong_odds) +
                                 error[2] / (2 * wrong_odds * wrong_odds)
                             );
    const double distance = std::max(std::abs(excess) - 0.5, 0.0);
    result.chi_square = distance * distance / variance;
    result.p = chi_square_above(result.chi_square, 1);
    result.ets_class = class_of(result);
    return result;
}

struct Regression {
    double log_likelihood = 0;
    bool converged = false;
};

// What one Newton step needs.
struct Tangent {
    double log_likelihood = 0;
    std::vector<double> gradient;
    Matrix information;

    void add(std::span<const double> x, std::span<const double> beta, double wrong, double right) {
        double u = 0;
        for (std::size_t i = 0; i < beta.size(); ++i) u += beta[i] * x[i];
        const double p = 1 / (1 + std::exp(-u));
        if (right > 0) log_likelihood -= right * std::log1p(std::exp(-u));
        if (wrong > 0) log_likelihood -= wrong * std::log1p(std::exp(u));
        for (std::size_t i = 0; i < beta.size(); ++i) {
            gradient[i] += (right - (right + wrong) * p) * x[i];
            for (std::size_t j = 0; j <= i; ++j) {
                information(i, j) += (right + wrong) * p * (1 - p) * x[i] * x[j];
            }
        }
    }
};

Tangent tangent_at(const Strata& strata, std::span<const double> beta) {
    const auto width = beta.size();
    const double middle = std::max(real(strata.rbegin()->first) / 2, 1.0);
    Tangent tangent{0, std::vector<double>(width, 0.0), Matrix(width, width)};
    for (const auto& [sum, stratum] : strata) {
        for (std::size_t group = 0; group < 2; ++group) {
            const auto& [wrong, right] = stratum.people[group];
            const double s = (real(sum) - middle) / middle;
            const std::array<double, 4> x{1, s, real(group), s * real(group)};
            tangent.add(x, beta, wrong, right);
        }
    }
    return tangent;
}

// Right against wrong on the first `width` of: one, sum, group, sum times group. Newton-Raphson.
Regression regression(const Strata& strata, std::size_t width) {
    std::vector<double> beta(width, 0.0);
    Regression result;
    for (int round = 0; round < 50 && !result.converged; ++round) {
        const auto tangent = tangent_at(strata, beta);
        result.log_likelihood = tangent.log_likelihood;
        const auto factor = Cholesky::of(tangent.information);
        if (!factor) return result;
        double length = 0;
        const auto step = factor->solve(tangent.gradient);
        for (std::size_t i = 0; i < width; ++i) {
            beta[i] += step[i];
            length = std::max(length, std::abs(step[i]));
        }
        result.converged = length < 1e-9;
    }
    return result;
}

double nagelkerke(double empty, double full, double people) {
    return (1 - std::exp(2 * (empty - full) / people)) / (1 - std::exp(2 * empty / people));
}

LogisticDif logistic_dif(const Strata& strata) {
    std::array<Regression, 5> fits;
    bool converged = true;
    for (std::size_t width = 1; width <= 4; ++width) {
        fits[width] = regression(strata, width);
        converged = converged && fits[width].converged;
    }
    double people = 0;
    for (const auto& [sum, stratum] : strata) {
        for (const auto& group : stratum.people) people += group[0] + group[1];
    }
    LogisticDif result;
    result.converged = converged;
    result.uniform = 2 * (fits[3].log_likelihood - fits[2].log_likelihood);
    result.non_uniform = 2 * (fits[4].log_likelihood - fits[3].log_likelihood);
    result.both = result.uniform + result.non_uniform;
    result.uniform_p = chi_square_above(result.uniform, 1);
    result.non_uniform_p = chi_square_above(result.non_uniform, 1);
    result.both_p = chi_square_above(result.both, 2);
    const double empty = fits[1].log_likelihood;
    result.r2_gain = nagelkerke(empty, fits[4].log_likelihood, people) -
                     nagelkerke(empty, fits[2].log_likelihood, people);
    return result;
}

std::vector<ItemDif> tested(const Responses& responses, const std::vector<bool>& is_left_out) {
    std::vector<ItemDif> list(responses.items().size());
    for (std::size_t item = 0; item < list.size(); ++item) {
        list[item].is_dichotomous = responses.items()[item].categories() == 2;
        list[item].is_purified_away = is_left_out[item];
        if (!list[item].is_dichotomous) continue;
        const auto strata = strata_of(responses, item, is_left_out);
        if (strata.empty()) continue;
        list[item].mantel_haenszel = mantel_haenszel(strata);
        list[item].logistic = logistic_dif(strata);
    }
    return list;
}

}  // namespace

std::vector<double> benjamini_hochberg(std::span<const double> p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> adjusted(p.size(), 1.0);
    double least = 1;
    for (auto rank = order.size(); rank-- > 0;) {
        least = std::min(least, p[order[rank]] * real(p.size()) / real(rank + 1));
        adjusted[order[rank]] = least;
    }
    return adjusted;
}

std::vector<ItemDif> differential_functioning(const Responses& responses, Matching matching) {
    std::vector<bool> is_left_out(responses.items().size(), false);
    auto list = tested(responses, is_left_out);
    if (matching == Matching::purified) {
        for (std::size_t item = 0; item < list.size(); ++item) {
            is_left_out[item] =
                list[item].is_dichotomous && list[item].mantel_haenszel.ets_class == 'C';
        }
        list = tested(responses, is_left_out);
    }
    std::vector<double> odds;
    std::vector<double> both;
    for (const auto& item : list) {
        odds.push_back(item.mantel_haenszel.p);
        both.push_back(item.logistic.both_p);
    }
    const auto adjusted_odds = benjamini_hochberg(odds);
    const auto adjusted_both = benjamini_hochberg(both);
    for (std::size_t item = 0; item < list.size(); ++item) {
        list[item].mantel_haenszel.adjusted_p = adjusted_odds[item];
        list[item].logistic.adjusted_p = adjusted_both[item];
    }
    return list;
}

}  // namespace nangluc::irt
