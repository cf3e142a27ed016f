#include "modules/assessment/rule/rule_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"
#include "modules/assessment/rule/rule_job.hpp"

namespace nangluc::assessment {

static constexpr std::int64_t most_people_in_preview = 50'000;
static constexpr std::size_t first_changes = 100;

struct RuleChange {
    std::string code;
    int version = 0;
    UnitId scope;
    RuleDefinition definition;
    std::string decision_number;
    Date from_date;
};
BOOST_DESCRIBE_STRUCT(
    RuleChange, (), (code, version, scope, definition, decision_number, from_date)
)

std::vector<StoredRule> RuleService::list() {
    return kit_.db.read([&](db::Tx& tx) { return list_rules(tx, kit_.clock.now()); });
}

Result<StoredRule> RuleService::find(RuleId id) {
    return kit_.db.read([&](db::Tx& tx) { return find_rule(tx, id); });
}

Result<> RuleService::require_editing(db::Tx& tx, const Actor& actor, UnitId scope) const {
    const auto place = TRY(organisation::path_of(tx, scope, kit_.clock.as_of_now()));
    return actor.require(Permission::edit_rules, place, "unit");
}

static Result<> check_draft(const RuleDraft& draft, Date today) {
    TRY(check(draft.definition));
    if (draft.code.empty()) return invalid("rule.code", {{"/code", "required"}});
    if (draft.title.empty()) return invalid("rule.title", {{"/title", "required"}});
    if (draft.decision_number.empty()) {
        return invalid("rule.decision", {{"/decision_number", "required"}});
    }
    if (draft.period.from < today) {
        return invalid("rule.in_the_past", {{"/from_date", "out_of_range"}});
    }
    if (!draft.period.is_valid()) return invalid("rule.period", {{"/until_date", "out_of_range"}});
    return {};
}

static Result<> check_scope_is_free(const std::vector<StoredRule>& known, const RuleDraft& draft) {
    for (const auto& [rule, set_by, recorded_at, superseded_at] : known) {
        if (rule.code == draft.code && rule.scope != draft.scope) {
            return conflict("rule.other_scope");
        }
        const bool is_another = rule.code != draft.code && rule.scope == draft.scope;
        if (is_another && rule.period.overlaps(draft.period)) return conflict("rule.scope_taken");
    }
    return {};
}

// The version number after all others of the code.
static int end_earlier_versions(
    db::Tx& tx, const Kit& kit, const std::vector<StoredRule>& known, const RuleDraft& draft
) {
    int version = 1;
    for (const auto& stored : known) {
        if (stored.rule.code != draft.code) continue;
        version = std::max(version, stored.rule.version + 1);
        if (stored.rule.period.until > draft.period.from) {
            close_rule(tx, kit, stored, draft.period.from);
        }
    }
    return version;
}

bool RuleService::may_edit(const Actor& actor, UnitId scope) {
    return kit_.db.read([&](db::Tx& tx) {
        return static_cast<bool>(require_editing(tx, actor, scope));
    });
}

Result<AddedRule> RuleService::add(const Actor& actor, const RuleDraft& draft) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<AddedRule> {
        const auto at = kit_.clock.as_of_now();
        TRY(require_editing(tx, actor, draft.scope));
        TRY(check_draft(draft, at.on));
        const auto known = list_rules(tx, at.known_at);
        TRY(check_scope_is_free(known, draft));

        Rule rule{
            .code = draft.code,
            .version = end_earlier_versions(tx, kit_, known, draft),
            .title = draft.title,
            .definition = draft.definition,
            .decision_number = draft.decision_number,
            .scope = draft.scope,
            .period = draft.period,
        };
        rule.id = add_rule(tx, kit_, rule, actor.account(), at.known_at);
        const RuleChange change{
            rule.code,
            rule.version,
            rule.scope,
            rule.definition,
            rule.decision_number,
            rule.period.from};
        kit_.audit.write(
            tx,
            actor,
            {.act = "rule.added",
             .object = rule.id.value,
             .unit = rule.scope,
             .change = json::write(change)}
        );
        JobId job;
        if (rule.period.contains(at.on)) job = start_rule_job(tx, kit_, actor, rule);
        return AddedRule{TRY(find_rule(tx, rule.id)), job};
    });
}

