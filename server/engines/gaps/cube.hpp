#pragma once

#include "engines/gaps/cells.hpp"

namespace nangluc::gaps {

// Counts of every unit with all below it, for every competency. What stands in the unit itself is
// the difference to its children, so it is not stored: half the memory, half the writes of a pass.
class Cube {
public:
    Cube(std::size_t blocks, std::size_t units) : units_(units), cells_(blocks * units) {}

    std::size_t blocks() const { return units_ == 0 ? 0 : cells_.size() / units_; }
    std::size_t units() const { return units_; }

    const Cells& cells(std::size_t block, UnitNumber unit) const {
        return cells_[block * units_ + unit];
    }
    Cells& cells(std::size_t block, UnitNumber unit) { return cells_[block * units_ + unit]; }
    // The sub-tree's count of one competency.
    Count at(UnitNumber unit, Competency competency) const {
        return cells(block_of(competency), unit).at(lane_of(competency));
    }
    // The unit's own people only, in one block.
    Cells own(const Units& units, std::size_t block, UnitNumber unit) const;

    friend bool operator==(const Cube&, const Cube&) = default;

private:
    std::size_t units_;
    std::vector<Cells> cells_;  // [block][unit]
};

// How a pass is made. Neither changes a figure.
struct Pass {
    Norm norm = Norm::minimum;
    unsigned threads = 1;
    Machine machine = best_machine();
};

// The cube from the rows alone. Throws std::length_error above max_people.
Cube cube_of(const Population& population, const Pass& pass = {});
// The same into a cube that is there: it need not be cleared, and its memory is already mapped.
void recount(const Population& population, Cube& cube, const Pass& pass = {});

// What if other levels were required: `profiles` for the same profile numbers and competencies.
// Where it asks for a block that a person has no row in, that person is unknown there.
Cube what_if(const Population& population, const Profiles& profiles, const Pass& pass = {});

}  // namespace nangluc::gaps
