#include "engines/assign/proof/leaf.hpp"

#include <algorithm>
#include <stdexcept>

namespace nangluc::proof {

namespace {

// So many at least and at most of some people attend one session.
struct Crowd {
    std::vector<std::size_t> columns;
    Id least = 0;
    Id most = 0;
};

class Within {
public:
    Within(const Columns& columns, const Leaf& leaf)
        : columns_(columns),
          lower_(columns.lower),
          upper_(columns.upper),
          nothing_(columns.nothing) {
        for (const auto& answer : leaf.answers) apply(answer);
        shut_what_follows();
    }

    // The most that anything in here can be worth; nothing where there is nothing in here.
    std::optional<Exact> bound(const Evaluated& prices) const {
        if (nothing_) return std::nullopt;
        auto bound = prices.limits;
        for (const auto& [key, crowd] : crowds_) {
            const auto best = best_of(crowd, prices.left);
            if (!best) return std::nullopt;
            bound += *best;
        }
        for (std::size_t column = 0; column < upper_.size(); ++column) {
            if (lower_[column] > upper_[column]) return std::nullopt;
            if (crowded_.contains(column)) continue;
            const auto& left = prices.left[column];
            if (left != 0) bound += left * (left > 0 ? upper_[column] : lower_[column]);
        }
        return bound;
    }

    // Every step of a column away from the side that its price favours lowers the bound. A crowd is
    // left alone: there another may step in.
    void narrow(const Evaluated& prices, const Exact& too_much) {
        const auto most = bound(prices);
        nothing_ = !most || *most < too_much;
        if (nothing_) return;
        const Exact spare = *most - too_much;  // what may be lost and still be too much
        for (std::size_t column = 0; column < upper_.size(); ++column) {
            const auto& left = prices.left[column];
            if (!columns_.whole[column] || left == 0 || crowded_.contains(column)) continue;
            const Exact loss = left < 0 ? Exact(-left) : left;
            const Exact steps = spare / loss;
            if (steps >= upper_[column] - lower_[column]) continue;
            const auto few = static_cast<Id>(steps);
            if (left > 0) {
                lower_[column] = upper_[column] - few;
            } else {
                upper_[column] = lower_[column] + few;
            }
        }
        shut_what_follows();
    }

private:
    void apply(const Answer& answer) {
        if (answer.of == "attend") return apply_to_crowd(answer);
        const auto column = column_of(answer);
        if (answer.at_most) {
            upper_[column] = std::min(upper_[column], answer.number);
        } else {
            lower_[column] = std::max(lower_[column], answer.number);
        }
    }

    std::size_t column_of(const Answer& answer) const {
        if (answer.of == "session") return columns_.open.at(answer.at[0]);
        const auto& of_pair = answer.of == "teach" ? columns_.teach : columns_.sent;
        return of_pair.at({answer.at[0], answer.at[1]});
    }

    void apply_to_crowd(const Answer& answer) {
        auto& crowd = crowds_[answer.at];
        if (crowd.columns.empty()) {
            for (std::size_t at = 1; at < answer.at.size(); ++at) {
                const auto column = columns_.attend.at({answer.at[at], answer.at[0]});
                if (!crowded_.insert(column).second) {
                    throw std::runtime_error("people are asked about in two ways");
                }
                crowd.columns.push_back(column);
            }
            crowd.most = static_cast<Id>(crowd.columns.size());
        }
        if (answer.at_most) {
            crowd.most = std::min(crowd.most, answer.number);
        } else {
            crowd.least = std::max(crowd.least, answer.number);
        }
    }

    void shut_what_follows() {
        for (std::size_t column = 0; column < upper_.size(); ++column) {
            if (columns_.session[column] == Columns::none) continue;
            const auto opening = columns_.open.at(columns_.session[column]);
            if (upper_[opening] == 0) upper_[column] = std::min<Id>(upper_[column], 0);
        }
    }

    // The largest sum of those who must and of those who may.
    std::optional<Exact> best_of(const Crowd& crowd, const std::vector<Exact>& left) const {
        Exact sum = 0;
        Id taken = 0;
        std::vector<Exact> open;
        for (const auto column : crowd.columns) {
            if (lower_[column] > upper_[column]) return std::nullopt;
            if (upper_[column] == 0) continue;
            if (lower_[column] == 1) {
                sum += left[column];
                ++taken;
            } else {
                open.push_back(left[column]);
            }
        }
        if (taken > crowd.most || taken + static_cast<Id>(open.size()) < crowd.least) {
            return std::nullopt;
        }
        std::ranges::sort(open, std::greater{});
        for (const auto& worth : open) {
            if (taken >= crowd.least && (taken >= crowd.most || worth <= 0)) break;
            sum += worth;
            ++taken;
        }
        return sum;
    }

    const Columns& columns_;
    std::vector<Id> lower_;
    std::vector<Id> upper_;
    std::map<std::vector<Id>, Crowd> crowds_;
    std::set<std::size_t> crowded_;
    bool nothing_;  // worth too much is left
};

}  // namespace

Evaluated evaluate(const Columns& columns, const Rows& rows, const std::vector<Priced>& prices) {
    Evaluated evaluated;
    evaluated.limits = columns.beforehand * one();
    for (const auto& gain : columns.gains) evaluated.left.push_back(gain * one());
    for (const auto& priced : prices) {
        if (priced.price < 0) throw std::runtime_error("a price below 0");
        const auto row = rows.row(priced);
        evaluated.limits += priced.price * row.limit;
        for (const auto& [column, coefficient] : row.terms) {
            evaluated.left[column] -= priced.price * coefficient;
        }
    }
    return evaluated;
}

bool holds(
    const Columns& columns,
    const std::vector<Evaluated>& prices,
    const Leaf& leaf,
    const Exact& too_much
) {
    Within within(columns, leaf);
    for (std::size_t at = 0; at + 1 < leaf.prices.size(); ++at) {
        within.narrow(prices[leaf.prices[at]], too_much);
    }
    const auto bound = within.bound(prices[leaf.prices.back()]);
    return !bound || *bound < too_much;
}

}  // namespace nangluc::proof
