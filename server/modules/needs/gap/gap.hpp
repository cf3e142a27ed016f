#pragma once

#include <vector>

#include "modules/needs/api.hpp"

namespace nangluc::needs {

// Required minus held, competency by competency: the highest minimum over all reasons against the
// level that the ratings make. The largest gaps first, then what is not assessed, then what is met;
// within these by competency. `required` as RequirementTable::of gives them. Pure.
std::vector<Gap> gaps_between(
    const std::vector<const competency::Requirement*>& required,
    const std::vector<assessment::Held>& held
);

// The gaps of many people in what their present posts require, one competency at a time; what is
// common to them is read once. Lives inside one transaction.
class GapReader {
public:
    GapReader(db::Tx& tx, AsOf at);

    // None where the competency is not required of the person.
    std::optional<Gap> of(PersonId person, CompetencyId competency);

private:
    competency::RequirementTable requirements_;
    competency::StandingReader standings_;
    assessment::LevelReckoner levels_;
    PersonId person_;  // asked for last, whose memberships mostly stand together
    std::vector<const competency::Requirement*> required_;
};

// How many of them are gaps, not assessed and met: the sentence above the list.
struct GapTotals {
    int required = 0;
    int with_gap = 0;
    int unknown = 0;
    int met = 0;

    friend bool operator==(const GapTotals&, const GapTotals&) = default;
};
BOOST_DESCRIBE_STRUCT(GapTotals, (), (required, with_gap, unknown, met))
GapTotals totals_of(const std::vector<Gap>& gaps);

}  // namespace nangluc::needs
