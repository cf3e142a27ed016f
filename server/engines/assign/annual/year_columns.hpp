#pragma once

#include <vector>

#include "engines/assign/annual/groups.hpp"
#include "engines/assign/annual/instance.hpp"
#include "engines/assign/annual/model.hpp"

namespace nangluc::annual {

// What is decided, as columns: whether each session opens, how many an office sends to a session,
// how many of a group attend it, who teaches it where only some can, and how many hours a group
// stays below its minimum. What an office
// sends follows from who attends, but cost and presence hang on it alone: asking about it first
// settles more at a time.
struct Seats {
    int column;
    int group;
    int need;  // of the group
    int session;
};

struct Sent {
    int column;
    int office;
    int session;
    std::vector<int> seats;  // indices of `YearColumns::seats`
};

struct Teaching {
    int column;
    int lecturer;
    int session;
};

struct YearColumns {
    const Instance& instance;
    std::vector<Group> groups;
    std::vector<Column> columns;
    std::vector<Seats> seats;                       // by group, need and session
    std::vector<Sent> sent;                         // by session, then office
    std::vector<Teaching> teaching;                 // by session, then lecturer
    std::vector<std::vector<int>> seats_of_group;   // indices of `seats`
    std::vector<std::vector<int>> sent_to_session;  // indices of `sent`
    std::vector<int> missing_hours;                 // [group] column, or -1
    bool impossible = false;                        // what is settled contradicts the rules

    const Session& offer(const Seats& seats_here) const;
    const Group& group(const Seats& seats_here) const;
};

YearColumns year_columns(const Instance& instance);

}  // namespace nangluc::annual
