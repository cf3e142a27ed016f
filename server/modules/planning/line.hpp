#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "modules/planning/plan.hpp"

namespace nangluc::planning {

// A gap that the line closes: frozen when the line is made, so that a rating or a rule of later
// changes no decided plan.
struct LineNeed {
    PersonId person;
    CompetencyId competency;
    UnitId unit;
    int from_level = 0;
    int to_level = 0;

    friend bool operator==(const LineNeed&, const LineNeed&) = default;
};

// Why the programme is not for somebody of the group; the first that holds, in this order.
enum class Exclusion {
    completed,  // completed it or an equivalent one, and that is still valid
    not_assessed,
    already_holds,  // what the programme gives, or all that is required
    below_entry,
    lacks_prerequisite,
};
BOOST_DESCRIBE_ENUM(
    Exclusion, completed, not_assessed, already_holds, below_entry, lacks_prerequisite
)

struct ExcludedNeed {
    PersonId person;
    CompetencyId competency;
    UnitId unit;
    Exclusion reason{};
    std::optional<programmes::Completion> completion;  // where that is the reason
};

// One programme for one target group.
struct Line {
    LineId id;
    PlanId plan;
    int seq = 1;
    ProgrammeVersionId programme;
    TargetGroupId group;
    BudgetSource source{};
    std::string note;
};

struct Selection {
    std::vector<LineNeed> needs;
    std::vector<ExcludedNeed> excluded;

    int people() const;
};

// What is known of the people of a group as far as one programme asks.
struct Background {
    std::map<PersonId, programmes::Completion> completions;
    std::set<PersonId> prepared;  // who completed all prerequisites
};

// Every need of the group in a competency of the programme is either answered or excluded.
Selection select_needs(
    const std::vector<needs::Member>& members,
    const programmes::Version& programme,
    const Background& background
);

}  // namespace nangluc::planning
