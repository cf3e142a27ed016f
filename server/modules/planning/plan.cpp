#include "modules/planning/plan.hpp"

#include <algorithm>

namespace nangluc::planning {

Money Estimate::cost() const {
    Money total;
    for (const auto& [source, cost] : spending) total += cost;
    return total;
}

Money Plan::ceiling() const {
    Money total;
    for (const auto& budget : budgets) total += budget.ceiling;
    return total;
}

Result<> Plan::open_to_change() const {
    if (status == PlanStatus::submitted) return conflict("plan.submitted");
    if (status == PlanStatus::approved) return conflict("plan.approved");
    return {};
}

static bool is_over_ceiling(const Plan& plan, const Estimate& estimate) {
    return std::ranges::any_of(estimate.spending, [&](const Estimate::Spending& spending) {
        const auto budget = std::ranges::find(plan.budgets, spending.source, &Budget::source);
        return spending.cost > (budget == plan.budgets.end() ? Money{} : budget->ceiling);
    });
}

Result<> Plan::submit(AccountId by, const Estimate& estimate, Date today) {
    TRY(open_to_change());
    if (!solution) return conflict("plan.not_solved");
    if (estimate.seats == 0) return conflict("plan.empty");
    if (is_over_ceiling(*this, estimate)) return conflict("plan.over_ceiling");
    if (today.year > year) return conflict("plan.year_is_over");

    status = PlanStatus::submitted;
    submitted_by = by;
    return {};
}

Result<> Plan::give_back(const std::string& reason) {
    if (status != PlanStatus::submitted) return conflict("plan.not_submitted");
    if (reason.empty()) return invalid("plan.without_reason", {{"/reason", "required"}});

    status = PlanStatus::returned;
    return {};
}

Result<> Plan::approve(AccountId by, Approval rule) {
    if (status != PlanStatus::submitted) return conflict("plan.not_submitted");
    if (rule == Approval::second_person && by == submitted_by) {
        return conflict("plan.own_submission");
    }

    status = PlanStatus::approved;
    return {};
}

Result<> Plan::amend(const std::string& reason) {
    if (status != PlanStatus::approved) return conflict("plan.not_approved");
    if (reason.empty()) return invalid("plan.without_reason", {{"/reason", "required"}});

    status = PlanStatus::draft;
    return {};
}

}  // namespace nangluc::planning
