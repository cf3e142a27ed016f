#pragma once

#include <map>

#include "modules/planning/replan.hpp"
#include "modules/planning/solution_store.hpp"

namespace nangluc::planning {

// In place of an earlier proposal for the plan.
void add_replan(
    db::Tx& tx, const Kit& kit, const Replan& replan, const std::vector<PlanSeat>& seats
);
std::optional<Replan> find_replan(db::Tx& tx, PlanId plan);
void remove_replan(db::Tx& tx, PlanId plan);

std::vector<PlanSeat> list_replan_seats(db::Tx& tx, SolutionId solution);
// Who would sit where, with their names.
std::vector<NamedSeat> list_replan_participants(db::Tx& tx, const Replan& replan, Date on);
// Why somebody of a line is without a seat in the solution.
std::map<std::pair<LineId, PersonId>, Unseated> reasons_in(db::Tx& tx, SolutionId solution);

void cancel_session(db::Tx& tx, const Replan& replan);

}  // namespace nangluc::planning
