#include <algorithm>
#include <numeric>
#include <set>

#include "engines/assign/steps.hpp"

namespace nangluc::assign {

namespace {

// True where none of the person's other picks excludes the pair.
bool fits(
    const Problem& problem,
    std::span<const Pair> pairs,
    const Picks& picks,
    std::size_t begin,
    std::size_t at
) {
    for (auto other = begin; other < pairs.size() && pairs[other].person == pairs[at].person;
         ++other) {
        if (other == at || !picks[other]) continue;
        if (exclude_each_other(problem, pairs[other].session, pairs[at].session)) return false;
    }
    return true;
}

bool by_value(std::span<const Pair> pairs, std::size_t a, std::size_t b) {
    return pairs[a].value != pairs[b].value ? pairs[a].value > pairs[b].value : a < b;
}

// The people whose pairs are decided again, each by the position of the first pair, up to `most`
// pairs together.
class OpenPeople {
public:
    OpenPeople(std::span<const Pair> pairs, std::size_t most)
        : pairs_(pairs), most_(most), taken_(pairs.size()) {}

    // False where there is no room for the person's pairs; there always is for the first person.
    bool take(std::size_t begin) {
        const auto end = end_of_person(pairs_, begin);
        if (taken_[begin]) return true;
        if (!begins_.empty() && count_ + end - begin > most_) return false;
        taken_[begin] = true;
        begins_.push_back(begin);
        count_ += end - begin;
        return true;
    }

    // The sessions that they could attend.
    std::set<std::uint32_t> sessions() const {
        std::set<std::uint32_t> sessions;
        for (const auto begin : begins_) {
            for (auto at = begin; at < end_of_person(pairs_, begin); ++at) {
                sessions.insert(pairs_[at].session);
            }
        }
        return sessions;
    }

    std::vector<std::size_t> in_order() const {
        auto order = begins_;
        std::sort(order.begin(), order.end());
        return order;
    }

private:
    std::span<const Pair> pairs_;
    std::size_t most_;
    std::size_t count_ = 0;
    std::vector<std::size_t> begins_;
    std::vector<bool> taken_;
};

struct Holder {
    std::size_t seat;   // the pair that is picked
    std::size_t begin;  // the person's first pair
};

// Who sits in one of the sessions, the least valuable seats first.
std::vector<Holder> holders_of(
    std::span<const Pair> pairs, const Picks& picks, const std::set<std::uint32_t>& sessions
) {
    std::vector<Holder> holders;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        if (pairs[at].person != pairs[begin].person) begin = at;
        if (picks[at] && sessions.contains(pairs[at].session)) holders.push_back({at, begin});
    }
    std::sort(holders.begin(), holders.end(), [&](const Holder& a, const Holder& b) {
        return by_value(pairs, b.seat, a.seat);
    });
    return holders;
}

// Clashing people as far as they fit, then those who hold the seats that these could use.
std::vector<std::size_t> people_to_open(
    std::span<const Pair> pairs,
    const Picks& picks,
    std::span<const std::size_t> clashing,
    std::size_t most
) {
    OpenPeople open(pairs, most);
    for (const auto begin : clashing) {
        if (!open.take(begin)) break;
    }
    for (const auto& holder : holders_of(pairs, picks, open.sessions())) {
        if (!open.take(holder.begin)) break;
    }
    return open.in_order();
}

// All pairs of the people, and the seats that the others leave them.
Open opened(
    const Problem& problem,
    std::span<const Pair> pairs,
    const std::vector<bool>& shut,
    std::span<const std::size_t> people,
    const Picks& picks
) {
    Open open;
    auto others = picks;
    for (const auto begin : people) {
        for (auto at = begin; at < end_of_person(pairs, begin); ++at) {
            open.pairs.push_back(at);
            others[at] = false;
        }
    }
    const auto fill = fill_of(problem, pairs, others);
    for (std::size_t session = 0; session < fill.size(); ++session) {
        const auto seats = shut[session] ? 0 : problem.sessions[session].seats_max;
        open.seats.push_back(seats - fill[session]);
    }
    return open;
}

// Of seats that exclude each other the person keeps the most valuable.
void drop_clashes(
    const Problem& problem, std::span<const Pair> pairs, std::size_t begin, Picks& picks
) {
    std::vector<std::size_t> seats;
    for (auto at = begin; at < end_of_person(pairs, begin); ++at) {
        if (picks[at]) seats.push_back(at);
        picks[at] = false;
    }
    std::sort(seats.begin(), seats.end(), [&](auto a, auto b) { return by_value(pairs, a, b); });
    for (const auto at : seats) picks[at] = fits(problem, pairs, picks, begin, at);
}

}  // namespace

std::vector<std::size_t> clashing_people(
    const Problem& problem, std::span<const Pair> pairs, const Picks& picks
) {
    std::vector<std::size_t> people;
    for (std::size_t begin = 0; begin < pairs.size();) {
        const auto end = end_of_person(pairs, begin);
        for (auto at = begin; at < end; ++at) {
            if (picks[at] && !fits(problem, pairs, picks, begin, at)) {
                people.push_back(begin);
                break;
            }
        }
        begin = end;
    }
    return people;
}

void settle_clashes(
    const Problem& problem,
    std::span<const Pair> pairs,
    const std::vector<bool>& shut,
    const Effort& effort,
    Picks& picks
) {
    // Each round frees at least one person of clashes and brings none to anybody.
    for (;;) {
        const auto clashing = clashing_people(problem, pairs, picks);
        if (clashing.empty()) return;

        const auto people = people_to_open(pairs, picks, clashing, effort.pairs_at_a_time);
        const auto open = opened(problem, pairs, shut, people, picks);
        if (const auto decided = decide(problem, pairs, open, effort.nodes)) {
            for (std::size_t at = 0; at < open.pairs.size(); ++at) {
                picks[open.pairs[at]] = decided->picks[at];
            }
        }
        // Where the search found nothing in time. Else it finds no clash left.
        for (const auto begin : people) drop_clashes(problem, pairs, begin, picks);
    }
}

void fill_up(
    const Problem& problem, std::span<const Pair> pairs, const std::vector<bool>& shut, Picks& picks
) {
    auto fill = fill_of(problem, pairs, picks);
    std::vector<std::uint32_t> seats_of(problem.people.size());
    std::vector<std::size_t> begin_of(problem.people.size());
    std::vector<std::size_t> order(pairs.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return by_value(pairs, a, b); });
    for (auto at = pairs.size(); at-- > 0;) {
        begin_of[pairs[at].person] = at;
        if (picks[at]) ++seats_of[pairs[at].person];
    }

    for (const auto at : order) {
        const auto [person, number, value] = pairs[at];
        const auto& session = problem.sessions[number];
        const auto not_held = fill[number] == 0 && session.seats_min > 1;
        if (picks[at] || shut[number] || not_held || fill[number] >= session.seats_max) continue;
        if (seats_of[person] >= problem.people[person].max_sessions) continue;
        if (!fits(problem, pairs, picks, begin_of[person], at)) continue;
        picks[at] = true;
        ++fill[number];
        ++seats_of[person];
    }
}

}  // namespace nangluc::assign
