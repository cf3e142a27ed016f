#pragma once

#include <functional>
#include <span>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/assessment/rule/rule.hpp"

namespace nangluc::assessment {

// Bulk loading for imports and for the worlds. The caller has checked the rows; nothing is
// announced and no projection is written: rebuild_projections follows.

// A rating without id or recorded_at gets them; `scale` is filled from the competency.
void load_ratings(db::Tx& tx, const Kit& kit, const std::function<bool(Rating&)>& next);
// A rule without id gets one. Known since `recorded_at`: a level can be asked for as known at any
// time from then on. Returns the ids in order.
std::vector<RuleId> load_rules(
    db::Tx& tx, const Kit& kit, std::span<const Rule> rules, Instant recorded_at
);

// Both projections anew, from the ratings and the rules of today, for everybody. `progress` is told
// after each few thousand people.
struct Rebuilt {
    std::int64_t people = 0;
    std::int64_t levels = 0;
};
Rebuilt rebuild_projections(
    db::Tx& tx,
    const Kit& kit,
    const std::function<void(std::int64_t done, std::int64_t total)>& progress = {}
);

}  // namespace nangluc::assessment
