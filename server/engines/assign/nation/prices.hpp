#pragma once

#include <cstdint>
#include <vector>

#include "engines/assign/nation/crowd.hpp"

namespace nangluc::nation {

// Of the limits that people share. With a price on each, everybody can be looked at alone.
struct Prices {
    static constexpr int money_places = 15;

    std::vector<Nano> seats;         // [session] of a seat
    std::int64_t money = 0;          // of one of the costs' one, in 10⁻¹⁵
    std::vector<Nano> absence = {};  // [office · slots + slot] of somebody away

    // What a cost in the files' smallest unit is worth at the price of money, rounded down: whoever
    // pays too little gains too much, so a bound stays one.
    Nano worth(std::int64_t cost, int cost_places) const {
        __extension__ using Wide = __int128;
        Wide unit = 1;
        for (int place = nano_places; place < money_places + cost_places; ++place) unit *= 10;
        return static_cast<Nano>(static_cast<Wide>(cost) * money / unit);
    }
};

}  // namespace nangluc::nation
