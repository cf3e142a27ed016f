#pragma once

#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/unit/unit.hpp"

namespace nangluc::http {
class Router;
}

namespace nangluc::organisation {

// By whose structure people of an earlier day are counted.
enum class CountBy { then, now };
BOOST_DESCRIBE_ENUM(CountBy, then, now)

struct Headcount {
    struct Line {
        Unit unit;  // the unit asked about, or one directly below it
        int people = 0;
        int placed_by_default = 0;
    };
    std::vector<Line> lines;
    int people = 0;
    int placed_by_default = 0;
    int unknown_people = 0;
    std::vector<Unit> unknown;  // of then: no table names what took over
};

// Persons with a main holding `on` that day, at or below a unit that stands then (by: then) or on
// `now` (by: now). By the structure of now a person is counted where she stands now; where she
// stands nowhere, at the successor of her unit, and at the default target where it was split.
// People whose unit has no known successor belong to no place of now: they are told with the units
// of then when the unit asked about is the root of the tree.
struct HeadcountAsked {
    UnitId unit;
    Date on;
    CountBy by = CountBy::then;
    Date now;
};

class HeadcountService {
public:
    explicit HeadcountService(const Kit& kit) : kit_(kit) {}

    Result<Headcount> count(const Actor& actor, const HeadcountAsked& asked);

private:
    const Kit& kit_;
};

void add_headcount_routes(http::Router& router, HeadcountService& headcounts, const Clock& clock);

}  // namespace nangluc::organisation
