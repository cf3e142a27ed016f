#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "app/world/chance.hpp"
#include "app/world/content.hpp"
#include "app/world/staffing.hpp"
#include "app/world/standing.hpp"
#include "modules/assessment/api.hpp"
#include "modules/programmes/participation_store.hpp"

namespace nangluc::world {

// How densely a world is rated. The demo has several judges a person; a nation one.
enum class Density { several_judges, one_judge };

// What was asked of the people of a world and what was found, for its report.
struct Found {
    std::int64_t asked = 0;     // one for each person and competency required of them
    std::int64_t unjudged = 0;  // of these
    std::map<int, std::int64_t> by_difference;  // level held less level required
};

// Invents what people hold, how it was judged and what they attended. Levels spread around what is
// required: lower in remote communes, with as many not yet assessed, or assessed too long ago, as a
// first year has.
class Judgements {
public:
    Judgements(
        const Content& content,
        const Offices& offices,
        const competency::RequirementTable& requirements,
        Date today,
        std::uint64_t seed
    );

    void judge(const Staff& staff, Density density, std::vector<assessment::Rating>& ratings);
    const Found& found() const { return found_; }
    // Takes part in the runs of the year after the merger: `participations` of the commune in all,
    // by fewer people than that.
    void attend(
        const Staff& staff,
        const UnitPath& commune,
        int participations,
        std::vector<programmes::Participation>& attended
    );

private:
    struct Required {
        CompetencyId competency;
        int minimum = 1;
        int levels = 6;
    };

    const std::vector<Required>& required_of(
        const organisation::HoldingRow& holding, PositionId position, const UnitPath& place
    );
    void judge_one(
        const organisation::HoldingRow& holding,
        const Required& required,
        Density density,
        std::vector<assessment::Rating>& ratings
    );
    assessment::Rating rating(
        PersonId person, const Required& required, int level, assessment::Method method
    );
    int level_held(const Required& required);
    Date day_in_the_last(int months);

    const Content& content_;
    const competency::RequirementTable& requirements_;
    Date today_;
    Chance chance_;
    std::unordered_map<PositionId, const organisation::PositionRow*> positions_;
    std::unordered_map<PositionId, std::vector<Required>> required_;
    std::unordered_map<CompetencyId, int> levels_;
    Standing standing_;
    PersonId head_;  // of the unit at hand
    Found found_;
};

}  // namespace nangluc::world
