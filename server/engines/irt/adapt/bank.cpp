#include "engines/irt/adapt/bank.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

namespace {

// exp(x) to an ulp or two in plain arithmetic, so that the loop over the bank is vectorised and
// every machine chooses alike: see calibrate/posterior.cpp.
inline double exponential(double x) {
    constexpr double magic = 0x1.8p52;
    x = x < -700 ? -700 : x;
    x = x > 700 ? 700 : x;
    const double shifted = x * 1.4426950408889634 + magic;
    const double n = shifted - magic;
    const double r = (x - n * 0x1.62e42fefa38p-1) - n * 0x1.ef35793c7673p-45;
    double sum = 1.0 / 39916800;
    sum = sum * r + 1.0 / 3628800;
    sum = sum * r + 1.0 / 362880;
    sum = sum * r + 1.0 / 40320;
    sum = sum * r + 1.0 / 5040;
    sum = sum * r + 1.0 / 720;
    sum = sum * r + 1.0 / 120;
    sum = sum * r + 1.0 / 24;
    sum = sum * r + 1.0 / 6;
    sum = sum * r + 0.5;
    sum = sum * r + 1;
    sum = sum * r + 1;
    const auto scale = std::bit_cast<std::uint64_t>(shifted) << 52U;
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(sum) + scale);
}

// Of two or three parameters: a^2 (1 - c) L^2 (1 - L) / P, as Birnbaum (1968) has it.
void dichotomous_information(
    std::span<const double> a,
    std::span<const double> d,
    std::span<const double> c,
    double t,
    double* into
) {
    for (std::size_t item = 0; item < a.size(); ++item) {
        const double miss = 1 / (1 + exponential(a[item] * t + d[item]));
        const double l = 1 - miss;
        const double p = c[item] + (1 - c[item]) * l;
        into[item] = a[item] * a[item] * (1 - c[item]) * l * l * miss / p;
    }
}

}  // namespace

double Bank::coarse_node(std::size_t number) {
    return -4.65 + 0.3 * real(number);
}

Bank::Bank(std::vector<BankEntry> entries) : entries_(std::move(entries)) {
    for (std::size_t item = 0; item < entries_.size(); ++item) {
        const auto& [of, area, exposure] = entries_[item];
        areas_ = std::max<std::size_t>(areas_, area + std::size_t{1});
        const bool two = of.categories() == 2 && of.curve != Curve::graded;
        if (!two) polytomous_.push_back(item);
        area_.push_back(area);
        a_.push_back(two ? of.a : 0);
        d_.push_back(two ? of.d[0] : 0);
        c_.push_back(two ? of.lower_asymptote() : 0);
        for (std::size_t q = 0; q < coarse_nodes; ++q) {
            coarse_.push_back(information(of, coarse_node(q)));
        }
    }
}

void Bank::information_at(double t, std::vector<double>& into) const {
    into.resize(entries_.size());
    dichotomous_information(a_, d_, c_, t, into.data());
    for (const auto item : polytomous_) into[item] = information(entries_[item].item, t);
}

void Bank::information_over(std::span<const double> coarse_posterior, std::vector<double>& into)
    const {
    into.resize(entries_.size());
    for (std::size_t item = 0; item < entries_.size(); ++item) {
        const double* const row = coarse_.data() + item * coarse_nodes;
        double sums[lanes] = {};
        for (std::size_t q = 0; q < coarse_nodes; q += lanes) {
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                sums[lane] += row[q + lane] * coarse_posterior[q + lane];
            }
        }
        into[item] = ((sums[0] + sums[4]) + (sums[2] + sums[6])) +
                     ((sums[1] + sums[5]) + (sums[3] + sums[7]));
    }
}

}  // namespace nangluc::irt
