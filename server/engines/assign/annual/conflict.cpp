#include "engines/assign/annual/conflict.hpp"

#include <algorithm>
#include <numeric>

#include "engines/assign/annual/judge.hpp"
#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/solve.hpp"
#include "engines/assign/annual/without.hpp"

namespace nangluc::annual {

namespace {

using Names = std::vector<NamedLimit>;

// Whether there is a plan at all: the first one found ends the search.
Outcome outcome_of(const Instance& instance) {
    if (judge(instance, {}).breaches.empty()) return Outcome::found;
    const Limits limits{
        .gap = 1, .nodes = 2000, .go_on = [](const Progress& now) { return !now.value; }};
    return solve_year(instance, limits).outcome;
}

class Filter {
public:
    explicit Filter(const Instance& instance) : instance_(instance), kept_(limits_of(instance)) {}

    Conflict conflict() {
        if (outcome_of(instance_) != Outcome::impossible) return {};
        for (auto many = kept_.size(); many > 0; many /= 2) drop_where_possible(many);
        return {std::move(kept_), !doubt_};
    }

private:
    // Half of them at first and then fewer, so that the many that do not matter go quickly; what
    // stays when one is tried at a time, stays.
    void drop_where_possible(std::size_t many) {
        doubt_ = false;
        for (std::size_t at = 0; at < kept_.size();) {
            const auto end = std::min(at + many, kept_.size());
            const auto outcome = outcome_of(without(instance_, dropped(at, end)));
            if (outcome == Outcome::impossible) {
                taken_.insert(
                    taken_.end(), kept_.begin() + distance(at), kept_.begin() + distance(end)
                );
                kept_.erase(kept_.begin() + distance(at), kept_.begin() + distance(end));
                continue;
            }
            if (outcome == Outcome::none_found) doubt_ = true;
            at = end;
        }
    }

    static std::ptrdiff_t distance(std::size_t at) { return static_cast<std::ptrdiff_t>(at); }

    Names dropped(std::size_t at, std::size_t end) const {
        auto limits = taken_;
        limits.insert(limits.end(), kept_.begin() + distance(at), kept_.begin() + distance(end));
        return limits;
    }

    const Instance& instance_;
    Names kept_;
    Names taken_;
    bool doubt_ = false;  // whether something stays only because nothing was proven without it
};

}  // namespace

Conflict conflict_of(const Instance& instance) {
    return Filter(instance).conflict();
}

}  // namespace nangluc::annual
