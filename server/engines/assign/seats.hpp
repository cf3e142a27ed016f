#pragma once

#include <cstdint>
#include <vector>

#include "base/period.hpp"
#include "base/result.hpp"

namespace nangluc::assign {

// Who gets which seat in sessions that are already offered. People, needs, sessions … are named by
// their index in the problem; `id` only breaks ties, so that the order of the input changes
// nothing.

// What a programme gives: one competency at one level. Learned once, never again.
using Outcome = std::uint32_t;
using Place = std::uint32_t;

struct Person {
    std::int64_t id;
    Place home;
    std::uint32_t max_sessions;       // in the time planned for
    std::vector<Period> busy = {};    // days on which the person cannot come
    std::vector<Outcome> holds = {};  // what need not be learned any more
};

// A gap of a person that a programme with this outcome would close.
struct Need {
    std::uint32_t person;
    Outcome outcome;
    std::int64_t value;  // of closing it, in the unit of the travel cost; 0 or more
};

struct Programme {
    std::vector<Outcome> outcomes;  // at least one
};

struct Session {
    std::int64_t id;
    std::uint32_t programme;
    Place place;
    std::uint32_t seats_min;  // with fewer it is not held, and is left empty
    std::uint32_t seats_max;
    std::vector<Period> slots;  // the days it takes
};

struct Problem {
    std::vector<Person> people;
    std::vector<Need> needs;
    std::vector<Programme> programmes;
    std::vector<Session> sessions;
    Outcome outcomes = 0;  // how many there are
    Place places = 0;
    std::vector<std::int64_t> travel;  // [home][place of the session], 0 or more
};

struct Seat {
    std::uint32_t person;
    std::uint32_t session;
    std::int64_t value;                // of the needs it closes, less the travel
    std::vector<std::uint32_t> needs;  // why the person sits there, in ascending order

    friend bool operator==(const Seat&, const Seat&) = default;
};

// Why a need got no seat; the first that holds, in this order.
enum class Reason {
    already_held,   // the person holds the outcome
    no_session,     // no session gives it
    unavailable,    // the person is busy on days of every session that gives it
    not_worth,      // the way costs as much as closing the gaps is worth, or more
    limit,          // the person has as many sessions as allowed
    clash,          // every session left overlaps with, or repeats, one the person attends
    no_seat,        // the sessions left are full
    below_minimum,  // the sessions left did not find enough people
};

struct Unplaced {
    std::uint32_t need;
    Reason reason;

    friend bool operator==(const Unplaced&, const Unplaced&) = default;
};

struct Solution {
    std::vector<Seat> seats;              // by person, then session
    std::vector<Unplaced> unplaced;       // by need: every need is closed by a seat, or stands here
    std::vector<std::uint32_t> not_held;  // sessions with a minimum that were left empty
    std::int64_t value = 0;               // sum over the seats
    std::int64_t bound = 0;               // no assignment is worth more

    // How far at most this is from the best assignment; 0 means that it is one.
    std::int64_t gap() const { return bound - value; }
    friend bool operator==(const Solution&, const Solution&) = default;
};

struct Effort {
    // Up to so many pairs of a person and a session, a problem that is not a pure flow is solved as
    // a whole and exactly; above, only around the people whom the flow seats in two places at once.
    std::size_t exact_pairs = 20'000;
    // How many pairs around them are decided at a time: more is better and slower.
    std::size_t pairs_at_a_time = 8'000;
    int nodes = 2000;  // of a search tree
};

// Seats of the largest value, each worth more than its way, such that nobody exceeds the own limit,
// comes while busy, sits in two sessions at once or learns an outcome twice or needlessly, and that
// each session has no more than its maximum and, if it is held, at least its minimum.
//
// Refuses what is malformed with "seats.malformed" (each fault at its path) and values too large to
// be summed exactly with "seats.value_too_large".
Result<Solution> assign_seats(const Problem& problem, const Effort& effort = {});

// What somebody else decided, as a solution with its values, its closed needs and its reasons: who
// attends what, and what no assignment is worth more than. Whether it is allowed, `verify` says.
struct Attendance {
    std::uint32_t person;
    std::uint32_t session;

    friend auto operator<=>(const Attendance&, const Attendance&) = default;
};
Solution account_for(
    const Problem& problem, const std::vector<Attendance>& attendances, std::int64_t bound
);

}  // namespace nangluc::assign
