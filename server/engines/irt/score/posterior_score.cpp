#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engines/irt/calibrate/expectation.hpp"
#include "engines/irt/numeric/parallel.hpp"
#include "engines/irt/score/person.hpp"

namespace nangluc::irt {

namespace {

std::vector<std::size_t> all_items(const Responses& responses) {
    std::vector<std::size_t> all(responses.items().size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

bool is_empty(std::span<const Category> row) {
    return std::ranges::all_of(row, [](Category category) { return category == missing; });
}

Score moments(std::span<const double> posterior, const Grid& grid) {
    double mean = 0;
    double square = 0;
    for (std::size_t q = 0; q < grid.size(); ++q) {
        const double part = posterior[q] * grid.nodes[q];
        mean += part;
        square += part * grid.nodes[q];
    }
    return {mean, std::sqrt(std::max(square - mean * mean, 0.0))};
}

// Calls `use(row, posterior)` for everybody, block by block.
template <class Use>
void for_each_posterior(EStep& step, const Use& use) {
    for_each_block(step.blocks(), step.threads(), [&](std::size_t number, unsigned) {
        std::vector<double> logs;
        const auto rows = step.posteriors(number, logs);
        const auto stride = step.grid().stride();
        for (std::size_t at = 0; at < logs.size(); ++at) {
            use(step.block(number).begin + at, std::span(rows).subspan(at * stride, stride));
        }
    });
}

}  // namespace

std::vector<Score> eap_scores(
    const Responses& responses,
    std::span<const Item> items,
    std::span<const Latent> latents,
    const Grid& grid,
    unsigned threads
) {
    EStep step(responses, all_items(responses), grid, threads);
    step.prepare(items, latents);
    std::vector<Score> scores(responses.rows());
    for_each_posterior(step, [&](std::size_t row, std::span<const double> posterior) {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        const bool empty = is_empty(responses.row(row));
        scores[row] = empty ? Score{none, none} : moments(posterior, grid);
    });
    return scores;
}

std::vector<double> shares_between(
    std::span<const double> posterior, const Grid& grid, std::span<const double> cuts
) {
    std::vector<double> shares(cuts.size() + 1, 0.0);
    for (std::size_t q = 0; q < grid.size(); ++q) {
        double from = grid.nodes[q] - grid.spacing / 2;
        const double end = grid.nodes[q] + grid.spacing / 2;
        for (std::size_t level = 0; level <= cuts.size(); ++level) {
            const double until = level < cuts.size() ? std::min(end, cuts[level]) : end;
            if (until <= from) continue;
            shares[level] += posterior[q] * (until - from) / grid.spacing;
            from = until;
        }
    }
    return shares;
}

std::vector<std::vector<double>> level_probabilities(
    const Responses& responses,
    std::span<const Item> items,
    std::span<const Latent> latents,
    std::span<const double> cuts,
    unsigned threads
) {
    // A cell is 0.05 wide: what lies on either side of a cut within one is known to 1e-4.
    const auto grid = Grid::covering(latents, 8, 0.05);
    EStep step(responses, all_items(responses), grid, threads);
    step.prepare(items, latents);
    std::vector<std::vector<double>> levels(responses.rows());
    for_each_posterior(step, [&](std::size_t row, std::span<const double> posterior) {
        levels[row] = shares_between(posterior, grid, cuts);
    });
    return levels;
}

}  // namespace nangluc::irt
