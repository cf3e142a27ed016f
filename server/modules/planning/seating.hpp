#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "modules/planning/line.hpp"
#include "modules/planning/session.hpp"

namespace nangluc::planning {

inline constexpr auto engine_version = "assign-1";

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
    int places_per_person = 1;
    Money value_per_level;  // what closing one level of a gap is worth against the way to it
    Fare fare;
};

// Why somebody got no seat; see assign::Reason.
enum class Unseated {
    already_held,
    no_session,
    unavailable,
    not_worth,
    limit,
    clash,
    no_seat,
    below_minimum,
};
BOOST_DESCRIBE_ENUM(
    Unseated, already_held, no_session, unavailable, not_worth, limit, clash, no_seat, below_minimum
)

struct PlanSeat {
    PlanSessionId session;
    PersonId person;
    Money travel;

    friend bool operator==(const PlanSeat&, const PlanSeat&) = default;
};

struct UnplacedNeed {
    LineId line;
    PersonId person;
    CompetencyId competency;
    Unseated reason{};

    friend bool operator==(const UnplacedNeed&, const UnplacedNeed&) = default;
};

struct Seating {
    std::vector<PlanSeat> seats;
    std::vector<UnplacedNeed> unplaced;
    std::int64_t value = 0;
    std::int64_t bound = 0;  // no seating is worth more
    std::string input_hash;

    friend bool operator==(const Seating&, const Seating&) = default;
};

// The best seating that the engine finds, with its proof. It is checked by the verifier before it
// is returned; one that breaks a rule is a fault of the engine and throws. Nobody learns the same
// level of a competency twice, in this plan or beside another.
Result<Seating> seat_people(const SeatingInput& input);

}  // namespace nangluc::planning
