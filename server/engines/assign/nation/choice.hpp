#pragma once

#include <span>
#include <vector>

#include "engines/assign/nation/crowd.hpp"

namespace nangluc::nation {

// A session that a wish could be met in, and all that a seat in it costs at the prices.
struct Offer {
    Nano price;
    int session;

    friend auto operator<=>(const Offer&, const Offer&) = default;
};

// The best year of one person at given prices:
//
//     max Σ (weight − price) + penalty · min(hours attended, min_hours)
//
// over sets of sessions, one a programme at most, that share no slot, keep the prerequisites and
// the maximum of hours and of sessions. First without a look at slots and at what comes before,
// where of each wish only the cheapest offer counts; only if these clash, with all offers. Both are
// searched depth first, and what is left is worth at most the sum of what each alone could bring.
class Chooser {
public:
    explicit Chooser(const Crowd& crowd) : crowd_(crowd) {}

    // `offers` of each wish, the cheapest first.
    void choose(const Kind& kind, std::span<const std::span<const Offer>> offers);

    Nano gain() const { return best_; }    // above attending nothing; of what was found
    Nano bound() const { return bound_; }  // the same, but for a person with too many ways to try
    const std::vector<int>& sessions() const { return chosen_; }  // [wish] or -1

private:
    struct State {
        Nano gain = 0;  // without the hours
        int hours = 0;
        int sessions = 0;
    };

    bool prepare();
    void walk(std::size_t wish, const State& state);
    void take(std::size_t wish, const State& state, const Offer& offer);
    bool fits(std::size_t wish, int session) const;
    bool clashes() const;
    Nano credit(int hours) const;

    const Crowd& crowd_;
    const Kind* kind_ = nullptr;
    std::span<const std::span<const Offer>> offers_;
    std::vector<char> useless_;  // [wish] worth less than it costs, and nothing hangs on it
    std::vector<Nano> hope_;     // [wish] what it and those after could bring at most
    std::vector<int> now_;
    std::vector<int> chosen_;
    Nano best_ = 0;
    Nano bound_ = 0;
    bool cheapest_only_ = true;
    int steps_ = 0;
};

}  // namespace nangluc::nation
