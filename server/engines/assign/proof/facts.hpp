#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engines/assign/proof/exact.hpp"

namespace nangluc::proof {

// The files once more, read by nothing that the solver uses and kept by the ids of the files.
using Id = std::int64_t;
using Pair = std::pair<Id, Id>;

struct Person {
    Id office = 0;
    Id min_hours = 0;
    Id max_hours = 0;
    std::optional<Id> max_sessions = {};
};

struct Programme {
    Id hours = 0;
    std::optional<Id> prerequisite;
};

struct Session {
    Id programme = 0;
    Id venue = 0;
    std::set<Id> slots = {};
    Id min_class = 0;
    Id capacity = 0;
    Exact fixed_cost;

    Id first() const { return *slots.begin(); }
    Id last() const { return *slots.rbegin(); }
    // Open is what has somebody in it.
    Id least() const { return std::max<Id>(1, min_class); }
};

struct Rooms {
    Id venue = 0;
    Id seats = 0;
    Id count = 0;
};

struct Lecturer {
    Id max_sessions = 0;
    std::set<Id> programmes = {};
};

struct Floor {
    Id least_seats = 0;
    Id least_percent = 0;
    std::set<Id> offices = {};
};

struct Facts {
    std::map<Id, Id> max_absent;  // by office
    std::map<Pair, Id> absences;  // office, slot: instead
    std::vector<Rooms> rooms;
    std::map<Id, Lecturer> lecturers;
    std::map<Id, Floor> floors;
    std::map<Id, Person> persons;
    std::map<Id, Programme> programmes;
    std::map<Id, Session> sessions;
    std::map<Pair, Exact> needs;   // person, programme: weight
    std::set<Pair> held;           // person, programme
    std::map<Pair, Exact> travel;  // office, venue: cost
    Exact budget;
    Exact penalty;

    std::map<Id, bool> settled_sessions;     // opens, or stays shut
    std::map<Pair, bool> settled_seats;      // person, session: attends, or stays away
    std::optional<std::set<Pair>> standing;  // person, session: the plan from which changes count
    Exact change;                            // what each costs

    bool holds(Id person, Id programme) const { return held.contains({person, programme}); }
    Id most_absent(Id office, Id slot) const;
    Id most_absent(Id office, const Session& session) const;
    // Nothing where the venue does not count its rooms.
    std::optional<Id> rooms_for(Id venue, Id seats) const;
    bool teaches(Id lecturer, const Session& session) const;
    bool needs_lecturer(const Session& session) const;
    bool counts_changes() const { return standing && change > 0; }
};

// Whatever is not a table, a number or a known id: throws std::runtime_error that says where.
Facts read_facts(const std::map<std::string, std::string>& files);

// The rows person, session in the order of the file. Throws likewise.
std::vector<Pair> read_rows(const Facts& facts, const std::string& assignment);

}  // namespace nangluc::proof
