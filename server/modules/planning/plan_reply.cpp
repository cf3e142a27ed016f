#include "modules/planning/plan_reply.hpp"

#include <algorithm>

namespace nangluc::planning {

static std::vector<BudgetReply> budgets_of(const PlanPage& page) {
    std::vector<BudgetReply> budgets;
    for (const auto& [source, ceiling] : page.plan.budgets) {
        budgets.push_back({source, ceiling, {}});
    }
    for (const auto& [source, cost] : page.estimate.spending) {
        auto budget = std::ranges::find(budgets, source, &BudgetReply::source);
        if (budget == budgets.end()) budget = budgets.insert(budget, {source, {}, {}});
        budget->planned = cost;
    }
    std::ranges::sort(budgets, {}, &BudgetReply::source);
    return budgets;
}

PlanSummary summary_of(const PlanPage& page) {
    const auto& plan = page.plan;
    PlanSummary summary{
        .id = plan.id,
        .unit = plan.unit,
        .unit_name = page.unit_name,
        .successor_name = page.successor_name,
        .year = plan.year,
        .title = plan.title,
        .status = plan.status,
        .version = plan.version,
        .lines = static_cast<int>(page.lines.size()),
        .totals =
            {
                .people = page.estimate.people,
                .seats = page.estimate.seats,
                .hours = page.estimate.hours,
                .cost = page.estimate.cost(),
                .ceiling = plan.ceiling(),
                .travel = page.estimate.travel,
            },
        .budgets = budgets_of(page),
    };
    for (const auto& line : page.lines) {
        summary.totals.needs += line.listed.needs;
        summary.totals.people_asked += line.listed.people;
    }
    return summary;
}

static PlanSessionReply reply_of(const PagedSession& paged) {
    const auto& session = paged.session;
    return {
        .id = session.id,
        .place_unit = session.place_unit,
        .place = session.place,
        .starts_on = session.starts_on,
        .ends_on = session.ends_on,
        .seats = session.seats,
        .min_seats = session.min_seats,
        .cost_fixed = session.cost_fixed,
        .cost_per_person = session.cost_per_person,
        .people = paged.people,
        .cost = paged.cost,
        .travel = paged.travel,
        .shut = paged.shut ? std::optional(paged.shut->reason) : std::nullopt,
        .could_come = paged.shut ? paged.shut->could_come : 0,
        .cancelled = session.cancelled,
    };
}

static PlanLineReply reply_of(const PagedLine& paged, const std::vector<UnplacedCount>& unplaced) {
    const auto& [line, programme, group_title, needs, people] = paged.listed;
    PlanLineReply reply{
        .id = line.id,
        .seq = line.seq,
        .programme_version = line.programme,
        .programme_code = programme.code,
        .programme_title = programme.title,
        .programme_title_en = programme.title_en,
        .hours = programme.hours,
        .days = programme.days,
        .min_class = programme.min_class,
        .max_class = programme.max_class,
        .cost_per_class = programme.cost_per_class,
        .cost_per_person = programme.cost_per_person,
        .group = line.group,
        .group_title = group_title,
        .source = line.source,
        .note = line.note,
        .needs = needs,
        .people = people,
        .people_seated = paged.people_seated,
        .completed_before = paged.avoided.completed,
        .already_holding = paged.avoided.already_holding,
        .exceptions = paged.exceptions,
        .cost = paged.cost,
    };
    for (const auto& session : paged.sessions) reply.sessions.push_back(reply_of(session));
    for (const auto& count : unplaced) {
        if (count.line == line.id) reply.unplaced.push_back({count.reason, count.people});
    }
    return reply;
}

// What this reader may do to the plan now. The web offers these acts and no others.
static std::vector<std::string> acts_open_to(const Actor& reader, const PlanPage& page) {
    const auto may = [&](Permission permission) { return reader.may(permission, page.place); };
    const auto& plan = page.plan;
    std::vector<std::string> acts;
    if (plan.open_to_change() && may(Permission::edit_plans)) {
        acts.emplace_back("edit");
        if (!page.lines.empty()) acts.emplace_back("solve");
    }
    if (plan.open_to_change() && plan.solution && may(Permission::submit_plans)) {
        acts.emplace_back("submit");
    }
    if (plan.status == PlanStatus::submitted && may(Permission::approve_plans)) {
        const bool may_be_own = page.approval == Plan::Approval::any_person;
        if (may_be_own || plan.submitted_by != reader.account()) acts.emplace_back("approve");
        acts.emplace_back("return");
    }
    if (plan.status == PlanStatus::approved && may(Permission::edit_plans)) {
        acts.emplace_back("amend");
        acts.emplace_back("cancel_session");
        if (page.has_replan) acts.emplace_back("take_replan");
    }
    return acts;
}

static SolutionReply reply_of(const Solution& solution, const Proof& proof) {
    return {
        .id = solution.id,
        .value = solution.value,
        .bound = solution.bound,
        .gap = solution.bound - solution.value,
        .input_hash = solution.input_hash,
        .engine_version = solution.engine_version,
        .unlocated = solution.unlocated,
        .solved_at = solution.solved_at,
        .curve = proof.curve,
        .prices = proof.prices,
        .value_per_level = proof.value_per_level,
        .certificate_hash = proof.certificate_hash,
    };
}

PlanReply reply_of(const PlanPage& page, const Actor& reader) {
    PlanReply reply{
        .plan = summary_of(page),
        .avoided = {page.seats_avoided(), page.hours_avoided(), page.money_avoided()},
        .actions = acts_open_to(reader, page),
    };
    for (const auto& line : page.lines) reply.lines.push_back(reply_of(line, page.unplaced));
    if (page.solution) reply.solution = reply_of(*page.solution, page.proof.value_or(Proof{}));
    for (const auto& act : page.acts) {
        reply.acts.push_back({act.act, act.version, act.by, act.by_name, act.reason, act.at});
    }
    return reply;
}

}  // namespace nangluc::planning
