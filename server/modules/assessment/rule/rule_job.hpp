#pragma once

#include "kit/jobs.hpp"
#include "kit/kit.hpp"
#include "modules/assessment/rule/rule.hpp"

namespace nangluc::assessment {

// Reckons everybody below a rule's scope anew, in the transaction of the caller: the job begins if
// the rule is kept.
JobId start_rule_job(db::Tx& tx, const Kit& kit, const Actor& actor, const Rule& rule);

// Compares the projections of everybody with their ratings under the rules of today, and mends what
// differs: levels whose ratings grew too old overnight, rules that take effect today.
JobId start_nightly_check(db::Tx& tx, const Kit& kit, const Actor& actor, UnitId root);

// At wiring.
void add_rule_jobs(const Kit& kit);

}  // namespace nangluc::assessment
