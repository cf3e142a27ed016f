#pragma once

#include "modules/competency/requirement/requirement_store.hpp"

namespace nangluc::competency {

// The requirement that an agreed goal of one person makes. No decision stands behind it: the
// agreement does.
StatedRequirement requirement_of(const PersonalGoal& goal);

}  // namespace nangluc::competency
