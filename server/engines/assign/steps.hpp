#pragma once

#include <optional>

#include "engines/assign/pairs.hpp"

namespace nangluc::assign {

// The best choice that keeps capacities, limits and one session per first outcome, but not
// "not at the same time" and not the minimums: a pure flow. With fewer rules its value is at least
// that of any allowed choice, so it bounds them all. Sessions marked in `shut` get nobody.
Picks flow_picks(
    const Problem& problem, std::span<const Pair> pairs, const std::vector<bool>& shut
);

// People whose picks exclude each other, as the position of their first pair.
std::vector<std::size_t> clashing_people(
    const Problem& problem, std::span<const Pair> pairs, const Picks& picks
);

// Some of the pairs decided again, under all rules, while the others stay as they are.
struct Open {
    std::vector<std::size_t> pairs;    // all pairs of some people, in ascending order
    std::vector<std::uint32_t> seats;  // left for them, by session
    bool minimums = false;             // a session is held with its minimum or not at all
};

struct Decided {
    std::vector<bool> picks;  // by position in Open::pairs
    bool proven;
};
std::optional<Decided> decide(
    const Problem& problem, std::span<const Pair> pairs, const Open& open, int nodes
);

// Makes the picks free of clashes, deciding only the pairs around them, a limited number at a time.
void settle_clashes(
    const Problem& problem,
    std::span<const Pair> pairs,
    const std::vector<bool>& shut,
    const Effort& effort,
    Picks& picks
);

// Picks whatever can be picked beside the rest, the most valuable first: afterwards no seat of a
// session that is held is of use to anybody who could still take it.
void fill_up(
    const Problem& problem, std::span<const Pair> pairs, const std::vector<bool>& shut, Picks& picks
);

// Why each need that no seat closes is open.
std::vector<Unplaced> reasons_for(const Problem& problem, const std::vector<Seat>& seats);

// The faults of form of a problem.
std::vector<Fault> faults_of(const Problem& problem);

}  // namespace nangluc::assign
