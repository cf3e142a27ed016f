#pragma once

#include "engines/gaps/cube.hpp"

namespace nangluc::gaps {

// A population whose cube is always up to date: each change adds its difference to the unit and to
// all units above it. Equal to a full pass at every moment; `agrees` proves it, nightly or in a
// test. Changes throw as Population's do, and then have changed nothing.
class LiveCube {
public:
    explicit LiveCube(Population population, unsigned threads = 1);

    const Population& population() const { return population_; }
    const Cube& cube() const { return cube_; }
    bool agrees(unsigned threads = 1) const;

    void set_held(PersonNumber person, Competency competency, Level level);
    void set_profile(PersonNumber person, ProfileNumber profile);
    void move(PersonNumber person, UnitNumber unit);
    void add(PersonNumber number, Person person, std::span<const HeldRow> held);
    void remove(PersonNumber person);
    // Other required levels for the profiles: a full pass.
    void replace_profiles(Profiles profiles, unsigned threads = 1);

private:
    using Change = Cells& (Cells::*)(const Cells&);
    void count(PersonNumber person, Change change);

    Population population_;
    Cube cube_;
};

}  // namespace nangluc::gaps
