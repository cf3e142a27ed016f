#include "modules/planning/plan_store.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "base/repeated.hpp"

#include "modules/platform/api.hpp"

namespace nangluc::planning {

constexpr auto select_budgets = R"sql(
    SELECT source, ceiling
      FROM planning_budgets
     WHERE plan_id = $1
     ORDER BY source
)sql";

static std::vector<Budget> budgets_of(db::Tx& tx, PlanId plan) {
    std::vector<Budget> budgets;
    for (const auto& row : tx.all(select_budgets, plan)) {
        budgets.push_back({row.get<BudgetSource>("source"), row.get<Money>("ceiling")});
    }
    return budgets;
}

constexpr auto select_last_submission = R"sql(
    SELECT account_id
      FROM planning_plan_acts
     WHERE plan_id = $1 AND act = 'submitted'
     ORDER BY id DESC
     LIMIT 1
)sql";

static AccountId submitter_of(db::Tx& tx, PlanId plan) {
    const auto row = tx.one(select_last_submission, plan);
    return row ? row->get<AccountId>("account_id") : AccountId{};
}

static Plan plan_of(db::Tx& tx, const db::Row& row) {
    const auto id = row.get<PlanId>("id");
    return {
        .id = id,
        .unit = row.get<UnitId>("unit_id"),
        .year = row.get<int>("year"),
        .title = row.get<std::string>("title"),
        .status = row.get<PlanStatus>("status"),
        .budgets = budgets_of(tx, id),
        .solution = row.get<std::optional<SolutionId>>("solution_id").value_or(SolutionId{}),
        .submitted_by = submitter_of(tx, id),
        .version = row.get<int>("version"),
    };
}

constexpr auto select_plan = R"sql(
    SELECT id, unit_id, year, title, status, solution_id, version
      FROM planning_plans
     WHERE id = $1
)sql";

Result<Plan> find_plan(db::Tx& tx, PlanId id) {
    const auto row = tx.one(select_plan, id);
    if (!row) return not_found("plan");
    return plan_of(tx, *row);
}

// Of a unit that no longer stands, the plans are found where its default successor stands.
constexpr auto select_plans = R"sql(
    WITH RECURSIVE homes (unit_id) AS (
        SELECT c.unit_id
          FROM organisation_v_places c
         WHERE c.path >= $1 AND c.path < $2
           AND c.from_date <= $3 AND c.until_date > $3
           AND c.recorded_at <= $4 AND c.superseded_at > $4
         UNION
        SELECT s.old_unit_id
          FROM homes h
          JOIN organisation_v_successions s ON s.new_unit_id = h.unit_id
         WHERE s.effective_on <= $3 AND s.recorded_at <= $4
           AND NOT EXISTS (SELECT 1
                             FROM organisation_v_places o
                            WHERE o.unit_id = s.old_unit_id
                              AND o.from_date <= $3 AND o.until_date > $3
                              AND o.recorded_at <= $4 AND o.superseded_at > $4)
    )
    SELECT p.id, p.unit_id, p.year, p.title, p.status, p.solution_id, p.version
      FROM planning_plans p
      JOIN homes h ON h.unit_id = p.unit_id
     WHERE (p.year = $5 OR $5 = 0)
       AND (p.status = $6 OR $6 = '')
       AND (p.id < $7 OR $7 = 0)
     ORDER BY p.id DESC
     LIMIT $8
)sql";

std::vector<Plan> list_plans(db::Tx& tx, const PlanQuestion& question, AsOf at) {
    std::vector<db::Row> rows;
    for (const auto& place : question.places) {
        const auto below = tx.all(
            select_plans,
            place.range_from(),
            place.range_until(),
            at.on,
            at.known_at,
            question.year.value_or(0),
            question.status ? name_of(*question.status) : std::string(),
            question.before.value,
            question.limit
        );
        rows.insert(rows.end(), below.begin(), below.end());
    }
    const auto id = [](const db::Row& row) { return row.get<PlanId>("id"); };
    std::ranges::sort(rows, std::greater{}, id);
    erase_repeated(rows, id);

    std::vector<Plan> plans;
    for (const auto& row : rows) {
        if (plans.size() == static_cast<std::size_t>(question.limit)) break;
        plans.push_back(plan_of(tx, row));
    }
    return plans;
}

