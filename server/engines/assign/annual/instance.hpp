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
    std::optional<int> room_seats = {};  // where its room need not have the capacity

    int seats_needed() const { return room_seats.value_or(capacity); }
    int first_slot() const { return slots.front(); }
    int last_slot() const { return slots.back(); }
    // An open session has somebody in it, whatever the file says.
    int least_people() const { return std::max(1, min_class); }
};

// Whether nobody can attend both.
bool overlap(const Session& one, const Session& other);

// So many rooms of so many seats at a venue, in each slot.
struct Rooms {
    int venue;
    int seats;
    int count;
};

struct Lecturer {
    std::int64_t id;
    int max_sessions;
    std::vector<int> programmes = {};  // that they can teach, in ascending order
};

// What some offices together must have of the plan.
struct Floor {
    std::int64_t id;
    int least_seats;
    int least_percent;              // of the weights met
    std::vector<int> offices = {};  // in ascending order
};

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

    std::map<std::pair<int, int>, int> absences = {};  // office, slot: instead of max_absent
    std::vector<std::int64_t> venues = {};             // their ids
    std::vector<Rooms> rooms = {};                     // of the venues that count theirs
    std::vector<Lecturer> lecturers = {};              // of the programmes that only some can teach
    std::vector<Floor> floors = {};

    // What is settled beforehand; the plan that stands, if any does, and what each seat that
    // differs from it costs of the value.
    std::map<int, bool> frozen_sessions = {};      // opens, or stays shut
    std::map<Attendance, bool> frozen_seats = {};  // attends, or stays away
    std::optional<std::set<Attendance>> previous = {};
    std::int64_t change_penalty = 0;

    bool counts_changes() const { return previous && change_penalty > 0; }

    int most_absent(int office, int slot) const;
    int most_absent(int office, const Session& session) const;  // in the fewest of its slots
    // How many rooms of a venue have so many seats; nothing where the venue does not count them.
    std::optional<int> rooms_for(int venue, int seats) const;
    bool needs_lecturer(const Session& session) const;
    static bool can_teach(const Lecturer& lecturer, const Session& session);
};

// Who attends what; the sessions that occur are those that open.
using Assignment = std::vector<Attendance>;

struct Lesson {
    int lecturer;
    int session;

    friend auto operator<=>(const Lesson&, const Lesson&) = default;
};

// Who teaches what, of the sessions that need one of the lecturers.
using Lessons = std::vector<Lesson>;

}  // namespace nangluc::annual