static int level_in(const std::vector<Held>& levels, CompetencyId competency) {
    const auto found = std::ranges::find(levels, competency, &Held::competency);
    return found == levels.end() ? not_assessed : found->level;
}

static void count(Preview& preview, const Change& change) {
    ++preview.changed;
    if (change.from == not_assessed) {
        ++preview.gained;
    } else if (change.to == not_assessed) {
        ++preview.lost;
    } else {
        ++(change.to > change.from ? preview.raised : preview.lowered);
    }
    if (preview.first_changes.size() < first_changes)
        preview.first_changes.push_back({change, {}, {}});
}

static void compare(
    Preview& preview, const RatedPerson& person, const Rule* now, const Rule& then, Date on
) {
    ++preview.people;
    const auto before = now == nullptr ? std::vector<Held>{} : reckon_all(*now, person.ratings, on);
    const auto after = reckon_all(then, person.ratings, on);
    for (const auto& held : before) {
        const int level = level_in(after, held.competency);
        if (level != held.level) {
            count(preview, {person.person, held.competency, held.level, level});
        }
    }
    for (const auto& held : after) {
        if (level_in(before, held.competency) != not_assessed) continue;
        count(preview, {person.person, held.competency, not_assessed, held.level});
    }
}

// Fills in whom and what the changes are about.
static void name_changes(
    db::Tx& tx, std::vector<NamedChange>& changes, const std::string& language
) {
    const auto competencies = competency::list_competencies(tx, language);
    for (auto& named : changes) {
        if (const auto person = organisation::find_person(tx, named.change.person)) {
            named.person_name = person.value().name;
        }
        const auto competency =
            std::ranges::find(competencies, named.change.competency, &competency::Competency::id);
        if (competency != competencies.end()) named.competency_name = competency->name;
    }
}

Result<Preview> RuleService::preview(
    const Actor& actor, UnitId scope, const RuleDefinition& definition, const std::string& language
) {
    TRY(check(definition));
    return kit_.db.read([&](db::Tx& tx) -> Result<Preview> {
        TRY(require_editing(tx, actor, scope));
        const auto at = AsOf::latest(kit_.clock.today());
        const auto place = TRY(organisation::path_of(tx, scope, at));
        if (count_people_below(tx, place, at) > most_people_in_preview) {
            return too_large("rule.too_wide");
        }

        const auto book = load_rule_book(tx, at);
        const auto tried = book.with({.definition = definition}, place);
        Preview preview;
        PeopleScan scan(place, at);
        for (PersonId after;;) {
            const auto page = scan.next(tx, after);
            for (const auto& person : page.people) {
                const auto* rule = tried.rule_at(person.place);
                if (rule == nullptr || rule->id) continue;
                compare(preview, person, book.rule_at(person.place), *rule, at.on);
            }
            after = page.last;
            if (!after) break;
        }
        name_changes(tx, preview.first_changes, language);
        return preview;
    });
}

Result<std::vector<RuleRun>> RuleService::runs(const Actor& actor, RuleId id) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<RuleRun>> {
        const auto stored = TRY(find_rule(tx, id));
        TRY(require_editing(tx, actor, stored.rule.scope));
        return list_runs(tx, stored.rule.code);
    });
}

Result<ChangesPage> RuleService::changes(
    const Actor& actor,
    RuleRunId id,
    const AfterChange& after,
    int limit,
    const std::string& language
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<ChangesPage> {
        const auto run = TRY(find_run(tx, id));
        if (!run.rule) return not_found("rule_run");
        const auto stored = TRY(find_rule(tx, run.rule));
        TRY(require_editing(tx, actor, stored.rule.scope));

        ChangesPage page;
        for (const auto& change : list_changes(tx, id, after, limit)) {
            page.changes.push_back({change, {}, {}});
        }
        name_changes(tx, page.changes, language);
        if (static_cast<int>(page.changes.size()) == limit) {
            const auto& last = page.changes.back().change;
            page.next = AfterChange{last.person, last.competency};
        }
        return page;
    });
}

}  // namespace nangluc::assessment
