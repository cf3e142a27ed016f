#pragma once

#include "engines/gaps/cube.hpp"

namespace nangluc::gaps {

// Questions answered from the rows. `unit` always means its whole sub-tree. Lists of people
// come by unit in pre-order, then by person number; the top lists largest first, ties by number. So
// the same rows give the same list.

// The gap in a competency is at least `min_gap` levels and the held level lies in the range. Who is
// not assessed never matches: a group is formed from known gaps.
struct Condition {
    Competency competency;
    Level min_gap = 1;
    Level held_from = below_first;
    Level held_until = highest_level;  // in the range
};
enum class Match { all, any };

struct GroupRule {
    UnitNumber unit;
    std::vector<Condition> conditions;
    Match match = Match::all;
    Norm norm = Norm::minimum;
};

struct PersonGap {
    PersonNumber person;
    std::uint64_t gap;  // levels, each times the weight of its competency where one is given

    friend bool operator==(const PersonGap&, const PersonGap&) = default;
};

// Who meets the rule; the gap is the sum over the conditions that the person
// meets. No condition, nobody.
std::vector<PersonGap> target_group(const Population& population, const GroupRule& rule);

// By competency number; beyond the end the weight is 1.
using Weights = std::span<const std::uint16_t>;

// Everybody with a gap.
std::vector<PersonGap> total_gaps(const Population& population, UnitNumber unit, Weights weights);
// The largest totals first.
std::vector<PersonGap> top_people(
    const Population& population, UnitNumber unit, Weights weights, std::size_t count
);

// Where the need is greatest: people times size of gap times weight, which is the sum of gaps times
// the weight. The largest first; what has no gap is left out.
struct Demand {
    std::uint32_t number;  // of the competency or the unit
    std::uint64_t demand;

    friend bool operator==(const Demand&, const Demand&) = default;
};
std::vector<Demand> top_competencies(
    const Cube& cube, UnitNumber unit, Weights weights, std::size_t count
);
std::vector<Demand> top_units(
    const Cube& cube, std::span<const UnitNumber> units, Weights weights, std::size_t count
);

// One block counted by something else than the unit: `label_of[profile]` names the post, the
// position group or the rank that the profile belongs to. Returns `labels` cells; throws
// std::out_of_range for a label that does not lie below that.
std::vector<Cells> count_by_label(
    const Population& population,
    UnitNumber unit,
    std::size_t block,
    std::span<const std::uint32_t> label_of,
    std::size_t labels
);

// How a competency is spread over a sub-tree: two units with the same mean can need different
// training.
struct Spread {
    std::array<std::uint32_t, 256> by_gap{};   // people required and assessed, by gap; 0 is met
    std::array<std::uint32_t, 256> by_held{};  // people assessed, by level, required or not
    std::uint32_t unknown = 0;                 // people required and not assessed

    friend bool operator==(const Spread&, const Spread&) = default;
};
Spread spread_of(const Population& population, UnitNumber unit, Competency competency);

}  // namespace nangluc::gaps
