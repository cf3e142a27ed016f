#include "modules/assessment/rule/rule_book.hpp"

#include <algorithm>
#include <utility>

namespace nangluc::assessment {

RuleBook::RuleBook(std::vector<Entry> entries) : entries_(std::move(entries)) {
    std::ranges::sort(entries_, [](const Entry& a, const Entry& b) {
        return std::tuple(-a.scope.depth(), a.scope, b.rule.period.from, b.rule.id) <
               std::tuple(-b.scope.depth(), b.scope, a.rule.period.from, a.rule.id);
    });
}

const Rule* RuleBook::rule_at(const UnitPath& place) const {
    const auto found = std::ranges::find_if(entries_, [&](const Entry& entry) {
        return entry.scope.contains(place);
    });
    return found == entries_.end() ? nullptr : &found->rule;
}

RuleBook RuleBook::with(Rule rule, const UnitPath& scope) const {
    auto entries = entries_;
    std::erase_if(entries, [&](const Entry& entry) { return entry.scope == scope; });
    entries.push_back({std::move(rule), scope});
    return RuleBook(std::move(entries));
}

}  // namespace nangluc::assessment
