#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "modules/organisation/unit/unit.hpp"

namespace nangluc::organisation {

enum class StepKind { establish, merge, split, abolish, move, rename };
BOOST_DESCRIBE_ENUM(StepKind, establish, merge, split, abolish, move, rename)

// What a unit is called from now on.
struct Called {
    std::string kind;  // administrative, office, division; of an established unit only
    std::string level;
    std::string code;
    std::string type;
    std::string name;
    std::string full_name;
    std::string name_en;
    std::string full_name_en;

    friend bool operator==(const Called&, const Called&) = default;
};

// One step of a reorganisation. Which members count depends on its kind:
//     establish: unit (an id promised beforehand), into (the unit above), called
//     merge:     units (wholes), into
//     split:     unit, units (its parts: standing or established), into (the default among them)
//     abolish:   unit, into (who takes over) or `individually`: its people are placed one by one
//     move:      unit, into (the new unit above)
//     rename:    unit, called: a new name, code or type
struct Step {
    StepKind kind{};
    UnitId unit;
    std::vector<UnitId> units;
    UnitId into;
    bool individually = false;
    Called called;

    friend bool operator==(const Step&, const Step&) = default;
};

// What a reorganisation finds: everything at or below its root on the day before it holds, and the
// ids promised to it. `busy` units have changes already recorded for later days.
struct Standing {
    UnitId root;
    std::vector<Unit> units;
    std::vector<UnitId> promised;
    std::vector<UnitId> busy;
};

// Every fault, at "/steps/2/unit". Codes: does_not_stand, is_the_root, twice, required, too_few,
// not_a_part, no_successor, cycle, code_taken, name_taken, not_promised, changes_later, itself.
std::vector<Fault> check(const std::vector<Step>& steps, const Standing& standing);

// The dated rows that the steps come to, for steps without a fault. Units below a merged unit go
// with it; units below a split or abolished one that no step names end with it, since nobody may
// guess where their people go.
struct Outcome {
    struct Named {
        UnitId unit;
        Called called;
    };
    struct Placed {
        UnitId unit;
        std::string level;
        UnitPath path;
    };
    std::vector<Named> established;
    std::vector<Named> renamed;
    std::vector<Placed> placed;  // of exactly the units that are new or whose path changes
    std::vector<UnitId> ended;
    std::vector<Succession> successions;
    // Units whose people are asked for: ended, and not whole in one successor.
    std::vector<UnitId> asked;
    // The structure from that day on.
    std::vector<Unit> after;
};
Outcome outcome_of(const std::vector<Step>& steps, const Standing& standing, Date effective_on);

// Whether the people of `unit` may be placed in `target`.
bool may_place(const Outcome& outcome, UnitId unit, UnitId target);

}  // namespace nangluc::organisation
