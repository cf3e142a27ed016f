#include "engines/assign/annual/search/box.hpp"

#include <algorithm>
#include <cmath>

#include "engines/assign/annual/nth.hpp"

namespace nangluc::annual {

Box::Box(const Model& model) {
    for (const auto& column : model.columns) {
        lower.push_back(column.lower);
        upper.push_back(column.upper);
    }
}

Box::Box(const Model& model, const std::vector<Split>& splits) : Box(model) {
    for (const auto& split : splits) {
        const double number = split.number;
        if (split.at_most) {
            upper[nth(split.column)] = std::min(upper[nth(split.column)], number);
        } else {
            lower[nth(split.column)] = std::max(lower[nth(split.column)], number);
        }
    }
    shut_what_follows(model);
}

void Box::shut_what_follows(const Model& model) {
    for (std::size_t column = 0; column < model.columns.size(); ++column) {
        const auto opening = model.columns[column].opening;
        const bool shut = opening >= 0 && upper[nth(opening)] < 0.5;
        if (shut && lower[column] <= 0) upper[column] = 0;
    }
}

std::vector<double> priced_gains(
    const Model& model, const std::vector<Row>& pool, const std::vector<Price>& prices
) {
    std::vector<double> left;
    for (const auto& column : model.columns) left.push_back(column.gain);
    for (const auto& [row, price] : prices) {
        for (const auto& entry : pool[nth(row)].entries) {
            left[nth(entry.column)] -= price * entry.coefficient;
        }
    }
    return left;
}

static double bound_of(
    const std::vector<double>& left,
    const std::vector<Row>& pool,
    const std::vector<Price>& prices,
    const Box& box
) {
    double bound = 0;
    for (const auto& [row, price] : prices) bound += price * pool[nth(row)].limit;
    for (std::size_t column = 0; column < left.size(); ++column) {
        bound += std::max(left[column] * box.lower[column], left[column] * box.upper[column]);
    }
    return bound;
}

double dual_bound(
    const Model& model,
    const std::vector<Row>& pool,
    const std::vector<Price>& prices,
    const Box& box
) {
    return bound_of(priced_gains(model, pool, prices), pool, prices, box);
}

std::vector<Side> narrowed(
    const Model& model,
    const std::vector<Row>& pool,
    const std::vector<Price>& prices,
    const Box& box,
    double target
) {
    const auto left = priced_gains(model, pool, prices);
    const auto bound = bound_of(left, pool, prices, box);
    std::vector<Side> sides;
    for (std::size_t column = 0; column < left.size(); ++column) {
        const auto width = box.upper[column] - box.lower[column];
        if (!model.columns[column].whole || width < 0.5) continue;
        const auto steps = std::floor((bound - target) / std::abs(left[column]));
        if (!(steps < width)) continue;
        // Alike people are told apart by nobody: all of them are decided, or none.
        const auto& of = model.columns[column];
        const bool untouched = width >= of.upper - of.lower;
        if (of.alike && (steps >= 1 || !untouched)) continue;
        Side side{static_cast<int>(column), box.lower[column], box.upper[column]};
        if (left[column] > 0) {
            side.lower = side.upper - steps;
        } else {
            side.upper = side.lower + steps;
        }
        sides.push_back(side);
    }
    return sides;
}

}  // namespace nangluc::annual
