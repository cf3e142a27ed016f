#include "engines/irt/data/packing.hpp"

#include <algorithm>

namespace nangluc::irt {

namespace {

void copy_sum(const double* left, const double* right, double* into, std::size_t stride) {
    for (std::size_t q = 0; q < stride; ++q) into[q] = left[q] + right[q];
}
void add_to(double* into, const double* from, std::size_t stride) {
    for (std::size_t q = 0; q < stride; ++q) into[q] += from[q];
}

std::vector<bool> items_with_missing(const Responses& responses) {
    std::vector<bool> has_missing(responses.items().size(), false);
    for (std::size_t row = 0; row < responses.rows(); ++row) {
        const auto cells = responses.row(row);
        for (std::size_t item = 0; item < cells.size(); ++item) {
            if (cells[item] == missing) has_missing[item] = true;
        }
    }
    return has_missing;
}

std::uint8_t code_of(const Packing::Group& group, std::span<const Category> cells) {
    std::size_t code = 0;
    for (const auto& [item, radix, categories] : group.members) {
        code = code * radix + std::min<std::size_t>(cells[item], categories);
    }
    return static_cast<std::uint8_t>(code);
}

}  // namespace

Packing::Packing(
    const Responses& responses, std::span<const std::size_t> order, std::size_t most_codes
) {
    const auto has_missing = items_with_missing(responses);
    for (const auto item : order) {
        const auto categories = responses.items()[item].categories();
        const auto radix = categories + (has_missing[item] ? 1 : 0);
        if (groups_.empty() || groups_.back().codes * radix > most_codes) groups_.emplace_back();
        groups_.back().members.push_back({item, radix, categories});
        groups_.back().codes *= radix;
    }
    for (auto& group : groups_) {
        group.first_row = rows_;
        rows_ += group.codes;
    }
    codes_.reserve(responses.rows() * groups_.size());
    for (std::size_t row = 0; row < responses.rows(); ++row) {
        for (const auto& group : groups_) codes_.push_back(code_of(group, responses.row(row)));
    }
}

CategoryRows::CategoryRows(std::span<const ItemInfo> items) {
    for (const auto& item : items) first_.push_back(first_.back() + item.categories());
}

void fill_codes(
    const Packing::Group& group,
    const CategoryRows& categories,
    std::span<const double> of_categories,
    std::span<double> of_codes,
    std::size_t stride
) {
    std::ranges::fill(of_codes.first(stride), 0.0);
    std::size_t known = 1;
    for (const auto& member : group.members) {
        const auto* const logs = of_categories.data() + categories.first(member.item) * stride;
        // From the highest code down, so that a row is read before it is overwritten.
        for (auto code = known; code-- > 0;) {
            const auto* const head = of_codes.data() + code * stride;
            for (auto k = member.radix; k-- > 0;) {
                auto* const into = of_codes.data() + (code * member.radix + k) * stride;
                if (k < member.categories) {
                    copy_sum(head, logs + k * stride, into, stride);
                } else {
                    std::copy_n(head, stride, into);
                }
            }
        }
        known *= member.radix;
    }
}

void spread_codes(
    const Packing::Group& group,
    const CategoryRows& categories,
    std::span<double> of_codes,
    std::span<double> of_categories,
    std::size_t stride
) {
    auto known = group.codes;
    for (auto at = group.members.size(); at-- > 0;) {
        const auto& member = group.members[at];
        auto* const counts = of_categories.data() + categories.first(member.item) * stride;
        known /= member.radix;
        for (std::size_t code = 0; code < known; ++code) {
            auto* const bins = of_codes.data() + code * member.radix * stride;
            for (std::size_t k = 0; k < member.categories; ++k) {
                add_to(counts + k * stride, bins + k * stride, stride);
            }
            // The bins of a code's last digit become one: that of the code without it.
            auto* const head = of_codes.data() + code * stride;
            if (head != bins) std::copy_n(bins, stride, head);
            for (std::size_t k = 1; k < member.radix; ++k) {
                add_to(head, bins + k * stride, stride);
            }
        }
    }
}

}  // namespace nangluc::irt
