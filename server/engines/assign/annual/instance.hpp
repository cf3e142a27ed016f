#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace nangluc::annual {

// A year to be planned: who needs what, what could be held, and what may be spent. Everything is
// named by its index here; `id` is the name in the files. Costs and values are whole numbers of the
// smallest unit that the files use.

struct Office {
    std::int64_t id;
    int max_absent;  // of its people in the same slot
};

struct Person {
    std::int64_t id;
    int office;
    int min_hours;  // each hour missing costs the penalty
    int max_hours;
};

struct Programme {
    std::int64_t id;
    int hours;
    std::optional<int> prerequisite;  // held before, or attended in an earlier slot
};

struct Session {
    std::int64_t id;
    int programme;
    int venue;
    int slot;  // order in the year
    int min_class;
    int capacity;
    std::int64_t fixed_cost;
};

struct Need {
    int person;
    int programme;
    std::int64_t weight;
};

struct Instance {
    std::vector<Office> offices;
    std::vector<Person> persons;
    std::vector<Programme> programmes;
    std::vector<Session> sessions;
    std::vector<Need> needs;                // by person, then programme
    std::vector<std::pair<int, int>> held;  // person, programme; in ascending order
    std::vector<std::vector<std::optional<std::int64_t>>>
        travel;  // [office][venue]; absent: no way
    std::int64_t budget = 0;
    std::int64_t penalty = 0;  // for an hour below somebody's minimum
    int value_places = 0;      // of weights and penalty
    int cost_places = 0;
};

struct Attendance {
    int person;
    int session;

    friend auto operator<=>(const Attendance&, const Attendance&) = default;
};

// Who attends what; the sessions that occur are those that open.
using Assignment = std::vector<Attendance>;

}  // namespace nangluc::annual
