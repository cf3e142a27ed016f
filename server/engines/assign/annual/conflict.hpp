#pragma once

#include <vector>

#include "engines/assign/annual/instance.hpp"

namespace nangluc::annual {

// What an officer could change of a year. That people attend what they need, are in one place at a
// time and have a way there is no limit but a fact.
enum class Limit {
    max_hours,       // of a person
    max_sessions,    // of a person
    prerequisite,    // of a programme
    presence,        // of an office
    min_class,       // of a session
    capacity,        // of a session
    rooms,           // of a venue
    lecturer,        // how many sessions one may teach
    teachers,        // of a programme: that only some teach it
    frozen_seat,     // of a person and session
    frozen_session,  // of a session
    floor,
    budget,
};

struct NamedLimit {
    Limit limit;
    int at = -1;       // index of what it is of
    int session = -1;  // of a frozen seat

    friend bool operator==(const NamedLimit&, const NamedLimit&) = default;
};

struct Conflict {
    std::vector<NamedLimit> limits;  // that no plan keeps together
    bool is_smallest = true;         // without any one of them there is a plan
};

// Of a year that has no plan, limits that already leave none: one after the other is taken away for
// good wherever none is left even so (deletion filter; Chinneck, Dravnieks 1991). None where a plan
// is found or that there is none is not proven.
Conflict conflict_of(const Instance& instance);

}  // namespace nangluc::annual
