#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace nangluc::irt {

// A response is the place of the category among those of its item, from 0. What was not asked, by
// design or by accident, is `missing`: a mask, never a category.
using Category = std::uint8_t;
inline constexpr Category missing = 255;
inline constexpr std::size_t most_categories = 24;

// An item, and what its categories are called in the data: values[k] is the score of category k.
struct ItemInfo {
    std::string name;
    std::vector<int> values;

    std::size_t categories() const { return values.size(); }
};

// Rows of responses, each standing for `frequency` people of one group.
class Responses {
public:
    explicit Responses(std::vector<ItemInfo> items) : items_(std::move(items)) {}

    const std::vector<ItemInfo>& items() const { return items_; }
    std::size_t rows() const { return frequencies_.size(); }
    std::size_t groups() const { return groups_; }
    std::span<const Category> row(std::size_t row) const {
        return {cells_.data() + row * items_.size(), items_.size()};
    }
    double frequency(std::size_t row) const { return frequencies_[row]; }
    std::uint16_t group(std::size_t row) const { return group_of_[row]; }
    double people() const;

    void add(std::span<const Category> row, double frequency = 1, std::uint16_t group = 0);

    // One row a pattern: equal rows of a group become one, ordered by group and content.
    // Calibration begins with it, so that the order of people changes nothing to the last bit.
    Responses collapsed() const;
    // The same people on some of the items, in that order.
    Responses of_items(std::span<const std::size_t> items) const;
    // The people of one group, as a single one.
    Responses of_group(std::uint16_t group) const;

private:
    std::vector<ItemInfo> items_;
    std::vector<Category> cells_;
    std::vector<double> frequencies_;
    std::vector<std::uint16_t> group_of_;
    std::size_t groups_ = 1;
};

}  // namespace nangluc::irt
