#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/post/staff_need.hpp"
#include "modules/organisation/roster/roster_store.hpp"

namespace nangluc::organisation {

struct RosterQuestion {
    UnitId unit;
    RosterFilter filter = RosterFilter::all;
    std::string search;
    bool is_today = false;  // and as it is known now: only then it is known who lacks a level
};

struct Roster {
    std::vector<RosterRow> rows;  // that the filter and the search let through
    RosterTotals totals;          // of all rows, as what follows
    RosterCounts counts;
    std::vector<UnitStaff> units;
    Unit unit;
    bool may_edit_people = false;
    bool may_edit_posts = false;
    bool may_import = false;
};

// Who lacks a required level today at or below a unit. Levels are known above this module.
using AskLacking = std::function<Lacking(const Actor&, UnitId unit)>;

// Who holds which post at or below a unit, and what is vacant. For read_people there.
class RosterService {
public:
    explicit RosterService(const Kit& kit) : kit_(kit) {}

    // At wiring; until then nobody is known to lack anything.
    void ask_who_lacks(AskLacking ask) { ask_lacking_ = std::move(ask); }

    // Refuses roster.too_wide above 20,000 posts: ask for a unit further down; and
    // roster.lacking_unknown where that filter cannot be answered.
    Result<Roster> find(const Actor& actor, const RosterQuestion& question, AsOf at);
    // Units of a level below `unit` without anybody, main or acting, for a duty.
    Result<std::vector<UnitLacking>> lacking(
        const Actor& actor, UnitId unit, const std::string& level, const std::string& duty, AsOf at
    );

    // What the posts at or below a unit need in people, by position.
    Result<std::vector<PositionNeed>> needs(const Actor& actor, UnitId unit, AsOf at);

private:
    const Kit& kit_;
    AskLacking ask_lacking_;
};

}  // namespace nangluc::organisation
