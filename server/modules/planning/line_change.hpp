#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/planning/plan_page.hpp"

namespace nangluc::planning {

// What the audit keeps of a change to a plan's content.
struct LineChange {
    LineId line;
    std::optional<PlanSessionId> session;
    std::optional<PersonId> person;
    int version = 1;
};
BOOST_DESCRIBE_STRUCT(LineChange, (), (line, session, person, version))

// The seats go with the change, before the rows that they point to.
Result<> begin_change(db::Tx& tx, Plan& plan);
// With the act's name in the audit; returns the plan as it stands now.
Result<PlanPage> end_change(
    db::Tx& tx,
    const Kit& kit,
    const Actor& actor,
    const Plan& plan,
    std::pair<std::string_view, LineChange> change
);

}  // namespace nangluc::planning
