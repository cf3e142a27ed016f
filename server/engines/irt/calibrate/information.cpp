#include "engines/irt/calibrate/information.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engines/irt/calibrate/score_sums.hpp"
#include "engines/irt/numeric/parallel.hpp"

namespace nangluc::irt {

namespace {

constexpr std::size_t wave = 16;  // blocks whose sums are held at once

// The responses with a column more for each free group.
Responses with_groups(const Responses& responses, std::span<const std::size_t> groups) {
    auto infos = responses.items();
    for (const auto group : groups) infos.push_back({"group " + std::to_string(group), {0}});
    Responses wider(std::move(infos));
    std::vector<Category> cells;
    for (std::size_t row = 0; row < responses.rows(); ++row) {
        cells.assign(responses.row(row).begin(), responses.row(row).end());
        for (const auto group : groups) {
            cells.push_back(responses.group(row) == group ? Category{0} : missing);
        }
        wider.add(cells, responses.frequency(row), responses.group(row));
    }
    return wider;
}

// Minus the second derivative of an item's expected log-likelihood, counts held: the closed form of
// the gradient, differentiated once more by central differences.
Matrix curvature(
    const Item& item, const ItemCounts& counts, const std::optional<GuessingPrior>& prior
) {
    const auto width = item.parameters();
    Matrix matrix(width, width);
    for (std::size_t j = 0; j < width; ++j) {
        const double value = item.parameter(j);
        const double step = 1e-5 * std::max(1.0, std::abs(value));
        auto up = item;
        auto down = item;
        up.set_parameter(j, value + step);
        down.set_parameter(j, value - step);
        const auto above = item_objective(up, counts, prior).gradient;
        const auto below = item_objective(down, counts, prior).gradient;
        for (std::size_t i = 0; i < width; ++i) matrix(i, j) = (below[i] - above[i]) / (2 * step);
    }
    return matrix;
}

// Everything at the solution.
struct Solution {
    const Estimate& at;
    const Expectation& expected;
    const EStep& step;
    const Layout& layout;
};

void add_item_curvatures(
    const Solution& solution, const std::optional<GuessingPrior>& prior, Matrix& into
) {
    const auto& [at, expected, step, layout] = solution;
    const auto stride = step.grid().stride();
    for (std::size_t item = 0; item < at.items.size(); ++item) {
        const auto first = step.categories().first(item) * stride;
        const auto size = step.categories().first(item + 1) * stride - first;
        const ItemCounts counts{std::span(expected.counts).subspan(first, size), step.grid()};
        const auto own = curvature(at.items[item], counts, prior);
        for (std::size_t i = 0; i < own.rows(); ++i) {
            for (std::size_t j = 0; j < own.columns(); ++j) {
                const auto row = layout.of(item, i);
                const auto column = layout.of(item, j);
                if (row == Layout::fixed || column == Layout::fixed) continue;
                into(row, column) += (own(i, j) + own(j, i)) / 2;
            }
        }
    }
}

// Of log phi((t - mean) / sd): by mean and log SD.
void add_latent_curvatures(const Solution& solution, Matrix& into) {
    const auto& [at, expected, step, layout] = solution;
    const auto stride = step.grid().stride();
    for (std::size_t group = 0; group < at.latents.size(); ++group) {
        if (!layout.is_free_group(group)) continue;
        const auto& [mean, sd] = at.latents[group];
        const auto place = layout.of_group(group);
        for (std::size_t q = 0; q < step.grid().size(); ++q) {
            const double mass = expected.masses[group * stride + q];
            const double z = (step.grid().nodes[q] - mean) / sd;
            into(place, place) += mass / (sd * sd);
            into(place, place + 1) += mass * 2 * z / sd;
            into(place + 1, place) += mass * 2 * z / sd;
            into(place + 1, place + 1) += mass * 2 * z * z;
        }
    }
}

void add_prior(const Solution& solution, const std::optional<GuessingPrior>& prior, Matrix& into) {
    for (std::size_t item = 0; prior && item < solution.at.items.size(); ++item) {
        const auto& of = solution.at.items[item];
        const auto place = solution.layout.of(item, of.parameters() - 1);
        if (of.curve != Curve::guessing || place == Layout::fixed) continue;
        into(place, place) += 1 / (prior->sd * prior->sd);
    }
}

}  // namespace

Information information(
    const Estimate& at,
    const Responses& responses,
    const Grid& grid,
    const Layout& layout,
    const InformationOptions& options
) {
    std::vector<Source> sources;
    for (std::size_t item = 0; item < at.items.size(); ++item) {
        sources.push_back(item_source(at.items[item], item, layout, grid));
    }
    std::vector<std::size_t> free_groups;
    for (std::size_t group = 0; group < at.latents.size(); ++group) {
        if (!layout.is_free_group(group)) continue;
        free_groups.push_back(group);
        sources.push_back(latent_source(at.latents[group], layout.of_group(group), grid));
    }
    std::vector<std::size_t> order(at.items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    EStep step(responses, order, grid, options.threads);
    const auto expected = step.run(at.items, at.latents);

    const auto size = layout.size();
    Information result{Matrix(size, size), Matrix(size, size)};
    const Solution solution{at, expected, step, layout};
    add_item_curvatures(solution, options.prior, result.observed);
    add_latent_curvatures(solution, result.observed);

    const auto wider = with_groups(responses, free_groups);
    const ScoreSums scores(wider, std::move(sources), step, size);
    Sums sums{Matrix(size, size), Matrix(size, size)};
    for (std::size_t first = 0; first < step.blocks(); first += wave) {
        std::vector<Sums> parts(std::min(wave, step.blocks() - first));
        for_each_block(parts.size(), options.threads, [&](std::size_t number, unsigned) {
            parts[number] = scores.of_block(first + number);
        });
        for (const auto& part : parts) {
            sums.squares += part.squares;
            sums.means += part.means;
        }
    }
    result.cross_product = std::move(sums.means);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            result.observed(i, j) += result.cross_product(i, j) - sums.squares(i, j);
        }
    }
    add_prior(solution, options.prior, result.cross_product);
    return result;
}

}  // namespace nangluc::irt
