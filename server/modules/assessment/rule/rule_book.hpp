#pragma once

#include <vector>

#include "modules/assessment/rule/rule.hpp"

namespace nangluc::assessment {

// The rules in force, each with the place of its scope on the date. Pure; built once for a date.
class RuleBook {
public:
    struct Entry {
        Rule rule;
        UnitPath scope;
    };

    RuleBook() = default;
    explicit RuleBook(std::vector<Entry> entries);

    // The rule whose scope is the nearest one above the place, or the place itself; of two with the
    // same scope the one that came later. Null where none reaches so far.
    const Rule* rule_at(const UnitPath& place) const;

    // The book as it would be with this rule instead of whichever holds for exactly that scope.
    RuleBook with(Rule rule, const UnitPath& scope) const;

    const std::vector<Entry>& entries() const { return entries_; }

private:
    std::vector<Entry> entries_;  // the nearest to the leaves first
};

}  // namespace nangluc::assessment
