#pragma once

#include <vector>

#include "engines/assign/nation/choice.hpp"
#include "engines/assign/nation/prices.hpp"

namespace nangluc::nation {

// Gives seats of sessions that are open to people one after the other, each the best year that is
// left, so that at no time is a limit broken but the least size of a class; `shut_small` sees to
// that. Whoever gains most at the prices chooses first: who is nearly indifferent loses little by
// taking what is left.
class Seating {
public:
    Seating(const Crowd& crowd, const std::vector<char>& open);

    // Everybody anew.
    void seat_all(const Prices& prices);
    // Whoever can gain by other seats that are free, the largest gain first; until nobody does or
    // so many times over.
    void improve(const Prices& prices, int times);
    // The sessions with fewer than they need, down to a share of it, and gives back their money.
    // How many there were.
    int shut_small(double share);
    // Another session, if the money allows.
    bool open(int session);

    std::int64_t money_left() const { return money_; }
    const std::vector<int>& free_seats() const { return free_; }
    Nano gain() const;  // above attending nothing
    annual::Assignment assignment() const;

private:
    struct Who {
        int kind;
        std::size_t seats;  // the first of their own in `seats_`
    };
    struct Turn {
        Nano gain;
        int who;
    };

    void show(const Prices& prices);
    // What a person could choose from now, their own seats counted as free.
    std::span<const std::span<const Offer>> offers(const Kind& kind, bool filtered);
    bool is_left(const Kind& kind, const Offer& offer) const;
    Nano worth_of(const Kind& kind, const Who& who, const Prices& prices) const;
    void take_seats(const Who& who, int sign);
    Nano gain_of(const Who& who, const Prices& prices, bool first);
    std::vector<Turn> turns_of(const Prices& prices);
    bool choose_again(const Who& who, const Prices& prices);
    std::int64_t cost(const Kind& kind, std::size_t wish, int session) const;
    const Kind& kind(const Who& who) const {
        return crowd_.kinds()[static_cast<std::size_t>(who.kind)];
    }

    const Crowd& crowd_;
    Chooser chooser_;
    std::vector<Who> people_;
    std::vector<int> seats_;  // [person's first + wish] the session, or -1
    std::vector<char> open_;
    std::vector<int> free_;    // [session]
    std::vector<int> absent_;  // [office · slots + slot]
    std::int64_t money_ = 0;
    std::vector<Offer> board_;  // laid out as the ways are, each programme's cheapest first
    std::vector<std::vector<Offer>> left_;
    std::vector<std::span<const Offer>> of_wishes_;
};

}  // namespace nangluc::nation
