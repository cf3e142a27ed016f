#include "engines/irt/score/sum_scores.hpp"

#include <cmath>

namespace nangluc::irt {

Matrix sum_score_probabilities(std::span<const Item> items, std::span<const double> abilities) {
    std::size_t highest = 0;
    for (const auto& item : items) highest += item.d.size();
    Matrix sums(highest + 1, abilities.size());
    Probabilities p;
    std::vector<double> next(highest + 1);
    for (std::size_t q = 0; q < abilities.size(); ++q) {
        std::vector<double> current{1};
        for (const auto& item : items) {
            probabilities(item, abilities[q], p);
            next.assign(current.size() + item.d.size(), 0.0);
            for (std::size_t sum = 0; sum < current.size(); ++sum) {
                for (std::size_t k = 0; k < item.categories(); ++k) {
                    next[sum + k] += current[sum] * p[k];
                }
            }
            current = next;
        }
        for (std::size_t sum = 0; sum <= highest; ++sum) sums(sum, q) = current[sum];
    }
    return sums;
}

std::vector<SumScore> sum_score_table(
    std::span<const Item> items, const Latent& latent, const Grid& grid
) {
    const auto sums = sum_score_probabilities(items, grid.nodes);
    const auto logs = grid.log_weights(latent);
    std::vector<SumScore> table;
    for (std::size_t sum = 0; sum < sums.rows(); ++sum) {
        double mass = 0;
        double mean = 0;
        double square = 0;
        for (std::size_t q = 0; q < grid.size(); ++q) {
            const double weight = sums(sum, q) * std::exp(logs[q]);
            mass += weight;
            mean += weight * grid.nodes[q];
            square += weight * grid.nodes[q] * grid.nodes[q];
        }
        mean /= mass;
        const double sd = std::sqrt(square / mass - mean * mean);
        table.push_back({static_cast<int>(sum), mean, sd, mass});
    }
    return table;
}

}  // namespace nangluc::irt
