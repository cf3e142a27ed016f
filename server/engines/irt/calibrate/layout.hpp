#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engines/irt/calibrate/grid.hpp"
#include "engines/irt/model/item.hpp"

namespace nangluc::irt {

// What is estimated: the items, and the population of each group.
struct Estimate {
    std::vector<Item> items;
    std::vector<Latent> latents{Latent{}};
};

enum class Slopes { each, common };

// Which numbers of an estimate are free, and in which order they stand in one vector: the common
// slope where there is one, the items' own parameters, then mean and log SD of the free groups.
class Layout {
public:
    static constexpr std::size_t fixed = SIZE_MAX;

    // `is_fixed` may be empty; where an item is fixed a common slope is fixed with it.
    Layout(
        const Estimate& start,
        Slopes slopes,
        const std::vector<bool>& is_fixed,
        const std::vector<bool>& is_free_group
    );

    std::size_t size() const { return size_; }
    std::size_t item_parameters() const { return first_latent_; }
    bool has_common_slope() const { return common_slope_; }
    // The place of an item's parameter, or `fixed`.
    std::size_t of(std::size_t item, std::size_t parameter) const {
        return places_[first_[item] + parameter];
    }
    bool is_free_group(std::size_t group) const { return latents_[group] != fixed; }
    std::size_t of_group(std::size_t group) const { return latents_[group]; }

    std::vector<double> read(const Estimate& estimate) const;
    // False, and nothing written, where an item would not be proper.
    bool write(std::span<const double> values, Estimate& estimate) const;

private:
    void add_item(const Item& item, Slopes slopes, bool is_free);

    std::vector<std::size_t> first_;
    std::vector<std::size_t> places_;
    std::vector<std::size_t> latents_;
    std::size_t first_latent_ = 0;
    std::size_t size_ = 0;
    bool common_slope_ = false;
};

}  // namespace nangluc::irt
