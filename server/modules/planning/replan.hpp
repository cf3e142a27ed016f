#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/planning/seating.hpp"

namespace nangluc::planning {

// A plan made again around a session that is not held: proposed beside the seats that stand.
struct Replan {
    PlanId plan;
    int version = 1;  // of the plan that it was made from
    PlanSessionId session;
    std::string reason;
    SolutionId solution;
    AccountId by;
};

// What becomes of somebody whose seats of one line change.
enum class Moved {
    reseated,   // out of the cancelled session, into another
    left_out,   // out of it, into none
    moved,      // from one session to another, so that others find room
    gave_seat,  // out of a session that is held, into none
    gained,     // without a seat before
};
BOOST_DESCRIBE_ENUM(Moved, reseated, left_out, moved, gave_seat, gained)

// A seat with whose it is.
struct NamedSeat {
    PlanSessionId session;
    LineId line;
    PersonId person;
    std::string name;
    std::string unit_name;
};

struct Move {
    PersonId person;
    std::string name;
    std::string unit_name;
    LineId line;
    std::optional<PlanSessionId> from;
    std::optional<PlanSessionId> to;
    Moved what{};
    std::optional<Unseated> reason;  // where it is into none
};

// Both by line and person; a person has one seat of a line at most.
std::vector<Move> moves_between(
    const std::vector<NamedSeat>& standing,
    const std::vector<NamedSeat>& proposed,
    PlanSessionId cancelled
);

}  // namespace nangluc::planning
