#include <cmath>
#include <limits>

#include "engines/irt/fit/item_fit.hpp"

namespace nangluc::irt {

namespace {

// Sums over the items somebody answered.
struct Sums {
    double distance = 0;  // of the log-likelihood from what is expected of it
    double variance = 0;
    double slope = 0;        // sum P' log P
    double information = 0;  // sum P'^2 / P
    double bend = 0;         // sum P' P'' / P
};

struct Answered {
    const Item& item;
    Trace at;
    Probabilities logs;
};

Sums sums_of(std::span<const Answered> answers, std::span<const Category> given) {
    Sums sums;
    for (std::size_t number = 0; number < answers.size(); ++number) {
        const auto& [item, at, logs] = answers[number];
        double mean = 0;
        double square = 0;
        for (std::size_t k = 0; k < item.categories(); ++k) {
            mean += at.p[k] * logs[k];
            square += at.p[k] * logs[k] * logs[k];
            sums.slope += at.first[k] * logs[k];
            if (at.p[k] <= 0) continue;
            sums.information += at.first[k] * at.first[k] / at.p[k];
            sums.bend += at.first[k] * at.second[k] / at.p[k];
        }
        sums.distance += logs[given[number]] - mean;
        sums.variance += square - mean * mean;
    }
    return sums;
}

// The variance of the log-likelihood less the part that goes with the estimate of the ability.
double corrected_variance(std::span<const Answered> answers, double share) {
    double variance = 0;
    for (const auto& [item, at, logs] : answers) {
        double mean = 0;
        double square = 0;
        for (std::size_t k = 0; k < item.categories(); ++k) {
            if (at.p[k] <= 0) continue;
            const double weight = logs[k] - share * at.first[k] / at.p[k];
            mean += at.p[k] * weight;
            square += at.p[k] * weight * weight;
        }
        variance += square - mean * mean;
    }
    return variance;
}

}  // namespace

std::vector<PersonFit> person_fit(const Responses& responses, std::span<const Item> items) {
    const RootScorer scorer(items, Method::wle, {});
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    std::vector<PersonFit> fits;
    for (std::size_t row = 0; row < responses.rows(); ++row) {
        const auto cells = responses.row(row);
        PersonFit fit{scorer.score(cells), none, none};
        std::vector<Answered> answers;
        std::vector<Category> given;
        for (std::size_t item = 0; item < items.size() && std::isfinite(fit.score.t); ++item) {
            if (cells[item] == missing) continue;
            auto& answered = answers.emplace_back(Answered{items[item], {}, {}});
            trace(items[item], fit.score.t, answered.at);
            log_probabilities(items[item], fit.score.t, answered.logs);
            given.push_back(cells[item]);
        }
        if (!answers.empty()) {
            const auto sums = sums_of(answers, given);
            const double share = sums.slope / sums.information;
            const double shift = share * sums.bend / (2 * sums.information);
            fit.lz = sums.distance / std::sqrt(sums.variance);
            fit.lz_star = (sums.distance + shift) / std::sqrt(corrected_variance(answers, share));
        }
        fits.push_back(fit);
    }
    return fits;
}

}  // namespace nangluc::irt
