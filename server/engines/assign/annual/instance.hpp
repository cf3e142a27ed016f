#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
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
    std::optional<int> max_sessions = {};
};

struct Programme {
    std::int64_t id;
    int hours;
    std::optional<int> prerequisite;  // held before, or attended before the first slot
};

struct Session {
    std::int64_t id;
    int programme;
    int venue;
    std::vector<int> slots;  // in the order of the year; one at least
    int min_class;
    int capacity;
    std::int64_t fixed_cost;

    int first_slot() const { return slots.front(); }
    int last_slot() const { return slots.back(); }
    // An open session has somebody in it, whatever the file says.
    int least_people() const { return std::max(1, min_class); }
};

// Whether nobody can attend both.
inline bool overlap(const Session& one, const Session& other) {
    return std::ranges::any_of(one.slots, [&](int slot) {
        return std::ranges::binary_search(other.slots, slot);
    });
}

struct Need {
    int person;
    int programme;
    std::int64_t weight;
};

struct Attendance {
    int person;
    int session;

    friend auto operator<=>(const Attendance&, const Attendance&) = default;
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

    // What is settled beforehand; the plan that stands, if any does, and what each seat that
    // differs from it costs of the value.
    std::map<int, bool> frozen_sessions = {};      // opens, or stays shut
    std::map<Attendance, bool> frozen_seats = {};  // attends, or stays away
    std::optional<std::set<Attendance>> previous = {};
    std::int64_t change_penalty = 0;

    bool counts_changes() const { return previous && change_penalty > 0; }
};

// Who attends what; the sessions that occur are those that open.
using Assignment = std::vector<Attendance>;

}  // namespace nangluc::annual
