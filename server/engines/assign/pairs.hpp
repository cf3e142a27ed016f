#pragma once

#include <span>
#include <vector>

#include "engines/assign/seats.hpp"

namespace nangluc::assign {

// A person and a session worth going to: it closes open needs worth more than the way, on days on
// which the person is free. All else is decided between pairs.
struct Pair {
    std::uint32_t person;
    std::uint32_t session;
    std::int64_t value;  // above 0
};

// By person, then session.
std::vector<Pair> worthwhile_pairs(const Problem& problem);

// A choice of pairs: one flag a pair.
using Picks = std::vector<bool>;

std::int64_t value_of(std::span<const Pair> pairs, const Picks& picks);
// How many are picked, by session.
std::vector<std::uint32_t> fill_of(
    const Problem& problem, std::span<const Pair> pairs, const Picks& picks
);
// The end of the run of pairs of the person at `begin`.
std::size_t end_of_person(std::span<const Pair> pairs, std::size_t begin);

bool overlap(std::span<const Period> a, std::span<const Period> b);
// True where one person cannot take both: on the same days, or the same outcome twice.
bool exclude_each_other(const Problem& problem, std::uint32_t a, std::uint32_t b);
// Whether the person needs the outcome and does not hold it.
bool is_open(const Problem& problem, const Need& need);
bool gives(const Problem& problem, std::uint32_t session, Outcome outcome);

}  // namespace nangluc::assign
