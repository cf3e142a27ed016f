#include "engines/irt/data/responses.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace nangluc::irt {

double Responses::people() const {
    return std::accumulate(frequencies_.begin(), frequencies_.end(), 0.0);
}

void Responses::add(std::span<const Category> row, double frequency, std::uint16_t group) {
    cells_.insert(cells_.end(), row.begin(), row.end());
    frequencies_.push_back(frequency);
    group_of_.push_back(group);
    groups_ = std::max<std::size_t>(groups_, group + std::size_t{1});
}

Responses Responses::collapsed() const {
    std::vector<std::uint32_t> order(rows());
    std::iota(order.begin(), order.end(), 0U);
    const auto compare = [&](std::uint32_t left, std::uint32_t right) {
        if (group(left) != group(right)) return group(left) < group(right) ? -1 : 1;
        return std::memcmp(row(left).data(), row(right).data(), items_.size());
    };
    std::ranges::sort(order, [&](std::uint32_t left, std::uint32_t right) {
        const int sign = compare(left, right);
        return sign != 0 ? sign < 0 : frequency(left) < frequency(right);
    });

    Responses patterns(items_);
    patterns.groups_ = groups_;
    for (std::size_t at = 0; at < order.size();) {
        const auto first = order[at];
        double sum = 0;
        for (; at < order.size() && compare(first, order[at]) == 0; ++at)
            sum += frequency(order[at]);
        if (sum > 0) patterns.add(row(first), sum, group(first));
    }
    return patterns;
}

Responses Responses::of_items(std::span<const std::size_t> items) const {
    std::vector<ItemInfo> infos;
    for (const auto item : items) infos.push_back(items_[item]);
    Responses chosen(std::move(infos));
    std::vector<Category> cells(items.size());
    for (std::size_t at = 0; at < rows(); ++at) {
        for (std::size_t column = 0; column < items.size(); ++column) {
            cells[column] = row(at)[items[column]];
        }
        chosen.add(cells, frequency(at), group(at));
    }
    chosen.groups_ = groups_;
    return chosen;
}

Responses Responses::of_group(std::uint16_t group) const {
    Responses chosen(items_);
    for (std::size_t at = 0; at < rows(); ++at) {
        if (group_of_[at] == group) chosen.add(row(at), frequency(at));
    }
    return chosen;
}

}  // namespace nangluc::irt
