#include "modules/assessment/rule/rule_store.hpp"

#include "base/clock.hpp"
#include "kit/json/json.hpp"

namespace nangluc::assessment {

static StoredRule rule_of(const db::Row& row) {
    return {
        .rule =
            {
                .id = row.get<RuleId>("id"),
                .code = row.get<std::string>("code"),
                .version = row.get<int>("version"),
                .title = row.get<std::string>("title"),
                .definition =
                    json::read<RuleDefinition>(row.get<std::string>("definition")).value(),
                .decision_number = row.get<std::string>("decision_number"),
                .scope = row.get<UnitId>("scope_unit_id"),
                .period = row.period(),
            },
        .set_by = row.get<AccountId>("account_id"),
        .recorded_at = row.get<Instant>("recorded_at"),
        .superseded_at = row.get<Instant>("superseded_at"),
    };
}

static std::vector<StoredRule> rules_of(const std::vector<db::Row>& rows) {
    std::vector<StoredRule> rules;
    rules.reserve(rows.size());
    for (const auto& row : rows) rules.push_back(rule_of(row));
    return rules;
}

constexpr auto select_rule = R"sql(
    SELECT id, code, version, title, definition, decision_number, scope_unit_id, account_id,
           from_date, until_date, recorded_at, superseded_at
      FROM assessment_rules
     WHERE id = $1
)sql";

Result<StoredRule> find_rule(db::Tx& tx, RuleId id) {
    const auto row = tx.one(select_rule, id);
    if (!row) return not_found("rule");
    return rule_of(*row);
}

constexpr auto select_rules = R"sql(
    SELECT id, code, version, title, definition, decision_number, scope_unit_id, account_id,
           from_date, until_date, recorded_at, superseded_at
      FROM assessment_rules
     WHERE recorded_at <= $1 AND superseded_at > $1
     ORDER BY code, version DESC, from_date DESC, id
)sql";

std::vector<StoredRule> list_rules(db::Tx& tx, Instant known_at) {
    return rules_of(tx.all(select_rules, known_at));
}

constexpr auto select_versions = R"sql(
    SELECT id, code, version, title, definition, decision_number, scope_unit_id, account_id,
           from_date, until_date, recorded_at, superseded_at
      FROM assessment_rules
     WHERE code = $1 AND recorded_at <= $2 AND superseded_at > $2
     ORDER BY version DESC, from_date DESC, id
)sql";

std::vector<StoredRule> list_versions(db::Tx& tx, std::string_view code, Instant known_at) {
    return rules_of(tx.all(select_versions, code, known_at));
}

constexpr auto select_rules_in_force = R"sql(
    SELECT id, code, version, title, definition, decision_number, scope_unit_id, account_id,
           from_date, until_date, recorded_at, superseded_at
      FROM assessment_rules
     WHERE from_date <= $1 AND until_date > $1
       AND recorded_at <= $2 AND superseded_at > $2
     ORDER BY id
)sql";

RuleBook load_rule_book(db::Tx& tx, AsOf at) {
    std::vector<RuleBook::Entry> entries;
    for (auto& stored : rules_of(tx.all(select_rules_in_force, at.on, at.known_at))) {
        auto place = organisation::path_of(tx, stored.rule.scope, at);
        if (!place) {
            const auto successor = organisation::successor_on(tx, stored.rule.scope, at.on);
            if (!successor) continue;
            place = organisation::path_of(tx, successor, at);
            if (!place) continue;
        }
        entries.push_back({std::move(stored.rule), std::move(place.value())});
    }
    return RuleBook(std::move(entries));
}

constexpr auto insert_rule = R"sql(
    INSERT INTO assessment_rules (id, code, version, title, definition, decision_number,
           scope_unit_id, account_id, from_date, until_date, recorded_at, superseded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 9223372036854775807)
)sql";

RuleId add_rule(
    db::Tx& tx, const Kit& kit, const Rule& rule, AccountId set_by, Instant recorded_at
) {
    const auto id = rule.id ? rule.id : kit.ids.make<RuleId>();
    tx.run(
        insert_rule,
        id,
        rule.code,
        rule.version,
        rule.title,
        json::write(rule.definition),
        rule.decision_number,
        rule.scope,
        set_by.value,
        rule.period.from,
        rule.period.until,
        recorded_at
    );
    return id;
}

constexpr auto supersede_rule = R"sql(
    UPDATE assessment_rules
       SET superseded_at = $2
     WHERE id = $1
)sql";

void close_rule(db::Tx& tx, const Kit& kit, const StoredRule& stored, Date until) {
    const auto now = kit.clock.now();
    tx.run(supersede_rule, stored.rule.id, now);
    if (until <= stored.rule.period.from) return;

    auto closed = stored.rule;
    closed.id = {};
    closed.period.until = until;
    add_rule(tx, kit, closed, stored.set_by, now);
}

}  // namespace nangluc::assessment
