#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engines/assign/annual/solve.hpp"

namespace nangluc::annual {

// What keeps a person from attending a session, the plan being as it is; the first that holds.
enum class Obstacle {
    held,          // the programme is held
    no_way,        // from the office to the venue
    too_long,      // the attended hours would exceed the maximum
    prerequisite,  // neither held nor attended before
    shut,          // the session does not open
    full,
    slot_taken,  // the person attends another session in the slot
    presence,    // as many of the office are away as may be
    budget,      // what is left does not pay the way
    settled,     // it was settled beforehand that the person does not attend
    often,       // the person attends as many sessions as may be
    none,
};

struct Choice {
    int session;
    Obstacle obstacle;
};

struct NeedAnswer {
    int programme;
    std::int64_t weight;
    std::optional<int> attended;  // session
    std::vector<Choice> choices;  // where not attended: each session of the programme
};

std::vector<NeedAnswer> explain_person(
    const Instance& instance, const Assignment& assignment, int person
);

// Why a session opens, or not: what the best plan with the opposite could be worth at most.
struct SessionAnswer {
    bool open = false;
    int people = 0;
    int could_come = 0;                     // need it and could ever attend it
    std::int64_t cost = 0;                  // fixed, and travel of those who attend
    std::int64_t value = 0;                 // of the plan as it is
    std::optional<std::int64_t> otherwise;  // nothing: there is no such plan
};

SessionAnswer explain_session(
    const Instance& instance, const Assignment& assignment, int session, const Limits& limits
);

// What one unit more of a limit could be worth at most, where it is worth anything: 1 of the
// budget, a seat, a person away, a room of so many seats in a slot, a session of a lecturer.
struct LimitPrice {
    Family family;
    std::vector<int> at;
    double price;
};

std::vector<LimitPrice> prices_of_limits(const Instance& instance);

}  // namespace nangluc::annual
