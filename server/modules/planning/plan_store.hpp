#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/planning/plan.hpp"

namespace nangluc::planning {

struct PlanQuestion {
    std::vector<UnitPath> places;  // at or below any of them
    std::optional<int> year;
    std::optional<PlanStatus> status;
    PlanId before;  // older ones than this; none: from the newest
    int limit = 50;
};
std::vector<Plan> list_plans(db::Tx& tx, const PlanQuestion& question, AsOf at);
Result<Plan> find_plan(db::Tx& tx, PlanId id);
bool has_plan(db::Tx& tx, UnitId unit, int year, const std::string& title);

void add_plan(db::Tx& tx, const Kit& kit, const Plan& plan);
// What the plan says of itself, with its budgets; refuses stale("plan.stale").
Result<> save_plan(db::Tx& tx, Plan& plan);

struct PlanActRow {
    PlanAct act{};
    int version = 1;
    AccountId by;
    std::string by_name;
    std::string reason;
    Instant at;
};
// Adds what `row` says, by its account and for its reason; version and time are the plan's and now.
void add_plan_act(db::Tx& tx, const Kit& kit, const Plan& plan, const PlanActRow& row);
// The oldest first.
std::vector<PlanActRow> list_plan_acts(db::Tx& tx, PlanId plan);

}  // namespace nangluc::planning
