#include "engines/gaps/cube.hpp"

#include <algorithm>
#include <stdexcept>
#include <thread>

namespace nangluc::gaps {

namespace {

struct Slice {
    UnitNumber begin;
    UnitNumber end;
};

// Cuts the units so that each slice has about as many rows as the others.
std::vector<Slice> cut(const Population& population, unsigned threads) {
    const auto units = static_cast<UnitNumber>(population.units().size());
    std::vector<std::size_t> rows_before(units + std::size_t{1});
    for (UnitNumber unit = 0; unit < units; ++unit) {
        std::size_t rows = 1;  // an empty unit has cells to be written too
        for (std::size_t block = 0; block < population.blocks(); ++block) {
            rows += population.shelf(block, unit).size();
        }
        rows_before[unit + std::size_t{1}] = rows_before[unit] + rows;
    }

    const std::size_t count = std::clamp<std::size_t>(threads, 1, std::max<UnitNumber>(units, 1));
    std::vector<Slice> slices;
    UnitNumber begin = 0;
    for (std::size_t slice = 1; slice <= count; ++slice) {
        const auto share = rows_before[units] * slice / count;
        const auto found = std::lower_bound(rows_before.begin(), rows_before.end(), share);
        const auto end = std::max(begin, static_cast<UnitNumber>(found - rows_before.begin()));
        slices.push_back({begin, end});
        begin = end;
    }
    return slices;
}

// A unit is rolled up inside its slice if its whole sub-tree and its parent lie there. The others
// (the way from the slice's borders to the root) wait until every slice is counted.
bool rolls_up_inside(const Units& units, UnitNumber unit, Slice slice) {
    const auto parent = units.parent(unit);
    return parent != no_unit && parent >= slice.begin && units.end(unit) <= slice.end;
}

// Forwards through the rows, as they lie, with the units between the root and here kept open: each
// unit's cells are written once, when its sub-tree is done.
class OpenUnits {
public:
    OpenUnits(const Units& units, std::size_t block, Slice slice, Cube& cube)
        : units_(units), block_(block), slice_(slice), cube_(cube) {}

    // The cells of the next unit, to be counted into.
    Cells& open(UnitNumber unit) {
        close_until(unit);
        if (depth_ == open_.size()) open_.emplace_back();
        open_[depth_] = {unit, {}};
        return open_[depth_++].cells;
    }

    // Closes every unit whose sub-tree ends at or before `next`.
    void close_until(UnitNumber next) {
        while (depth_ > 0 && units_.end(open_[depth_ - 1].unit) <= next) close_last();
    }

    void close_all() {
        while (depth_ > 0) close_last();
    }

private:
    struct Open {
        UnitNumber unit;
        Cells cells;
    };

    void close_last() {
        const auto& [unit, cells] = open_[--depth_];
        cube_.cells(block_, unit) = cells;
        if (rolls_up_inside(units_, unit, slice_)) open_[depth_ - 1].cells += cells;
    }

    const Units& units_;
    std::size_t block_;
    Slice slice_;
    Cube& cube_;
    std::vector<Open> open_;
    std::size_t depth_ = 0;
};

void count_slice(
    const Population& population,
    const Profiles& profiles,
    const Pass& pass,
    Slice slice,
    Cube& cube
) {
    for (std::size_t block = 0; block < population.blocks(); ++block) {
        const auto table = Requirements::of(profiles.table(block, pass.norm));
        OpenUnits open(population.units(), block, slice, cube);
        for (auto unit = slice.begin; unit < slice.end; ++unit) {
            auto& cells = open.open(unit);
            add_shelf(population.shelf(block, unit), table, cells, pass.machine);
        }
        open.close_all();
    }
}

void join_slices(const Units& units, const std::vector<Slice>& slices, Cube& cube) {
    for (auto number = slices.size(); number-- > 0;) {
        const auto& slice = slices[number];
        for (auto unit = slice.end; unit-- > slice.begin;) {
            const auto parent = units.parent(unit);
            if (parent == no_unit || rolls_up_inside(units, unit, slice)) continue;
            for (std::size_t block = 0; block < cube.blocks(); ++block) {
                cube.cells(block, parent) += cube.cells(block, unit);
            }
        }
    }
}

void count(const Population& population, const Profiles& profiles, const Pass& pass, Cube& cube) {
    if (population.count_people() > max_people) throw std::length_error("too many people");
    const auto slices = cut(population, pass.threads);
    {
        std::vector<std::jthread> threads;
        for (std::size_t slice = 1; slice < slices.size(); ++slice) {
            threads.emplace_back([&, slice] {
                count_slice(population, profiles, pass, slices[slice], cube);
            });
        }
        count_slice(population, profiles, pass, slices[0], cube);
    }
    join_slices(population.units(), slices, cube);
}

}  // namespace

Cells Cube::own(const Units& units, std::size_t block, UnitNumber unit) const {
    auto own = cells(block, unit);
    for (auto child = unit + 1; child < units.end(unit); child = units.end(child)) {
        own -= cells(block, child);
    }
    return own;
}

void recount(const Population& population, Cube& cube, const Pass& pass) {
    count(population, population.profiles(), pass, cube);
}

Cube cube_of(const Population& population, const Pass& pass) {
    Cube cube(population.blocks(), population.units().size());
    recount(population, cube, pass);
    return cube;
}

// For each profile what it asks in a block where it asked nothing before; null elsewhere.
static std::vector<const Row*> newly_asked(
    const Profiles& profiles, const Profiles& known, std::size_t block, Norm norm
) {
    const auto table = profiles.table(block, norm);
    std::vector<const Row*> newly(known.size());
    for (ProfileNumber profile = 0; profile < known.size(); ++profile) {
        const bool is_new = profiles.asks(profile, block, norm) && !known.asks(profile, block);
        if (is_new) newly[profile] = &table[profile];
    }
    return newly;
}

// People without a row in a block: nothing is known of them there, and nothing was asked.
static void add_unknown(
    const Population& population,
    std::size_t block,
    const std::vector<const Row*>& asked,
    Cube& cube
) {
    const auto people = population.people();
    for (PersonNumber number = 0; number < people.size(); ++number) {
        const auto [unit, profile] = people[number];
        if (unit == no_unit || !asked[profile] || population.find_row(number, block)) continue;
        const auto cells = cells_of(*asked[profile], Row::of(not_assessed));
        for (auto up = unit; up != no_unit; up = population.units().parent(up)) {
            cube.cells(block, up) += cells;
        }
    }
}

Cube what_if(const Population& population, const Profiles& profiles, const Pass& pass) {
    const auto& known = population.profiles();
    if (profiles.competencies() != known.competencies() || profiles.size() < known.size()) {
        throw std::out_of_range("the profiles do not fit these people");
    }
    Cube cube(population.blocks(), population.units().size());
    count(population, profiles, pass, cube);

    for (std::size_t block = 0; block < population.blocks(); ++block) {
        const auto asked = newly_asked(profiles, known, block, pass.norm);
        const bool is_any = std::ranges::any_of(asked, [](const Row* row) { return row; });
        if (is_any) add_unknown(population, block, asked, cube);
    }
    return cube;
}

}  // namespace nangluc::gaps
