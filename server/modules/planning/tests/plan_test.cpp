#include "modules/planning/plan.hpp"

#include <doctest/doctest.h>

using namespace nangluc;
using namespace nangluc::planning;

// A plan that may be submitted, and what its seats come to; each test spoils one thing.
static Plan ready_plan() {
    return {
        .id = {1},
        .unit = {2},
        .year = 2027,
        .title = "Kế hoạch 2027",
        .budgets = {{BudgetSource::province, {100}}, {BudgetSource::commune, {10}}},
        .solution = {5},
    };
}

static Estimate ready_estimate() {
    return {.people = 2, .seats = 3, .spending = {{BudgetSource::province, {100}}}};
}

static constexpr AccountId planner{7};
static constexpr AccountId leader{8};

static std::string refusal_of(
    Plan plan, const Estimate& estimate = ready_estimate(), Date today = {2026, 11, 23}
) {
    const auto result = plan.submit(planner, estimate, today);
    return result ? "none" : result.error().code;
}

TEST_CASE("a plan within its ceilings is submitted once") {
    auto plan = ready_plan();

    REQUIRE(plan.submit(planner, ready_estimate(), {2026, 11, 23}));
    CHECK(plan.status == PlanStatus::submitted);
    CHECK(refusal_of(plan) == "plan.submitted");
}

TEST_CASE("a plan that takes more from one source than it gives cannot be submitted") {
    auto estimate = ready_estimate();
    estimate.spending = {{BudgetSource::province, {90}}, {BudgetSource::commune, {11}}};

    CHECK(estimate.cost() < ready_plan().ceiling());
    CHECK(refusal_of(ready_plan(), estimate) == "plan.over_ceiling");
    estimate.spending = {{BudgetSource::other, {1}}};
    CHECK(refusal_of(ready_plan(), estimate) == "plan.over_ceiling");
}

TEST_CASE("a plan changed since its seats were assigned cannot be submitted") {
    auto plan = ready_plan();
    plan.change();

    CHECK(refusal_of(plan) == "plan.not_solved");
}

TEST_CASE("a plan in which nobody sits cannot be submitted") {
    CHECK(refusal_of(ready_plan(), {}) == "plan.empty");
}

TEST_CASE("a plan cannot be submitted after its year") {
    CHECK(refusal_of(ready_plan(), ready_estimate(), {2028, 1, 1}) == "plan.year_is_over");
}

TEST_CASE("who submitted a plan does not approve it, unless the office has one person") {
    auto plan = ready_plan();
    REQUIRE(plan.submit(planner, ready_estimate(), {2026, 11, 23}));

    const auto own = plan.approve(planner, Plan::Approval::second_person);
    REQUIRE_FALSE(own);
    CHECK(own.error().code == "plan.own_submission");
    auto single = plan;
    CHECK(single.approve(planner, Plan::Approval::any_person));
    CHECK(plan.approve(leader, Plan::Approval::second_person));
    CHECK(plan.status == PlanStatus::approved);
}

TEST_CASE("a plan is returned with a reason and can be submitted again") {
    auto plan = ready_plan();
    REQUIRE(plan.submit(planner, ready_estimate(), {2026, 11, 23}));

    CHECK_FALSE(plan.give_back(""));
    REQUIRE(plan.give_back("Thiếu lớp cho vùng cao"));
    CHECK(plan.status == PlanStatus::returned);
    CHECK(refusal_of(plan) == "none");
}

TEST_CASE("an approved plan changes only after it was amended with a reason") {
    auto plan = ready_plan();
    plan.status = PlanStatus::approved;

    CHECK_FALSE(plan.open_to_change());
    CHECK_FALSE(plan.amend(""));
    REQUIRE(plan.amend("Bổ sung lớp tháng 9"));
    CHECK(plan.open_to_change());
}
