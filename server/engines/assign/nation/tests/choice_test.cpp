#include <doctest/doctest.h>

#include "engines/assign/annual/tests/years.hpp"
#include "engines/assign/nation/board.hpp"

using namespace nangluc;

namespace {

// The best of all sets of offers, by trying each.
nation::Nano best_of_all(
    const nation::Crowd& crowd,
    const nation::Kind& kind,
    std::span<const std::span<const nation::Offer>> offers,
    std::vector<int>& taken
) {
    const auto& sessions = crowd.instance().sessions;
    const auto at = [&](int index) { return sessions[static_cast<std::size_t>(index)]; };
    if (taken.size() < kind.wishes.size()) {
        const auto wish = taken.size();
        taken.push_back(-1);
        auto best = best_of_all(crowd, kind, offers, taken);
        for (const auto& offer : offers[wish]) {
            taken.back() = offer.session;
            best = std::max(best, best_of_all(crowd, kind, offers, taken));
        }
        taken.pop_back();
        return best;
    }
    nation::Nano gain = 0;
    int hours = 0;
    for (std::size_t wish = 0; wish < taken.size(); ++wish) {
        if (taken[wish] < 0) continue;
        const auto before = kind.wishes[wish].before;
        if (before >= 0) {
            const auto first = taken[static_cast<std::size_t>(before)];
            if (first < 0 || at(first).last_slot() >= at(taken[wish]).first_slot()) return 0;
        }
        for (std::size_t other = 0; other < wish; ++other) {
            if (taken[other] >= 0 && overlap(at(taken[other]), at(taken[wish]))) return 0;
        }
        const auto price =
            std::ranges::find(offers[wish], taken[wish], &nation::Offer::session)->price;
        gain += kind.wishes[wish].weight - price;
        hours += crowd.hours(kind.wishes[wish].programme);
    }
    if (hours > kind.max_hours) return 0;
    return gain + crowd.penalty() * std::min(hours, kind.min_hours);
}

}  // namespace

TEST_CASE("F7 part: a person's best year at given prices is the best of all years they could have"
) {
    int looked = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const auto files = annual::year_of({.people = 40, .sessions = 12, .offices = 2}, seed);
        const auto instance = annual::read_instance(files).value();
        const nation::Crowd crowd(instance);
        nation::Prices prices;
        annual::Dice dice(seed);
        for (int session = 0; session < crowd.sessions(); ++session) {
            prices.seats.push_back(crowd.nano(1) * dice.upto(6));
        }
        prices.absence.resize(static_cast<std::size_t>(crowd.offices() * crowd.slots()));
        nation::Board board(crowd);
        nation::Chooser chooser(crowd);
        for (const auto& kind : crowd.kinds()) {
            CAPTURE(seed);
            CAPTURE(kind.members.front());
            board.show(kind.office, prices, std::vector<char>(instance.sessions.size()));
            const auto offers = board.offers(kind);
            std::vector<int> taken;
            chooser.choose(kind, offers);
            CHECK(chooser.gain() == best_of_all(crowd, kind, offers, taken));
            CHECK(chooser.bound() == chooser.gain());
            ++looked;
        }
    }
    CHECK(looked > 100);
}
