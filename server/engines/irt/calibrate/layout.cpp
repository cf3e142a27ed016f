#include "engines/irt/calibrate/layout.hpp"

#include <algorithm>
#include <cmath>

namespace nangluc::irt {

Layout::Layout(
    const Estimate& start,
    Slopes slopes,
    const std::vector<bool>& is_fixed,
    const std::vector<bool>& is_free_group
) {
    const bool any_fixed = std::ranges::find(is_fixed, true) != is_fixed.end();
    common_slope_ = slopes == Slopes::common && !any_fixed;
    if (common_slope_) size_ = 1;
    for (std::size_t item = 0; item < start.items.size(); ++item) {
        const bool is_free = is_fixed.empty() || !is_fixed[item];
        add_item(start.items[item], slopes, is_free);
    }
    first_latent_ = size_;
    for (const bool is_free : is_free_group) {
        latents_.push_back(is_free ? size_ : fixed);
        if (is_free) size_ += 2;
    }
}

void Layout::add_item(const Item& item, Slopes slopes, bool is_free) {
    first_.push_back(places_.size());
    const bool own_slope = is_free && slopes == Slopes::each;
    places_.push_back(own_slope ? size_++ : common_slope_ ? 0 : fixed);
    for (std::size_t parameter = 1; parameter < item.parameters(); ++parameter) {
        places_.push_back(is_free ? size_++ : fixed);
    }
}

std::vector<double> Layout::read(const Estimate& estimate) const {
    std::vector<double> values(size_);
    for (std::size_t item = 0; item < estimate.items.size(); ++item) {
        for (std::size_t parameter = 0; parameter < estimate.items[item].parameters();
             ++parameter) {
            if (const auto place = of(item, parameter); place != fixed) {
                values[place] = estimate.items[item].parameter(parameter);
            }
        }
    }
    for (std::size_t group = 0; group < latents_.size(); ++group) {
        if (latents_[group] == fixed) continue;
        values[latents_[group]] = estimate.latents[group].mean;
        values[latents_[group] + 1] = std::log(estimate.latents[group].sd);
    }
    return values;
}

bool Layout::write(std::span<const double> values, Estimate& estimate) const {
    auto items = estimate.items;
    for (std::size_t item = 0; item < items.size(); ++item) {
        for (std::size_t parameter = 0; parameter < items[item].parameters(); ++parameter) {
            const auto place = of(item, parameter);
            if (place != fixed) items[item].set_parameter(parameter, values[place]);
        }
    }
    if (!std::ranges::all_of(items, is_proper)) return false;
    estimate.items = std::move(items);
    for (std::size_t group = 0; group < latents_.size(); ++group) {
        if (latents_[group] == fixed) continue;
        estimate.latents[group] = {values[latents_[group]], std::exp(values[latents_[group] + 1])};
    }
    return true;
}

}  // namespace nangluc::irt
