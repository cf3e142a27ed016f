#include "engines/assign/nation/board.hpp"

#include <algorithm>

#include "engines/assign/annual/nth.hpp"

namespace nangluc::nation {

using annual::nth;

void Board::show(int office, const Prices& prices, const std::vector<char>& shut) {
    const auto* const absence = prices.absence.data() + nth(office) * nth(crowd_.slots());
    for (int programme = 0; programme < crowd_.programmes(); ++programme) {
        auto& offers = offers_[nth(programme)];
        offers.clear();
        for (const auto& way : crowd_.ways(office, programme)) {
            if (shut[nth(way.session)] != 0) continue;
            auto price = prices.seats[nth(way.session)] +
                         prices.worth(way.cost, crowd_.instance().cost_places);
            for (const auto slot : crowd_.slots_of(way.session)) price += absence[slot];
            offers.push_back({price, way.session});
        }
        std::ranges::sort(offers);
    }
}

std::span<const std::span<const Offer>> Board::offers(const Kind& kind) {
    of_wishes_.clear();
    for (const auto& wish : kind.wishes) of_wishes_.emplace_back(offers_[nth(wish.programme)]);
    return of_wishes_;
}

}  // namespace nangluc::nation
