#pragma once

#include "modules/planning/plan.hpp"

namespace nangluc::planning {

// A class that is offered: where, when, for how many. Who sits there is the solution's.
struct Session {
    PlanSessionId id;
    LineId line;
    UnitId place_unit;
    std::string place;
    Date starts_on;
    Date ends_on;
    int seats = 0;
    int min_seats = 0;
    Money cost_fixed;
    Money cost_per_person;
    std::optional<std::string> cancelled = {};  // why it is not held after all

    Period days() const { return {starts_on, add_days(ends_on, 1)}; }
    // Held with so many people.
    Money cost(int people) const;

    // Refuses with invalid("session.invalid"), each fault at its place.
    Result<> check(int year, const programmes::Version& programme) const;
};

}  // namespace nangluc::planning
