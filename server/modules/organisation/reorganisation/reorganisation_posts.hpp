#pragma once

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/unit/unit.hpp"

namespace nangluc::organisation {

// The day and the decision under which staff changes unit.
struct Handover {
    Date on;
    DecisionId decision;
};

// Everybody and every post of the old unit goes to the corresponding post of the new one: of the
// same position and rank, made where there is none.
void move_staff(db::Tx& tx, const Kit& kit, const Handover& by, const Succession& succession);

// Closes posts and holdings of a unit that ends, and opens none.
void end_staff(db::Tx& tx, const Kit& kit, const Handover& by, UnitId unit);

// One person, after end_staff: the holdings that ended with the unit go on in the other, and what
// is authorised goes with her. One who was moved already is moved from where she was put.
struct Passage {
    UnitId from;
    UnitId to;
};
void move_person(
    db::Tx& tx, const Kit& kit, const Handover& by, PersonId person, const Passage& passage
);

}  // namespace nangluc::organisation
