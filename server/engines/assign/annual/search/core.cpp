#include "engines/assign/annual/search/core.hpp"

#include <algorithm>
#include <cmath>

#include "engines/assign/annual/lp/whole.hpp"
#include "engines/assign/annual/nth.hpp"

namespace nangluc::annual {

namespace {

class Core {
public:
    Core(const Model& model, const std::vector<Price>& prices, const Box& box)
        : model_(model), prices_(prices), box_(box) {}

    std::optional<std::vector<double>> answer(
        const std::vector<Row>& pool, const std::vector<double>& columns
    ) {
        choose(pool, columns);
        for (std::size_t column = 0; column < columns.size(); ++column) {
            if (place_[column] >= 0) continue;
            columns_[column] = std::round(columns[column]);
        }
        for (const auto& row : pool) {
            if (!add(row)) return std::nullopt;
        }
        constexpr auto nodes = 1000;
        const auto whole = propose(small_, nodes);
        if (!whole) return std::nullopt;
        for (std::size_t column = 0; column < columns.size(); ++column) {
            if (place_[column] >= 0) columns_[column] = (*whole)[nth(place_[column])];
        }
        return columns_;
    }

private:
    // The columns whose priced gain is nearest to nothing, and all that are not whole already.
    void choose(const std::vector<Row>& pool, const std::vector<double>& columns) {
        constexpr std::size_t most = 600;
        const auto left = priced_gains(model_, pool, prices_);
        std::vector<std::size_t> movable;
        for (std::size_t column = 0; column < columns.size(); ++column) {
            if (box_.upper[column] - box_.lower[column] > tolerance) movable.push_back(column);
        }
        const auto doubt = [&](std::size_t column) {
            const bool open = std::abs(columns[column] - std::round(columns[column])) > tolerance;
            return open || follows(column) ? -1.0 : std::abs(left[column]);
        };
        std::ranges::stable_sort(movable, {}, doubt);
        place_.assign(columns.size(), -1);
        columns_ = columns;
        std::size_t wholes = 0;
        for (const auto column : movable) {
            if (!follows(column) && ++wholes > most) continue;
            place_[column] = static_cast<int>(small_.columns.size());
            small_.columns.push_back(model_.columns[column]);
            small_.columns.back().lower = box_.lower[column];
            small_.columns.back().upper = box_.upper[column];
        }
    }

    // Hours missing and people sent come out of who attends.
    bool follows(std::size_t column) const {
        return !model_.columns[column].whole || model_.columns[column].rank == 1;
    }

    // The row over the open columns, unless they cannot break it; false where the fixed ones do.
    bool add(const Row& row) {
        Row rest{row.name, {}, row.limit};
        double most = 0;
        for (const auto& [column, coefficient] : row.entries) {
            const auto place = place_[nth(column)];
            if (place < 0) {
                rest.limit -= coefficient * columns_[nth(column)];
                continue;
            }
            const auto& open = small_.columns[nth(place)];
            most += std::max(coefficient * open.lower, coefficient * open.upper);
            rest.entries.push_back({place, coefficient});
        }
        if (rest.entries.empty()) return rest.limit >= -tolerance;
        if (most > rest.limit) small_.rows.push_back(std::move(rest));
        return true;
    }

    const Model& model_;
    const std::vector<Price>& prices_;
    const Box& box_;
    Model small_;
    std::vector<int> place_;  // [column] of the small model, or -1
    std::vector<double> columns_;
};

}  // namespace

std::optional<std::vector<double>> core_answer(
    const Model& model,
    const std::vector<Row>& pool,
    const std::vector<Price>& prices,
    const Box& box,
    const std::vector<double>& columns
) {
    return Core(model, prices, box).answer(pool, columns);
}

}  // namespace nangluc::annual
