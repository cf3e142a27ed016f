#pragma once

#include <span>
#include <vector>

#include "engines/gaps/block.hpp"
#include "engines/gaps/profiles.hpp"
#include "engines/gaps/units.hpp"

namespace nangluc::gaps {

// Where a person is counted and what is required there. A number nobody has stands in no_unit.
struct Person {
    UnitNumber unit = no_unit;
    ProfileNumber profile = 0;
};

// Held levels of one person in one block.
struct HeldRow {
    PersonNumber person;
    std::uint32_t block;
    Row held;
};

// People, what they hold and what is required of them. Rows are kept by block, then by unit in
// pre-order: a pass runs through one block with one table of requirements, and a sub-tree is a run
// of shelves. A person has a row in exactly the blocks in which something is required (by either
// norm) or was ever assessed; elsewhere nothing can be counted. Specialist blocks therefore cost
// only those whom they concern.
//
// Not thread-safe: any number of readers, or one writer.
class Population {
public:
    // Throws std::out_of_range where a person, a unit, a profile, a block or a lane does not exist.
    Population(
        Units units,
        Profiles profiles,
        std::span<const Person> people,
        std::span<const HeldRow> held
    );

    const Units& units() const { return units_; }
    const Profiles& profiles() const { return profiles_; }
    std::size_t blocks() const { return profiles_.blocks(); }

    std::span<const Person> people() const { return people_; }
    std::size_t count_people() const { return present_; }
    bool has(PersonNumber person) const;
    Level held(PersonNumber person, Competency competency) const;
    Shelf shelf(std::size_t block, UnitNumber unit) const { return blocks_[block].shelf(unit); }
    // The person's row of the block, or nothing where all of it is unknown and nothing required.
    const Row* find_row(PersonNumber person, std::size_t block) const;

    // The changes below throw std::out_of_range for what does not exist, and std::invalid_argument
    // for a person added twice.
    void add(PersonNumber number, Person person, std::span<const HeldRow> held);
    void remove(PersonNumber person);
    void move(PersonNumber person, UnitNumber unit);
    void set_profile(PersonNumber person, ProfileNumber profile);
    // Returns the level held before.
    Level set_held(PersonNumber person, Competency competency, Level level);
    // Other requirements for the same profile numbers; competencies stay the same.
    void replace_profiles(Profiles profiles);

private:
    void check(PersonNumber person) const;
    void check(Person person) const;
    void load(std::size_t block, std::span<const HeldRow> held);
    Row& row_for(PersonNumber person, std::size_t block);

    Units units_;
    Profiles profiles_;
    std::vector<Person> people_;
    std::size_t present_ = 0;
    std::vector<Block> blocks_;
};

}  // namespace nangluc::gaps
