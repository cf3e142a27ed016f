#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engines/irt/model/item.hpp"
#include "engines/irt/numeric/rows.hpp"

namespace nangluc::irt {

// A calibrated item of a bank, what it is about, and how often it may be given.
struct BankEntry {
    Item item;
    std::uint32_t area = 0;
    // Sympson & Hetter (1985), Proceedings of the 27th meeting of the Military Testing Association,
    // 973-977: the chance of being given once chosen.
    double exposure = 1;
};

// The items as columns, so that the information of all of them is one pass over memory. The order
// of the entries is the items' numbers; ties go to the lower one.
class Bank {
public:
    explicit Bank(std::vector<BankEntry> entries);

    std::size_t size() const { return entries_.size(); }
    std::size_t areas() const { return areas_; }
    const BankEntry& at(std::size_t item) const { return entries_[item]; }
    std::uint32_t area_of(std::size_t item) const { return area_[item]; }

    // Fisher information of every item at one ability.
    void information_at(double t, std::vector<double>& into) const;
    // The same, weighted by a posterior over the coarse nodes: what a first few items are chosen
    // by, while the ability is hardly known (van der Linden 1998, Psychometrika 63, 201-216).
    void information_over(std::span<const double> coarse_posterior, std::vector<double>& into)
        const;

    static constexpr std::size_t coarse_nodes = 32;
    static double coarse_node(std::size_t number);

private:
    std::vector<BankEntry> entries_;
    std::size_t areas_ = 0;
    std::vector<std::uint32_t> area_;
    std::vector<double> a_;
    std::vector<double> d_;
    std::vector<double> c_;
    std::vector<std::size_t> polytomous_;
    Rows coarse_;  // information of each item at the coarse nodes
};

}  // namespace nangluc::irt
