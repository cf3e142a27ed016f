#include <algorithm>
#include <numeric>

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

// The people whose pairs are decided again: `first` (clashing) as far as they fit, then those who
// hold the seats that these could use, the least valuable seats first, while there is room.
std::vector<std::size_t> people_to_open(
    std::span<const Pair> pairs,
    const Picks& picks,
    std::span<const std::size_t> clashing,
    std::size_t most
) {
    std::vector<std::size_t> begins;
    std::vector<bool> wanted;
    std::vector<bool> taken(pairs.size());
    std::size_t count = 0;
    const auto take = [&](std::size_t begin) {
        begins.push_back(begin);
        taken[begin] = true;
        count += end_of_person(pairs, begin) - begin;
    };
    for (const auto begin : clashing) {
        if (!begins.empty() && count + end_of_person(pairs, begin) - begin > most) break;
        take(begin);
    }
    for (const auto begin : begins) {
        for (auto at = begin; at < end_of_person(pairs, begin); ++at) {
            wanted.resize(std::max<std::size_t>(wanted.size(), pairs[at].session + 1U));
            wanted[pairs[at].session] = true;
        }
    }

    std::vector<std::pair<std::size_t, std::size_t>> holders;  // the seat, the person's first pair
    for (std::size_t begin = 0; begin < pairs.size();) {
        const auto end = end_of_person(pairs, begin);
        for (auto at = begin; at < end; ++at) {
            const auto session = pairs[at].session;
            if (!picks[at] || session >= wanted.size() || !wanted[session]) continue;
            holders.emplace_back(at, begin);
        }
        begin = end;
    }
    std::sort(holders.begin(), holders.end(), [&](const auto& a, const auto& b) {
        return by_value(pairs, b.first, a.first);
    });
    for (const auto& [seat, begin] : holders) {
        if (count >= most) break;
        if (!taken[begin] && count + end_of_person(pairs, begin) - begin <= most) take(begin);
    }
    std::sort(begins.begin(), begins.end());
    return begins;
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

        const auto begins = people_to_open(pairs, picks, clashing, effort.exact_pairs);
        Open open;
        for (const auto begin : begins) {
            for (auto at = begin; at < end_of_person(pairs, begin); ++at) open.pairs.push_back(at);
        }
        auto others = picks;
        for (const auto at : open.pairs) others[at] = false;
        const auto fill = fill_of(problem, pairs, others);
        for (std::size_t session = 0; session < fill.size(); ++session) {
            const auto seats = shut[session] ? 0 : problem.sessions[session].seats_max;
            open.seats.push_back(seats - fill[session]);
        }

        if (const auto decided = decide(problem, pairs, open, effort.nodes)) {
            for (std::size_t at = 0; at < open.pairs.size(); ++at) {
                picks[open.pairs[at]] = decided->picks[at];
            }
        } else {
            for (const auto begin : begins) drop_clashes(problem, pairs, begin, picks);
        }
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
