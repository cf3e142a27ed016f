#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/planning/line_store.hpp"
#include "modules/planning/plan_store.hpp"
#include "modules/planning/proof_store.hpp"

namespace nangluc::planning {

struct PagedSession {
    Session session;
    int people = 0;
    Money travel;
    Money cost;  // as it is held
    std::optional<ShutSession> shut;
};

struct PagedLine {
    ListedLine listed;
    std::vector<PagedSession> sessions;
    int people_seated = 0;  // in sessions of this line; nobody sits in two
    Money cost;
    Avoided avoided;
    int exceptions = 0;  // people sent without a valid assessment
};

// A plan with all that its page shows.
struct PlanPage {
    Plan plan;
    UnitPath place;
    std::string unit_name;  // as it is called; where it stands no longer, as it was last called
    std::string successor_name;  // of what stands in its place; empty while it stands itself
    std::vector<PagedLine> lines;
    Estimate estimate;
    std::optional<Solution> solution;
    std::optional<Proof> proof;
    bool has_replan = false;  // a proposal made from this version
    std::vector<UnplacedCount> unplaced;
    std::vector<PlanActRow> acts;
    Plan::Approval approval = Plan::Approval::second_person;

    // What duplication was kept out of the plan.
    int seats_avoided() const;
    std::int64_t hours_avoided() const;
    Money money_avoided() const;
};

// Where the plan's unit stands; of its successor where it stands no longer.
Result<UnitPath> place_of_plan(db::Tx& tx, const Plan& plan, AsOf at);
// Whether who submitted may approve, as the settings of that day say.
Plan::Approval approval_on(db::Tx& tx, AsOf at);
Result<PlanPage> load_page(db::Tx& tx, Plan plan, AsOf at);
Estimate estimate_of(db::Tx& tx, PlanId plan);

}  // namespace nangluc::planning
