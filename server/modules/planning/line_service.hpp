#pragma once

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/planning/plan_page.hpp"

namespace nangluc::planning {

// What a programme would do for a group: before a line is made.
struct Suggestion {
    programmes::Version programme;
    int people = 0;  // whom it serves
    int needs = 0;
    std::map<Exclusion, int> excluded;  // people, by the reason
    int classes = 0;
    std::int64_t hours = 0;
    Money cost;
};

// What a plan consists of: programmes for groups, and the sessions offered for them.
class LineService {
public:
    explicit LineService(const Kit& kit) : kit_(kit) {}

    using Read = std::pair<PlanId, int>;  // the plan and the version that the caller read

    struct NewLine {
        ProgrammeVersionId programme;
        TargetGroupId group;
        BudgetSource source{};
        std::string note;
    };
    Result<PlanPage> add(const Actor& actor, const Read& read, const NewLine& wish);
    Result<PlanPage> remove(const Actor& actor, const Read& read, LineId id);
    Result<std::vector<LinePerson>> people(const Actor& actor, PlanId plan, LineId line);

    Result<PlanPage> add_session(const Actor& actor, const Read& read, Session session);
    Result<PlanPage> change_session(const Actor& actor, const Read& read, Session session);
    Result<PlanPage> remove_session(const Actor& actor, const Read& read, PlanSessionId id);

    Result<std::vector<Participant>> participants(
        const Actor& actor, PlanId plan, PlanSessionId session
    );

    // Approved programmes that close gaps of the group, those that serve most people first.
    Result<std::vector<Suggestion>> suggest(const Actor& actor, TargetGroupId group);

private:
    const Kit& kit_;
};

}  // namespace nangluc::planning
