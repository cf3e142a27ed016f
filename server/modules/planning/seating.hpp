#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "modules/planning/line.hpp"
#include "modules/planning/session.hpp"

namespace nangluc::planning {

struct PlanSeat {
    PlanSessionId session;
    PersonId person;
    Money travel;

    friend bool operator==(const PlanSeat&, const PlanSeat&) = default;
};

// All that the seats of a plan depend on.
struct SeatingInput {
    struct PlannedLine {
        Line line;
        std::vector<programmes::Outcome> outcomes;
        std::vector<LineNeed> needs;
    };
    // A seat in another plan of the year that is submitted or approved.
    struct Engagement {
        PersonId person;
        Period days;
        std::vector<programmes::Outcome> outcomes;
    };
    // From where somebody travels, to where a session is held: đồng, there and back.
    using Fare = std::function<Money(UnitId home, UnitId place)>;

    std::vector<PlannedLine> lines;
    std::vector<Session> sessions;
    std::vector<Engagement> engagements;
    std::vector<Budget> budgets;  // none at all: nothing is limited yet
    int places_per_person = 1;
    Money value_per_level;  // what closing one level of a gap is worth against the way to it
    Fare fare;

    // Of a plan that stands and is made again: its seats, what each seat more or less takes off the
    // value, and the sessions that have begun, which stay as they are.
    std::vector<PlanSeat> standing;
    Money change_penalty;
    std::set<PlanSessionId> begun;
};

// Why somebody got no seat; the first eight as assign::Reason.
enum class Unseated {
    already_held,
    no_session,
    unavailable,
    not_worth,
    limit,
    clash,
    no_seat,
    below_minimum,
    shut,    // no session left opens
    budget,  // there is a seat, but no money left for it
};
BOOST_DESCRIBE_ENUM(
    Unseated,
    already_held,
    no_session,
    unavailable,
    not_worth,
    limit,
    clash,
    no_seat,
    below_minimum,
    shut,
    budget
)

struct UnplacedNeed {
    LineId line;
    PersonId person;
    CompetencyId competency;
    Unseated reason{};

    friend bool operator==(const UnplacedNeed&, const UnplacedNeed&) = default;
};

// Why a session does not open; the first that holds.
enum class Shut {
    too_few,   // fewer could come than it must have
    no_money,  // enough would still come, but what is left does not pay for the fewest it must have
    no_gain,   // a plan with it is worth no more
};
BOOST_DESCRIBE_ENUM(Shut, too_few, no_money, no_gain)

struct ShutSession {
    PlanSessionId session;
    Shut reason{};
    int could_come = 0;

    friend bool operator==(const ShutSession&, const ShutSession&) = default;
};

// How far the search was after so long: the best seating found, and what none is worth more than.
struct SearchPoint {
    double seconds = 0;
    std::int64_t value = 0;
    std::int64_t bound = 0;
};
BOOST_DESCRIBE_STRUCT(SearchPoint, (), (seconds, value, bound))

// What one more of a limit could be worth at most, in đồng.
struct Price {
    std::optional<PlanSessionId> session;  // of a seat there; none: of a đồng in the budget
    double price = 0;
};
BOOST_DESCRIBE_STRUCT(Price, (), (session, price))

// The texts by which anybody may check the seating: the year's files, who attends what, and why
// nothing is worth more than the bound (`nangluc plan verify`).
using ProofFiles = std::map<std::string, std::string>;

struct Seating {
    std::vector<PlanSeat> seats;
    std::vector<UnplacedNeed> unplaced;
    std::vector<ShutSession> shut;
    std::int64_t value = 0;  // đồng: of the levels closed, less the ways
    std::int64_t bound = 0;  // no seating is worth more
    std::string input_hash;
    std::string engine_version;
    std::vector<SearchPoint> curve;
    std::vector<Price> prices;
    ProofFiles proof;  // none where the plan is too large to be proven
};

struct SeatingEffort {
    double gap = 0;         // of the value; the search ends once it is proven
    double seconds = 1200;  // nobody waits longer; what is found by then is taken
    // Up to so many pairs of a person and a session the openings are decided too, with a proof;
    // above, every session is taken as held.
    std::size_t most_pairs = 40'000;
    // Told of every step; false ends the search with what it has.
    std::function<bool(const std::vector<SearchPoint>& curve)> go_on =
        [](const std::vector<SearchPoint>&) { return true; };
};

// The best seating that the engines find, with its proof: which sessions open, and who sits there.
// It is checked before it is returned; one that breaks a rule or whose bound is not proven is a
// fault of the engine and throws. Nobody learns the same level of a competency twice, in this plan
// or beside another.
Result<Seating> seat_people(const SeatingInput& input, const SeatingEffort& effort = {});

}  // namespace nangluc::planning
