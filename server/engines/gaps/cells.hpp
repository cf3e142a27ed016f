#pragma once

#include "engines/gaps/population.hpp"

namespace nangluc::gaps {

// One competency in one unit: people by standing, and the levels they miss together.
struct Count {
    std::uint32_t required = 0;  // people of whom a level is required: with_gap + unknown + met
    std::uint32_t with_gap = 0;
    std::uint32_t gap_sum = 0;  // levels, over the people with a gap
    std::uint32_t unknown = 0;  // required and not assessed

    std::uint32_t met() const { return required - with_gap - unknown; }
    friend bool operator==(const Count&, const Count&) = default;
};

// The 32 counts of a block, one column a figure, so that two blocks add as sixteen vectors. 32 bits
// hold the sum for max_people, each with the widest gap there can be.
struct alignas(64) Cells {
    using Column = std::array<std::uint32_t, block_width>;
    Column required{};
    Column with_gap{};
    Column gap_sum{};
    Column unknown{};

    friend bool operator==(const Cells&, const Cells&) = default;
    Cells& operator+=(const Cells& other);
    Cells& operator-=(const Cells& other);

    Count at(std::size_t lane) const {
        return {required[lane], with_gap[lane], gap_sum[lane], unknown[lane]};
    }
};
inline constexpr std::size_t max_people = UINT32_MAX / highest_level;

// What the kernel was compiled for. All give the same figures.
enum class Machine { baseline, avx2, avx512 };
bool runs_here(Machine machine);
Machine best_machine();

// Adds every row of the shelf to the cells. `required` is the block's table of profiles and
// `highest` the highest level in it, which says how long a sum of gaps fits a byte.
struct Requirements {
    std::span<const Row> required;
    Level highest;

    static Requirements of(std::span<const Row> table);
};
void add_shelf(const Shelf& shelf, const Requirements& table, Cells& cells, Machine machine);

// For each row of the shelf the sum of its gaps, each times the weight of its lane.
using LaneWeights = std::array<std::uint32_t, block_width>;  // each below 65,536
void weigh_shelf(
    const Shelf& shelf,
    std::span<const Row> required,
    const LaneWeights& weights,
    std::span<std::uint32_t> totals
);

// What one row adds to the cells of its unit and of all above it.
Cells cells_of(const Row& required, const Row& held);

}  // namespace nangluc::gaps