constexpr auto select_same_plan = R"sql(
    SELECT id FROM planning_plans WHERE unit_id = $1 AND year = $2 AND title = $3
)sql";

bool has_plan(db::Tx& tx, UnitId unit, int year, const std::string& title) {
    return tx.one(select_same_plan, unit, year, title).has_value();
}

constexpr auto insert_budget = R"sql(
    INSERT INTO planning_budgets (plan_id, source, ceiling) VALUES ($1, $2, $3)
)sql";

static void add_budgets(db::Tx& tx, const Plan& plan) {
    for (const auto& [source, ceiling] : plan.budgets) {
        tx.run(insert_budget, plan.id, source, ceiling);
    }
}

constexpr auto insert_plan = R"sql(
    INSERT INTO planning_plans (id, unit_id, year, title, status, version, recorded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql";

void add_plan(db::Tx& tx, const Kit& kit, const Plan& plan) {
    tx.run(
        insert_plan,
        plan.id,
        plan.unit,
        plan.year,
        plan.title,
        plan.status,
        plan.version,
        kit.clock.now()
    );
    add_budgets(tx, plan);
}

constexpr auto update_plan = R"sql(
    UPDATE planning_plans
       SET title = $3, status = $4, solution_id = $5, version = version + 1
     WHERE id = $1 AND version = $2
)sql";

constexpr auto delete_budgets = R"sql(
    DELETE FROM planning_budgets WHERE plan_id = $1
)sql";

// Seats stand for what the plan says; when that changes they are nobody's any more. Those of an
// unchanged plan that is solved again are replaced by the same ones.
constexpr auto delete_seats = R"sql(
    DELETE FROM planning_seats
     WHERE session_id IN (SELECT id FROM planning_sessions WHERE plan_id = $1)
)sql";

Result<> save_plan(db::Tx& tx, Plan& plan) {
    const auto rows =
        tx.run(update_plan, plan.id, plan.version, plan.title, plan.status, plan.solution);
    if (rows == 0) return stale("plan.stale");

    ++plan.version;
    tx.run(delete_budgets, plan.id);
    add_budgets(tx, plan);
    if (!plan.solution) tx.run(delete_seats, plan.id);
    return {};
}

constexpr auto insert_plan_act = R"sql(
    INSERT INTO planning_plan_acts (id, plan_id, plan_version, act, account_id, reason, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql";

void add_plan_act(db::Tx& tx, const Kit& kit, const Plan& plan, const PlanActRow& row) {
    const auto id = kit.ids.next();
    tx.run(
        insert_plan_act, id, plan.id, plan.version, row.act, row.by, row.reason, kit.clock.now()
    );
}

constexpr auto select_plan_acts = R"sql(
    SELECT plan_version, act, account_id, reason, at
      FROM planning_plan_acts
     WHERE plan_id = $1
     ORDER BY id
)sql";

std::vector<PlanActRow> list_plan_acts(db::Tx& tx, PlanId plan) {
    std::vector<PlanActRow> acts;
    for (const auto& row : tx.all(select_plan_acts, plan)) {
        const auto by = row.get<AccountId>("account_id");
        acts.push_back({
            .act = row.get<PlanAct>("act"),
            .version = row.get<int>("plan_version"),
            .by = by,
            .by_name = platform::name_of_account(tx, by),
            .reason = row.get<std::string>("reason"),
            .at = row.get<Instant>("at"),
        });
    }
    return acts;
}

constexpr auto count_plans = R"sql(
    SELECT COUNT(*) AS plans FROM planning_plans WHERE unit_id = $1 AND year >= $2
)sql";

organisation::Impact count_plans_of(db::Tx& tx, const std::vector<UnitId>& units, Date on) {
    organisation::Impact impact{.noun = "plans"};
    for (const auto unit : units) {
        impact.count += tx.one(count_plans, unit, on.year)->get<int>("plans");
    }
    return impact;
}

}  // namespace nangluc::planning
