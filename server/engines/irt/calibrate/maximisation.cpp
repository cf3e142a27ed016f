#include "engines/irt/calibrate/maximisation.hpp"

#include <algorithm>
#include <cmath>

namespace nangluc::irt {

namespace {

constexpr int most_steps = 10;
constexpr double longest_step = 4;
constexpr double small_enough = 1e-9;

using Prior = std::optional<GuessingPrior>;

ItemCounts counts_of(const Expectation& expected, const EStep& step, std::size_t item) {
    const auto stride = step.grid().stride();
    const auto first = step.categories().first(item) * stride;
    const auto size = step.categories().first(item + 1) * stride - first;
    return {std::span(expected.counts).subspan(first, size), step.grid()};
}

// The places of the parameters that are free, and not the common slope's.
std::vector<std::size_t> own_parameters(const Layout& layout, std::size_t item, const Item& of) {
    std::vector<std::size_t> own;
    for (std::size_t parameter = 0; parameter < of.parameters(); ++parameter) {
        if (parameter == 0 && layout.has_common_slope()) continue;
        if (layout.of(item, parameter) != Layout::fixed) own.push_back(parameter);
    }
    return own;
}

struct OwnSystem {
    std::optional<Cholesky> factor;
    std::vector<double> gradient;
};

// The parameters about which there is next to no information: the logit of an asymptote of zero.
std::vector<bool> flat_ones(const ItemObjective& objective, std::span<const std::size_t> own) {
    double trace = 0;
    for (const auto parameter : own) trace += objective.information(parameter, parameter);
    std::vector<bool> flat;
    for (const auto parameter : own) {
        flat.push_back(objective.information(parameter, parameter) < 1e-15 * trace);
    }
    return flat;
}

// The part of an objective that concerns some parameters; the flat ones among them stay where they
// are. Where the information is singular (an item that says nothing) the diagonal is raised until
// it is not.
OwnSystem own_system(
    const ItemObjective& objective, std::span<const std::size_t> own, double damping = 0
) {
    const auto flat = flat_ones(objective, own);
    OwnSystem system{{}, std::vector<double>(own.size(), 0.0)};
    Matrix information(own.size(), own.size());
    double trace = 1e-8;
    for (std::size_t i = 0; i < own.size(); ++i) {
        information(i, i) = 1;
        if (flat[i]) continue;
        system.gradient[i] = objective.gradient[own[i]];
        trace += objective.information(own[i], own[i]);
        for (std::size_t j = 0; j < own.size(); ++j) {
            if (!flat[j]) information(i, j) = objective.information(own[i], own[j]);
        }
    }
    for (double ridge = damping; !system.factor && ridge < 1e6; ridge = ridge * 100 + 1e-8) {
        auto raised = information;
        for (std::size_t i = 0; i < own.size(); ++i) raised(i, i) += ridge * trace;
        system.factor = Cholesky::of(std::move(raised));
    }
    return system;
}

Item moved(
    const Item& from, std::span<const std::size_t> own, std::span<const double> step, double share
) {
    auto item = from;
    for (std::size_t i = 0; i < own.size(); ++i) {
        item.set_parameter(own[i], from.parameter(own[i]) + share * step[i]);
    }
    return item;
}

struct Move {
    Item item;
    double length = 0;
};

// A Newton step, damped towards the gradient (Levenberg 1944, Marquardt 1963) until it is proper
// and no step down. Nothing where only rounding is left.
std::optional<Move> uphill(
    const Item& from, const ItemCounts& counts, std::span<const std::size_t> own, const Prior& prior
) {
    const auto objective = item_objective(from, counts, prior);
    double damping = 0;
    for (int attempt = 0; attempt < 14; ++attempt, damping = damping * 10 + 1e-9) {
        const auto system = own_system(objective, own, damping);
        if (!system.factor) return std::nullopt;
        const auto step = system.factor->solve(system.gradient);
        const double length = largest(step);
        if (!(length <= longest_step)) continue;
        auto item = moved(from, own, step, 1);
        if (length <= small_enough) return Move{from, 0};
        if (is_proper(item) && item_value(item, counts, prior) >= objective.value) {
            return Move{std::move(item), length};
        }
    }
    return std::nullopt;
}

Item maximise_item(
    Item item, const ItemCounts& counts, std::span<const std::size_t> own, const Prior& prior
) {
    for (int round = 0; round < most_steps && !own.empty(); ++round) {
        auto move = uphill(item, counts, own, prior);
        if (!move || move->length == 0) break;
        item = std::move(move->item);
    }
    return item;
}

// One Newton step of the items and their common slope: the information is an arrow, so that each
// item is eliminated by itself.
struct ArrowStep {
    double slope = 0;
    std::vector<std::vector<double>> own;
};

ArrowStep arrow_step(
    std::span<const ItemObjective> objectives, std::span<const std::vector<std::size_t>> own
) {
    double information = 0;
    double gradient = 0;
    std::vector<OwnSystem> systems;
    std::vector<std::vector<double>> borders;
    for (std::size_t item = 0; item < objectives.size(); ++item) {
        systems.push_back(own_system(objectives[item], own[item]));
        std::vector<double> border;
        for (const auto parameter : own[item]) {
            border.push_back(objectives[item].information(0, parameter));
        }
        information += objectives[item].information(0, 0);
        gradient += objectives[item].gradient[0];
        const auto solved = systems.back().factor->solve(border);
        for (std::size_t i = 0; i < border.size(); ++i) {
            information -= border[i] * solved[i];
            gradient -= solved[i] * systems.back().gradient[i];
        }
        borders.push_back(std::move(border));
    }
    ArrowStep step{information > 0 ? gradient / information : 0, {}};
    for (std::size_t item = 0; item < objectives.size(); ++item) {
        auto right = systems[item].gradient;
        for (std::size_t i = 0; i < right.size(); ++i) right[i] -= borders[item][i] * step.slope;
        step.own.push_back(systems[item].factor->solve(right));
    }
    return step;
}

struct Together {
    const Expectation& expected;
    const EStep& step;
    std::vector<std::vector<std::size_t>> own;
};

// The items moved along a step, if that is proper and no worse than `value`.
std::optional<std::vector<Item>> moved_together(
    const std::vector<Item>& from,
    const Together& problem,
    const ArrowStep& arrow,
    double share,
    double value
) {
    auto items = from;
    double reached = 0;
    for (std::size_t item = 0; item < items.size(); ++item) {
        items[item] = moved(items[item], problem.own[item], arrow.own[item], share);
        items[item].a += share * arrow.slope;
        if (!is_proper(items[item])) return std::nullopt;
        reached += item_value(items[item], counts_of(problem.expected, problem.step, item), {});
    }
    if (!(reached >= value)) return std::nullopt;
    return items;
}

void maximise_together(std::vector<Item>& items, const Together& problem) {
    for (int round = 0; round < most_steps; ++round) {
        std::vector<ItemObjective> objectives;
        double value = 0;
        for (std::size_t item = 0; item < items.size(); ++item) {
            const auto counts = counts_of(problem.expected, problem.step, item);
            objectives.push_back(item_objective(items[item], counts, {}));
            value += objectives.back().value;
        }
        const auto arrow = arrow_step(objectives, problem.own);
        double length = std::abs(arrow.slope);
        for (const auto& part : arrow.own) length = std::max(length, largest(part));
        if (!(length > small_enough)) return;
        double share = std::min(1.0, longest_step / length);
        auto next = moved_together(items, problem, arrow, share, value);
        while (!next && share > 1e-10) {
            share /= 2;
            next = moved_together(items, problem, arrow, share, value);
        }
        if (!next) return;
        items = std::move(*next);
    }
}

struct Moments {
    double mass = 0;
    double mean = 0;
    double variance = 0;
};

Moments moments_of(std::span<const double> masses, const Grid& grid) {
    Moments moments;
    for (std::size_t q = 0; q < grid.size(); ++q) moments.mass += masses[q];
    for (std::size_t q = 0; q < grid.size(); ++q) moments.mean += masses[q] * grid.nodes[q];
    moments.mean /= moments.mass;
    for (std::size_t q = 0; q < grid.size(); ++q) {
        const double distance = grid.nodes[q] - moments.mean;
        moments.variance += masses[q] * distance * distance;
    }
    moments.variance /= moments.mass;
    return moments;
}

std::span<const double> masses_of(
    const Expectation& expected, const EStep& step, std::size_t group
) {
    const auto stride = step.grid().stride();
    return std::span(expected.masses).subspan(group * stride, stride);
}

}  // namespace

Estimate maximise(
    const Estimate& from,
    const Expectation& expected,
    const EStep& step,
    const Layout& layout,
    const Prior& prior
) {
    auto estimate = from;
    if (layout.has_common_slope()) {
        Together problem{expected, step, {}};
        for (std::size_t item = 0; item < estimate.items.size(); ++item) {
            problem.own.push_back(own_parameters(layout, item, estimate.items[item]));
        }
        maximise_together(estimate.items, problem);
    } else {
        for (std::size_t item = 0; item < estimate.items.size(); ++item) {
            const auto own = own_parameters(layout, item, estimate.items[item]);
            estimate.items[item] = maximise_item(
                std::move(estimate.items[item]), counts_of(expected, step, item), own, prior
            );
        }
    }
    for (std::size_t group = 0; group < estimate.latents.size(); ++group) {
        if (!layout.is_free_group(group)) continue;
        const auto moments = moments_of(masses_of(expected, step, group), step.grid());
        estimate.latents[group] = {moments.mean, std::sqrt(moments.variance)};
    }
    return estimate;
}

std::vector<double> marginal_gradient(
    const Estimate& at,
    const Expectation& expected,
    const EStep& step,
    const Layout& layout,
    const Prior& prior
) {
    std::vector<double> gradient(layout.size(), 0.0);
    for (std::size_t item = 0; item < at.items.size(); ++item) {
        const auto objective =
            item_objective(at.items[item], counts_of(expected, step, item), prior);
        for (std::size_t parameter = 0; parameter < at.items[item].parameters(); ++parameter) {
            const auto place = layout.of(item, parameter);
            if (place != Layout::fixed) gradient[place] += objective.gradient[parameter];
        }
    }
    for (std::size_t group = 0; group < at.latents.size(); ++group) {
        if (!layout.is_free_group(group)) continue;
        const auto moments = moments_of(masses_of(expected, step, group), step.grid());
        const auto& [mean, sd] = at.latents[group];
        const double distance = moments.mean - mean;
        const double square = (moments.variance + distance * distance) / (sd * sd);
        gradient[layout.of_group(group)] = moments.mass * distance / (sd * sd);
        gradient[layout.of_group(group) + 1] = moments.mass * (square - 1);
    }
    return gradient;
}

}  // namespace nangluc::irt
