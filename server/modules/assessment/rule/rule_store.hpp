#pragma once

#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/assessment/rule/rule_book.hpp"

namespace nangluc::assessment {

// What an official reads of one stored rule beside what it says.
struct StoredRule {
    Rule rule;
    AccountId set_by;
    Instant recorded_at;
    Instant superseded_at = Instant::never();
};

// Also of a rule that was superseded since: what once explained a level always can. Refuses with
// not_found("rule").
Result<StoredRule> find_rule(db::Tx& tx, RuleId id);
// All versions of all codes, as known then, by code and newest version first.
std::vector<StoredRule> list_rules(db::Tx& tx, Instant known_at);
// All versions of one code ever recorded and still known.
std::vector<StoredRule> list_versions(db::Tx& tx, std::string_view code, Instant known_at);

// The rules in force with the places of their scopes; a scope that stands no longer is followed to
// its successor.
RuleBook load_rule_book(db::Tx& tx, AsOf at);

// A rule without id gets one.
RuleId add_rule(
    db::Tx& tx, const Kit& kit, const Rule& rule, AccountId set_by, Instant recorded_at
);
// Ends what is open of a rule on a day: the row is superseded and, if any day is left, added again
// with that end.
void close_rule(db::Tx& tx, const Kit& kit, const StoredRule& stored, Date until);

}  // namespace nangluc::assessment
