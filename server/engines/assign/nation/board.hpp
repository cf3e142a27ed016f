#pragma once

#include <span>
#include <vector>

#include "engines/assign/nation/choice.hpp"
#include "engines/assign/nation/prices.hpp"

namespace nangluc::nation {

// What one office is offered at the prices: of each programme the sessions, the cheapest first; of
// equal prices the first session. People of an office see the same board.
class Board {
public:
    explicit Board(const Crowd& crowd) : crowd_(crowd), offers_(nth_of(crowd.programmes())) {}

    void show(int office, const Prices& prices, const std::vector<char>& shut);

    // For each wish of a kind of this office; good until the next call.
    std::span<const std::span<const Offer>> offers(const Kind& kind);
    const std::vector<Offer>& of(int programme) const { return offers_[nth_of(programme)]; }

private:
    static std::size_t nth_of(int index) { return static_cast<std::size_t>(index); }

    const Crowd& crowd_;
    std::vector<std::vector<Offer>> offers_;  // [programme]
    std::vector<std::span<const Offer>> of_wishes_;
};

}  // namespace nangluc::nation
