#pragma once

#include <cstdint>
#include <vector>

#include "engines/assign/annual/instance.hpp"

namespace nangluc::annual {

enum class Rule {
    row_twice,
    not_needed,
    programme_twice,
    slot_twice,
    prerequisite,
    class_size,
    no_way,
    hours,
    presence,
    budget,
    max_sessions,
    frozen_session,
    frozen_seat,
    rooms,
    lecturer,
    floor,
};

// What is broken, by its indices: person, office, venue, lecturer or floor; session or slot.
struct Breach {
    Rule rule;
    int who = -1;
    int what = -1;

    friend bool operator==(const Breach&, const Breach&) = default;
};

struct Verdict {
    std::vector<Breach> breaches;
    std::int64_t value = 0;  // the weights met, less the penalties
    std::int64_t cost = 0;
    std::int64_t shortfall_hours = 0;
    std::int64_t changes = 0;  // seats that are in one of this and the previous plan only
    int open_sessions = 0;
};

// Every rule that the assignment breaks, and what it is worth: from the facts alone, in whole
// numbers, without any of the solver's rows.
// `lessons` are those of the sessions that need one of the lecturers.
Verdict judge(const Instance& instance, const Assignment& assignment, const Lessons& lessons = {});

}  // namespace nangluc::annual
