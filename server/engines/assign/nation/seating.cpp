#include "engines/assign/nation/seating.hpp"

#include <algorithm>

#include "engines/assign/annual/nth.hpp"

namespace nangluc::nation {

using annual::nth;

Seating::Seating(const Crowd& crowd, const std::vector<char>& open)
    : crowd_(crowd),
      chooser_(crowd),
      open_(open.size()),
      free_(open.size()),
      absent_(nth(crowd.offices()) * nth(crowd.slots())),
      money_(crowd.instance().budget) {
    for (int session = 0; session < crowd.sessions(); ++session) {
        if (open[nth(session)] != 0) this->open(session);
    }
    std::size_t seats = 0;
    for (std::size_t at = 0; at < crowd.kinds().size(); ++at) {
        const auto& kind = crowd.kinds()[at];
        for (std::size_t member = 0; member < kind.members.size(); ++member) {
            people_.push_back({static_cast<int>(at), seats});
            seats += kind.wishes.size();
        }
    }
    seats_.assign(seats, -1);
}

bool Seating::open(int session) {
    const auto& offer = crowd_.instance().sessions[nth(session)];
    if (open_[nth(session)] != 0 || offer.fixed_cost > money_) return false;
    open_[nth(session)] = 1;
    free_[nth(session)] = offer.capacity;
    money_ -= offer.fixed_cost;
    return true;
}

void Seating::show(const Prices& prices) {
    const auto& ways = crowd_.all_ways();
    board_.resize(ways.size());
    for (int office = 0; office < crowd_.offices(); ++office) {
        const auto* const absence = prices.absence.data() + nth(office) * nth(crowd_.slots());
        for (int programme = 0; programme < crowd_.programmes(); ++programme) {
            const auto first = crowd_.first_way(office, programme);
            const auto end = first + crowd_.ways(office, programme).size();
            for (auto at = first; at < end; ++at) {
                const auto session = ways[at].session;
                auto price = prices.seats[nth(session)] +
                             prices.worth(ways[at].cost, crowd_.instance().cost_places);
                for (const auto slot : crowd_.slots_of(session)) price += absence[slot];
                board_[at] = {price, session};
            }
            const auto offers = std::span(board_).subspan(first, end - first);
            std::ranges::sort(offers);
        }
    }
}

std::int64_t Seating::cost(const Kind& kind, std::size_t wish, int session) const {
    const auto ways = crowd_.ways(kind.office, kind.wishes[wish].programme);
    return std::ranges::lower_bound(ways, session, {}, &Way::session)->cost;
}

bool Seating::is_left(const Kind& kind, const Offer& offer) const {
    if (free_[nth(offer.session)] <= 0) return false;
    return std::ranges::all_of(crowd_.slots_of(offer.session), [&](int slot) {
        const auto at = nth(kind.office) * nth(crowd_.slots()) + nth(slot);
        return absent_[at] < crowd_.most_absent(kind.office, slot);
    });
}

std::span<const std::span<const Offer>> Seating::offers(const Kind& kind, bool filtered) {
    of_wishes_.clear();
    left_.resize(std::max(left_.size(), kind.wishes.size()));
    for (std::size_t wish = 0; wish < kind.wishes.size(); ++wish) {
        const auto programme = kind.wishes[wish].programme;
        const auto first = crowd_.first_way(kind.office, programme);
        const std::span all =
            std::span(board_).subspan(first, crowd_.ways(kind.office, programme).size());
        auto& left = left_[wish];
        left.clear();
        for (const auto& offer : all) {
            const bool here = open_[nth(offer.session)] != 0;
            if (here && (!filtered || is_left(kind, offer))) left.push_back(offer);
        }
        of_wishes_.emplace_back(left);
    }
    return of_wishes_;
}

void Seating::take_seats(const Who& who, int sign) {
    const auto& of = kind(who);
    for (std::size_t wish = 0; wish < of.wishes.size(); ++wish) {
        const auto session = seats_[who.seats + wish];
        if (session < 0) continue;
        free_[nth(session)] -= sign;
        money_ -= sign * cost(of, wish, session);
        for (const auto slot : crowd_.slots_of(session)) {
            absent_[nth(of.office) * nth(crowd_.slots()) + nth(slot)] += sign;
        }
    }
}

Nano Seating::worth_of(const Kind& of, const Who& who, const Prices& prices) const {
    Nano worth = 0;
    int hours = 0;
    for (std::size_t wish = 0; wish < of.wishes.size(); ++wish) {
        const auto session = seats_[who.seats + wish];
        if (session < 0) continue;
        worth += of.wishes[wish].weight - prices.seats[nth(session)] -
                 prices.worth(cost(of, wish, session), crowd_.instance().cost_places);
        for (const auto slot : crowd_.slots_of(session)) {
            worth -= prices.absence[nth(of.office) * nth(crowd_.slots()) + nth(slot)];
        }
        hours += crowd_.hours(of.wishes[wish].programme);
    }
    return worth + crowd_.penalty() * std::min(hours, of.min_hours);
}

// Whether it gained anything.
bool Seating::choose_again(const Who& who, const Prices& prices) {
    const auto& of = kind(who);
    const auto before = worth_of(of, who, prices);
    take_seats(who, -1);
    chooser_.choose(of, offers(of, true));
    const auto first = seats_.begin() + static_cast<std::ptrdiff_t>(who.seats);
    const std::vector<int> old(first, first + static_cast<std::ptrdiff_t>(of.wishes.size()));
    const bool better = chooser_.gain() > before;
    if (better) std::ranges::copy(chooser_.sessions(), first);
    take_seats(who, 1);
    if (!better || money_ >= 0) return better;
    take_seats(who, -1);
    std::ranges::copy(old, first);
    take_seats(who, 1);
    return false;
}

void Seating::seat_all(const Prices& prices) {
    for (const auto& who : people_) take_seats(who, -1);
    std::ranges::fill(seats_, -1);
    improve(prices, 1);
}

// What somebody would gain by choosing anew; `first`: nobody has a seat yet.
Nano Seating::gain_of(const Who& who, const Prices& prices, bool first) {
    const auto& of = kind(who);
    if (first) {
        chooser_.choose(of, offers(of, false));
        return chooser_.gain();
    }
    take_seats(who, -1);
    chooser_.choose(of, offers(of, true));
    take_seats(who, 1);
    return chooser_.gain() - worth_of(of, who, prices);
}

// Who would gain, most first.
std::vector<Seating::Turn> Seating::turns_of(const Prices& prices) {
    const bool first = std::ranges::all_of(seats_, [](int seat) { return seat < 0; });
    std::vector<Turn> turns;
    for (std::size_t at = 0; at < people_.size(); ++at) {
        const auto more = gain_of(people_[at], prices, first);
        if (more > 0) turns.push_back({more, static_cast<int>(at)});
    }
    std::ranges::stable_sort(turns, std::greater(), &Turn::gain);
    return turns;
}

void Seating::improve(const Prices& prices, int times) {
    show(prices);
    for (int time = 0; time < times; ++time) {
        bool better = false;
        for (const auto& turn : turns_of(prices)) {
            if (choose_again(people_[nth(turn.who)], prices)) better = true;
        }
        if (!better) return;
    }
}

int Seating::shut_small(double share) {
    std::vector<char> gone(open_.size());
    int count = 0;
    for (std::size_t session = 0; session < open_.size(); ++session) {
        const auto& offer = crowd_.instance().sessions[session];
        const auto people = offer.capacity - free_[session];
        if (open_[session] == 0 || people >= share * offer.least_people()) continue;
        gone[session] = 1;
        ++count;
    }
    if (count == 0) return 0;
    for (const auto& who : people_) {
        const auto& of = kind(who);
        const auto seats = std::span(seats_).subspan(who.seats, of.wishes.size());
        const bool hit = std::ranges::any_of(seats, [&](int session) {
            return session >= 0 && gone[nth(session)] != 0;
        });
        if (!hit) continue;
        // What came after a course that is gone goes too; both may be given anew.
        take_seats(who, -1);
        std::ranges::fill(seats, -1);
    }
    for (std::size_t session = 0; session < open_.size(); ++session) {
        if (gone[session] == 0) continue;
        open_[session] = 0;
        free_[session] = 0;
        money_ += crowd_.instance().sessions[session].fixed_cost;
    }
    return count;
}

Nano Seating::gain() const {
    Prices none{.seats = std::vector<Nano>(open_.size())};
    none.absence.resize(absent_.size());
    Nano sum = 0;
    for (const auto& who : people_) sum += worth_of(kind(who), who, none);
    return sum;
}

annual::Assignment Seating::assignment() const {
    annual::Assignment assignment;
    int member = 0;
    for (std::size_t at = 0; at < people_.size(); ++at) {
        const auto& who = people_[at];
        const auto& of = kind(who);
        const bool same = at > 0 && people_[at - 1].kind == who.kind;
        member = same ? member + 1 : 0;
        for (std::size_t wish = 0; wish < of.wishes.size(); ++wish) {
            const auto session = seats_[who.seats + wish];
            if (session >= 0) assignment.push_back({of.members[nth(member)], session});
        }
    }
    std::ranges::sort(assignment);
    return assignment;
}

}  // namespace nangluc::nation
