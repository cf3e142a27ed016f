#pragma once

#include "kit/actor.hpp"
#include "modules/assessment/rule/rule_run_store.hpp"
#include "modules/assessment/rule/rule_store.hpp"

namespace nangluc::assessment {

struct RuleDraft {
    std::string code;
    std::string title;
    RuleDefinition definition;
    std::string decision_number;
    UnitId scope;
    Period period;
};

struct NamedChange {
    Change change;
    std::string person_name;
    std::string competency_name;
};

// What a rule would make of everybody below its scope, against what holds today.
struct Preview {
    std::int64_t people = 0;   // under the rule: no nearer one stands between
    std::int64_t changed = 0;  // levels that would be others
    std::int64_t raised = 0;
    std::int64_t lowered = 0;
    std::int64_t gained = 0;  // not assessed before
    std::int64_t lost = 0;    // not assessed after
    std::vector<NamedChange> first_changes;
};

struct AddedRule {
    StoredRule rule;
    JobId job;  // none where the rule takes effect on a later day: the nightly check does it then
};

struct ChangesPage {
    std::vector<NamedChange> changes;
    std::optional<AfterChange> next;
};

class RuleService {
public:
    explicit RuleService(const Kit& kit) : kit_(kit) {}

    // The rules are public: everybody may know by what they are judged.
    std::vector<StoredRule> list();
    Result<StoredRule> find(RuleId id);
    // Whether the actor may follow a rule for this unit by its next version.
    bool may_edit(const Actor& actor, UnitId scope);

    // A new rule, or with a known code its next version, which ends the one before on the day it
    // begins. Refuses what check() refuses, rule.in_the_past, rule.other_scope (of its earlier
    // versions) and rule.scope_taken (another rule holds for exactly that unit then).
    Result<AddedRule> add(const Actor& actor, const RuleDraft& draft);
    // Refuses rule.too_wide above 50,000 people: there the job's report tells.
    Result<Preview> preview(
        const Actor& actor,
        UnitId scope,
        const RuleDefinition& definition,
        const std::string& language
    );

    Result<std::vector<RuleRun>> runs(const Actor& actor, RuleId id);
    Result<ChangesPage> changes(
        const Actor& actor,
        RuleRunId id,
        const AfterChange& after,
        int limit,
        const std::string& language
    );

private:
    Result<> require_editing(db::Tx& tx, const Actor& actor, UnitId scope) const;

    const Kit& kit_;
};

}  // namespace nangluc::assessment
