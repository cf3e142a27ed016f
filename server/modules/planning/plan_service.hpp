#pragma once

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/planning/plan_page.hpp"

namespace nangluc::planning {

// The way of a plan from a draft to a decision.
class PlanService {
public:
    explicit PlanService(const Kit& kit) : kit_(kit) {}

    struct Question {
        UnitId unit;  // at or below it; none: wherever the reader may read plans
        std::optional<int> year;
        std::optional<PlanStatus> status;
        PlanId before;
        int limit = 50;
    };
    Result<std::vector<PlanPage>> list(const Actor& actor, const Question& question);
    Result<PlanPage> find(const Actor& actor, PlanId id);

    struct NewPlan {
        UnitId unit;
        int year = 0;
        std::string title;
        std::vector<Budget> budgets;
    };
    Result<PlanPage> add(const Actor& actor, const NewPlan& wish);
    // `version` is the one that the caller read: who comes second learns of it and reads again.
    struct Version {
        PlanId plan;
        int version = 1;
    };
    Result<PlanPage> change_budgets(
        const Actor& actor, const Version& read, std::vector<Budget> budgets
    );

    Result<PlanPage> submit(const Actor& actor, const Version& read);
    Result<PlanPage> give_back(const Actor& actor, const Version& read, const std::string& reason);
    Result<PlanPage> approve(const Actor& actor, const Version& read);
    Result<PlanPage> amend(const Actor& actor, const Version& read, const std::string& reason);

private:
    const Kit& kit_;
};

}  // namespace nangluc::planning
