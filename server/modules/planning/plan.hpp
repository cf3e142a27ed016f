#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/planning/api.hpp"

namespace nangluc::planning {

// These words are also the values in the database, in the JSON and in the web's types.
enum class PlanStatus { draft, submitted, returned, approved };
BOOST_DESCRIBE_ENUM(PlanStatus, draft, submitted, returned, approved)

enum class BudgetSource { central, province, commune, target_programme, other };
BOOST_DESCRIBE_ENUM(BudgetSource, central, province, commune, target_programme, other)

struct Budget {
    BudgetSource source{};
    Money ceiling;

    friend bool operator==(const Budget&, const Budget&) = default;
};

// What the seats of a plan come to. A person counts once, however many seats they have; travel is
// paid by the units that send, and stands beside the ceilings.
struct Estimate {
    struct Spending {
        BudgetSource source{};
        Money cost;
    };

    int people = 0;
    int seats = 0;
    std::int64_t hours = 0;
    Money travel;
    std::vector<Spending> spending;  // by source

    Money cost() const;
};

// What one unit means to train in one calendar year. The unit drafts it and has its seats assigned;
// once submitted it belongs to who approves, who returns it with a reason or approves it.
struct Plan {
    PlanId id;
    UnitId unit;
    int year = 0;
    std::string title;
    PlanStatus status = PlanStatus::draft;
    std::vector<Budget> budgets;  // one for each source of money
    SolutionId solution;          // whose seats stand; none since the plan was last changed
    AccountId submitted_by;       // the last time
    int version = 1;

    Money ceiling() const;

    // Lines, sessions and seats are the drafter's until submitted, and again when returned.
    Result<> open_to_change() const;
    // Its seats no longer answer to what it says.
    void change() { solution = {}; }
    void solve(SolutionId found) { solution = found; }

    Result<> submit(AccountId by, const Estimate& estimate, Date today);
    Result<> give_back(const std::string& reason);
    // Who submitted a plan does not approve it, unless one person is all the office has.
    enum class Approval { second_person, any_person };
    Result<> approve(AccountId by, Approval rule);
    // An approved plan is drafted again, for a stated reason; its seats stand until it is changed.
    Result<> amend(const std::string& reason);
};

// What was done to a plan. Only added.
enum class PlanAct { drafted, submitted, returned, approved, amended, replanned };
BOOST_DESCRIBE_ENUM(PlanAct, drafted, submitted, returned, approved, amended, replanned)

}  // namespace nangluc::planning
