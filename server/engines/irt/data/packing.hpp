#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engines/irt/data/responses.hpp"
#include "engines/irt/numeric/rows.hpp"

namespace nangluc::irt {

// Neighbouring items become one symbol, so that a person's likelihood is the sum of a few table
// rows and their posterior is added to a few bins: the method of Arlazarov, Dinic, Kronrod and
// Faradzev (1970, "four Russians"). Eight dichotomous items make 256 codes; an item that somebody
// was not asked has one category more, which weighs nothing.
class Packing {
public:
    struct Member {
        std::size_t item;
        std::size_t radix;       // categories, and one for missing where that occurs
        std::size_t categories;  // the code `categories` is the missing one
    };
    struct Group {
        std::vector<Member> members;
        std::size_t codes = 1;
        std::size_t first_row = 0;  // of the group's codes among all rows
    };

    // Items in the order given; `most_codes` a group, unless one item alone has more.
    Packing(const Responses& responses, std::span<const std::size_t> order, std::size_t most_codes);

    const std::vector<Group>& groups() const { return groups_; }
    std::size_t rows() const { return rows_; }  // codes of all groups
    std::span<const std::uint8_t> codes(std::size_t row) const {
        return {codes_.data() + row * groups_.size(), groups_.size()};
    }

private:
    std::vector<Group> groups_;
    std::vector<std::uint8_t> codes_;
    std::size_t rows_ = 0;
};

// Where each item's categories stand in a block of rows, one row a category.
class CategoryRows {
public:
    CategoryRows() = default;
    explicit CategoryRows(std::span<const ItemInfo> items);

    std::size_t first(std::size_t item) const { return first_[item]; }
    std::size_t rows() const { return first_.back(); }

private:
    std::vector<std::size_t> first_{0};
};

// From the rows of single categories to the rows of codes: log-probabilities add up.
void fill_codes(
    const Packing::Group& group,
    const CategoryRows& categories,
    std::span<const double> of_categories,
    std::span<double> of_codes,
    std::size_t stride
);

// Back: what lies in the bins of codes is added to the categories that each code stands for. The
// bins are used up.
void spread_codes(
    const Packing::Group& group,
    const CategoryRows& categories,
    std::span<double> of_codes,
    std::span<double> of_categories,
    std::size_t stride
);

}  // namespace nangluc::irt
