#pragma once

#include <string>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/unit/snapshot.hpp"
#include "modules/organisation/unit/unit_store.hpp"

namespace nangluc::organisation {

struct NewDecision {
    std::string number;
    std::string issuer;
    std::string title;
    Date effective_on;
};
DecisionId add_decision(db::Tx& tx, const Kit& kit, const NewDecision& decision);

// What the units of a list have in common.
struct Origin {
    std::string country;
    std::string kind;
    std::string system;
};
// Bulk load of a history, all of it recorded now.
void save_history(db::Tx& tx, const Kit& kit, const Origin& origin, const UnitHistory& history);

void add_quoted_count(db::Tx& tx, const Kit& kit, const QuotedCount& count);

}  // namespace nangluc::organisation
