#include "modules/planning/plan_service.hpp"

#include <algorithm>
#include <set>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "kit/audit.hpp"
#include "kit/events.hpp"

#include "modules/planning/plan_gate.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::planning {

struct ActDone {
    PlanAct act;
    std::string reason = {};
};

// What the audit keeps of an act.
struct PlanChange {
    PlanStatus status{};
    int version = 1;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PlanChange, (), (status, version, reason))

// The plan is saved; its act and its audit are added in the same transaction.
static Result<> record(
    db::Tx& tx, const Kit& kit, const Actor& actor, Plan& plan, const ActDone& done
) {
    TRY(save_plan(tx, plan));
    add_plan_act(tx, kit, plan, {.act = done.act, .by = actor.account(), .reason = done.reason});
    kit.audit.write(
        tx,
        actor,
        {.act = "plan." + name_of(done.act),
         .object = plan.id.value,
         .unit = plan.unit,
         .change = json::write(PlanChange{plan.status, plan.version, done.reason})}
    );
    return {};
}

Result<std::vector<PlanPage>> PlanService::list(const Actor& actor, const Question& question) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<PlanPage>> {
        auto places = actor.roots(Permission::read_plans);
        if (question.unit) {
            auto place = TRY(organisation::path_of(tx, question.unit, now));
            TRY(actor.require(Permission::read_plans, place, "unit"));
            places = {std::move(place)};
        }
        const PlanQuestion asked{
            .places = std::move(places),
            .year = question.year,
            .status = question.status,
            .before = question.before,
            .limit = question.limit,
        };
        std::vector<PlanPage> pages;
        for (auto& plan : list_plans(tx, asked, now)) {
            pages.push_back(TRY(load_page(tx, std::move(plan), now)));
        }
        return pages;
    });
}

Result<PlanPage> PlanService::find(const Actor& actor, PlanId id) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.read([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(find_plan_for(tx, kit_, actor, id, Permission::read_plans));
        return load_page(tx, std::move(plan), now);
    });
}

static Result<> check_budgets(const std::vector<Budget>& budgets) {
    std::vector<Fault> faults;
    std::set<BudgetSource> sources;
    for (std::size_t i = 0; i < budgets.size(); ++i) {
        const auto at = "/budgets/" + std::to_string(i);
        if (budgets[i].ceiling < Money{}) faults.push_back({at + "/ceiling", "out_of_range"});
        if (!sources.insert(budgets[i].source).second)
            faults.push_back({at + "/source", "repeated"});
    }
    if (!faults.empty()) return invalid("plan.budgets", std::move(faults));
    return {};
}

Result<PlanPage> PlanService::add(const Actor& actor, const NewPlan& wish) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        const auto place = TRY(organisation::path_of(tx, wish.unit, now));
        TRY(actor.require(Permission::edit_plans, place, "unit"));
        TRY(check_budgets(wish.budgets));
        const auto title = tidy(wish.title);
        if (title.empty()) return invalid("plan.untitled", {{"/title", "required"}});
        if (wish.year < now.on.year)
            return invalid("plan.year_is_over", {{"/year", "out_of_range"}});
        if (has_plan(tx, wish.unit, wish.year, title)) return conflict("plan.twice");

        const Plan plan{
            .id = kit_.ids.make<PlanId>(),
            .unit = wish.unit,
            .year = wish.year,
            .title = title,
            .budgets = wish.budgets,
        };
        add_plan(tx, kit_, plan);
        add_plan_act(tx, kit_, plan, {.act = PlanAct::drafted, .by = actor.account()});
        kit_.audit.write(
            tx,
            actor,
            {.act = "plan.drafted",
             .object = plan.id.value,
             .unit = plan.unit,
             .change = json::write(PlanChange{plan.status, plan.version, plan.title})}
        );
        return load_page(tx, plan, now);
    });
}

Result<PlanPage> PlanService::change_budgets(
    const Actor& actor, const Version& read, std::vector<Budget> budgets
) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(find_draft(tx, kit_, actor, {read.plan, read.version}));
        TRY(check_budgets(budgets));
        plan.budgets = budgets;
        plan.change();
        TRY(save_plan(tx, plan));
        kit_.audit.write(
            tx,
            actor,
            {.act = "plan.budgets_changed",
             .object = plan.id.value,
             .unit = plan.unit,
             .change = json::write(PlanChange{plan.status, plan.version, {}})}
        );
        return load_page(tx, std::move(plan), now);
    });
}

Result<PlanPage> PlanService::submit(const Actor& actor, const Version& read) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(
            find_read_plan_for(tx, kit_, actor, {read.plan, read.version}, Permission::submit_plans)
        );
        TRY(plan.submit(actor.account(), estimate_of(tx, plan.id), now.on));
        // Its seats were assigned when the other plan may still have been a draft.
        if (count_doubly_seated(tx, plan) > 0) return conflict("plan.seated_elsewhere");
        TRY(record(tx, kit_, actor, plan, {PlanAct::submitted}));
        publish(kit_.outbox, tx, PlanSubmitted{plan.id, plan.unit, plan.year});
        return load_page(tx, std::move(plan), now);
    });
}

struct DecisionFacts {
    std::string title;
    int year = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DecisionFacts, (), (title, year, reason))

// Who waits for the decision hears of it.
static void tell_submitter(
    db::Tx& tx, const Kit& kit, const Plan& plan, std::string kind, const std::string& reason
) {
    const auto facts = json::write(DecisionFacts{plan.title, plan.year, reason});
    platform::add_notice(
        tx, kit.ids, kit.clock, {plan.submitted_by, std::move(kind), plan.id.value, facts}
    );
}

Result<PlanPage> PlanService::give_back(
    const Actor& actor, const Version& read, const std::string& reason
) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(find_read_plan_for(
            tx, kit_, actor, {read.plan, read.version}, Permission::approve_plans
        ));
        TRY(plan.give_back(reason));
        TRY(record(tx, kit_, actor, plan, {PlanAct::returned, reason}));
        tell_submitter(tx, kit_, plan, "plan.returned", reason);
        return load_page(tx, std::move(plan), now);
    });
}

Result<PlanPage> PlanService::approve(const Actor& actor, const Version& read) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(find_read_plan_for(
            tx, kit_, actor, {read.plan, read.version}, Permission::approve_plans
        ));
        TRY(plan.approve(actor.account(), approval_on(tx, now)));
        TRY(record(tx, kit_, actor, plan, {PlanAct::approved}));
        publish(kit_.outbox, tx, PlanApproved{plan.id, plan.unit, plan.year});
        tell_submitter(tx, kit_, plan, "plan.approved", "");
        return load_page(tx, std::move(plan), now);
    });
}

Result<PlanPage> PlanService::amend(
    const Actor& actor, const Version& read, const std::string& reason
) {
    const auto now = kit_.clock.as_of_now();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PlanPage> {
        auto plan = TRY(
            find_read_plan_for(tx, kit_, actor, {read.plan, read.version}, Permission::edit_plans)
        );
        TRY(plan.amend(reason));
        TRY(record(tx, kit_, actor, plan, {PlanAct::amended, reason}));
        return load_page(tx, std::move(plan), now);
    });
}

}  // namespace nangluc::planning
