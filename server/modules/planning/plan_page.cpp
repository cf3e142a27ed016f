#include "modules/planning/plan_page.hpp"

#include <algorithm>

#include "modules/planning/nomination_store.hpp"
#include "modules/planning/replan_store.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::planning {

int PlanPage::seats_avoided() const {
    int seats = 0;
    for (const auto& line : lines) seats += line.avoided.in_all();
    return seats;
}

std::int64_t PlanPage::hours_avoided() const {
    std::int64_t hours = 0;
    for (const auto& line : lines) {
        hours += std::int64_t{line.avoided.in_all()} * line.listed.programme.hours;
    }
    return hours;
}

Money PlanPage::money_avoided() const {
    Money money;
    for (const auto& line : lines) {
        money += line.listed.programme.cost_per_person * line.avoided.in_all();
    }
    return money;
}

Result<UnitPath> place_of_plan(db::Tx& tx, const Plan& plan, AsOf at) {
    const auto standing = organisation::successor_on(tx, plan.unit, at.on);
    if (!standing) return not_found("plan");
    return organisation::path_of(tx, standing, at);
}

static std::vector<PagedLine> lines_of(db::Tx& tx, PlanId plan, SolutionId solution) {
    std::map<PlanSessionId, SessionSeats> seats;
    for (const auto& count : count_seats(tx, plan)) seats[count.session] = count;
    const auto sessions = list_sessions(tx, plan);
    const auto exceptions = count_exceptions(tx, plan);
    const auto shut = list_shut_sessions(tx, solution);

    std::vector<PagedLine> lines;
    for (auto& listed : list_lines(tx, plan)) {
        PagedLine line{.listed = std::move(listed)};
        line.avoided = count_avoided(tx, line.listed.line.id);
        const auto excepted = exceptions.find(line.listed.line.id);
        if (excepted != exceptions.end()) line.exceptions = excepted->second;
        for (const auto& session : sessions) {
            if (session.line != line.listed.line.id) continue;
            const auto& taken = seats.at(session.id);
            const auto cost = session.cost(taken.people);
            line.sessions.push_back({session, taken.people, taken.travel, cost, {}});
            const auto why = shut.find(session.id);
            if (why != shut.end()) line.sessions.back().shut = why->second;
            line.people_seated += taken.people;
            line.cost += cost;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

static Estimate estimate_of(const std::vector<PagedLine>& lines, int people) {
    Estimate estimate{.people = people};
    for (const auto& line : lines) {
        estimate.seats += line.people_seated;
        estimate.hours += std::int64_t{line.people_seated} * line.listed.programme.hours;
        for (const auto& session : line.sessions) estimate.travel += session.travel;

        const auto source = line.listed.line.source;
        auto spending = std::ranges::find(estimate.spending, source, &Estimate::Spending::source);
        if (spending == estimate.spending.end()) {
            spending = estimate.spending.insert(spending, {.source = source});
        }
        spending->cost += line.cost;
    }
    std::ranges::sort(estimate.spending, {}, &Estimate::Spending::source);
    return estimate;
}

Estimate estimate_of(db::Tx& tx, PlanId plan) {
    return estimate_of(lines_of(tx, plan, {}), count_seated_people(tx, plan));
}

Plan::Approval approval_on(db::Tx& tx, AsOf at) {
    using enum Plan::Approval;
    return platform::setting(tx, "plan_needs_second_person", at) == 1 ? second_person : any_person;
}

constexpr auto select_last_name = R"sql(
    SELECT full_name
      FROM organisation_v_names
     WHERE unit_id = $1 AND from_date <= $2
       AND recorded_at <= $3 AND superseded_at > $3
     ORDER BY until_date DESC
     LIMIT 1
)sql";

static std::string last_name_of(db::Tx& tx, UnitId unit, AsOf at) {
    const auto row = tx.one(select_last_name, unit, at.on, at.known_at);
    return row ? row->get<std::string>("full_name") : std::string();
}

Result<PlanPage> load_page(db::Tx& tx, Plan plan, AsOf at) {
    PlanPage page{.plan = std::move(plan)};
    page.place = TRY(place_of_plan(tx, page.plan, at));
    page.unit_name = last_name_of(tx, page.plan.unit, at);
    if (page.place.unit() != page.plan.unit) {
        page.successor_name = last_name_of(tx, page.place.unit(), at);
    }
    page.lines = lines_of(tx, page.plan.id, page.plan.solution);
    page.estimate = estimate_of(page.lines, count_seated_people(tx, page.plan.id));
    page.acts = list_plan_acts(tx, page.plan.id);
    page.approval = approval_on(tx, at);
    if (page.plan.solution) {
        page.solution = find_solution(tx, page.plan.solution);
        const auto replan = find_replan(tx, page.plan.id);
        page.has_replan = replan && replan->version == page.plan.version;
        page.proof = find_proof(tx, page.plan.solution);
        page.unplaced = count_unplaced(tx, page.plan.solution);
    }
    return page;
}

}  // namespace nangluc::planning
