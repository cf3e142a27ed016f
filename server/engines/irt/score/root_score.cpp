#include <algorithm>
#include <cmath>
#include <limits>

#include "engines/irt/score/person.hpp"

namespace nangluc::irt {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

double node(std::size_t number, std::size_t nodes, double reach) {
    return -reach + 2 * reach * real(number) / real(nodes - 1);
}

// What an item tells at one ability, whatever was answered.
struct ItemTerms {
    double information = 0;
    double bend = 0;
};

ItemTerms terms_of(const Item& item, const Trace& at) {
    ItemTerms terms;
    for (std::size_t k = 0; k < item.categories(); ++k) {
        if (at.p[k] <= 0) continue;
        terms.information += at.first[k] * at.first[k] / at.p[k];
        terms.bend += at.first[k] * at.second[k] / at.p[k];
    }
    return terms;
}

// P'/P, which stays finite where both vanish.
double slope_of(const Trace& at, std::size_t k) {
    return at.p[k] > 0 ? at.first[k] / at.p[k] : 0;
}

}  // namespace

std::optional<Method> method_called(std::string_view word) {
    if (word == "eap") return Method::eap;
    if (word == "map") return Method::map;
    if (word == "wle") return Method::wle;
    if (word == "ml") return Method::ml;
    return std::nullopt;
}

RootScorer::RootScorer(std::span<const Item> items, Method method, const Latent& latent)
    : items_(items.begin(), items.end()), method_(method), latent_(latent) {
    Trace at;
    Probabilities logs;
    for (const auto& item : items_) {
        first_.push_back(slopes_.size() / nodes);
        const auto base = slopes_.size();
        slopes_.resize(base + item.categories() * nodes);
        logs_.resize(slopes_.size());
        for (std::size_t q = 0; q < nodes; ++q) {
            const double t = node(q, nodes, reach);
            trace(item, t, at);
            log_probabilities(item, t, logs);
            for (std::size_t k = 0; k < item.categories(); ++k) {
                slopes_[base + k * nodes + q] = slope_of(at, k);
                logs_[base + k * nodes + q] = logs[k];
            }
            const auto terms = terms_of(item, at);
            information_.push_back(terms.information);
            bends_.push_back(terms.bend);
        }
    }
}

RootScorer::Equation RootScorer::corrected(Equation plain, double bend, double t) const {
    if (method_ == Method::map) {
        const double z = (t - latent_.mean) / latent_.sd;
        plain.value -= z / latent_.sd;
        plain.log_likelihood -= z * z / 2;
        plain.information += 1 / (latent_.sd * latent_.sd);
    }
    if (method_ == Method::wle && plain.information > 0) {
        plain.value += bend / (2 * plain.information);
        plain.log_likelihood += std::log(plain.information) / 2;
    }
    return plain;
}

RootScorer::Equation RootScorer::at(std::span<const Category> row, double t) const {
    Equation sum{};
    double bend = 0;
    Trace here;
    for (std::size_t item = 0; item < row.size(); ++item) {
        if (row[item] == missing) continue;
        trace(items_[item], t, here);
        const auto terms = terms_of(items_[item], here);
        sum.value += slope_of(here, row[item]);
        sum.information += terms.information;
        bend += terms.bend;
    }
    return corrected(sum, bend, t);
}

std::array<RootScorer::Equation, RootScorer::nodes> RootScorer::on_grid(
    std::span<const Category> row
) const {
    std::array<Equation, nodes> sums{};
    std::array<double, nodes> bends{};
    for (std::size_t item = 0; item < row.size(); ++item) {
        if (row[item] == missing) continue;
        const auto base = (first_[item] + row[item]) * nodes;
        for (std::size_t q = 0; q < nodes; ++q) {
            sums[q].value += slopes_[base + q];
            sums[q].log_likelihood += logs_[base + q];
            sums[q].information += information_[item * nodes + q];
            bends[q] += bends_[item * nodes + q];
        }
    }
    for (std::size_t q = 0; q < nodes; ++q) {
        sums[q] = corrected(sums[q], bends[q], node(q, nodes, reach));
    }
    return sums;
}

// The Illinois form of regula falsi (Dowell & Jarratt 1971, BIT 11, 168-174): never leaves the
// bracket, and closes in faster than halving.
double RootScorer::close_in(std::span<const Category> row, double low, double high) const {
    double f_low = at(row, low).value;
    double f_high = at(row, high).value;
    for (int round = 0; round < 100 && high - low > 1e-11; ++round) {
        double middle = (low * f_high - high * f_low) / (f_high - f_low);
        if (!(middle > low && middle < high)) middle = (low + high) / 2;
        const double value = at(row, middle).value;
        if (value == 0) return middle;
        if (value > 0) {
            low = middle;
            f_low = value;
            f_high /= 2;
        } else {
            high = middle;
            f_high = value;
            f_low /= 2;
        }
    }
    return (low + high) / 2;
}

Score RootScorer::score(std::span<const Category> row) const {
    if (std::ranges::all_of(row, [](Category category) { return category == missing; })) {
        return {none, none};
    }
    const auto grid = on_grid(row);
    std::size_t best = nodes;
    for (std::size_t q = 0; q + 1 < nodes; ++q) {
        if (!(grid[q].value >= 0 && grid[q + 1].value < 0)) continue;
        if (best == nodes || grid[q].log_likelihood > grid[best].log_likelihood) best = q;
    }
    if (best == nodes) return {none, none};
    const double t = close_in(row, node(best, nodes, reach), node(best + 1, nodes, reach));
    return {t, 1 / std::sqrt(at(row, t).information)};
}

}  // namespace nangluc::irt
