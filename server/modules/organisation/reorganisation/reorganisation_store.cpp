#include "modules/organisation/reorganisation/reorganisation_store.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/clock.hpp"
#include "kit/json/json.hpp"
#include "modules/organisation/unit/unit_store.hpp"

namespace nangluc::organisation {

BOOST_DESCRIBE_STRUCT(Called, (), (kind, level, code, type, name, full_name, name_en, full_name_en))

namespace {

// The column `steps`.
struct StepText {
    StepKind kind{};
    std::optional<UnitId> unit;
    json::BigList<UnitId> units;
    std::optional<UnitId> into;
    bool individually = false;
    Called called;
};
BOOST_DESCRIBE_STRUCT(StepText, (), (kind, unit, units, into, individually, called))

struct StepsText {
    json::BigList<StepText> steps;
};
BOOST_DESCRIBE_STRUCT(StepsText, (), (steps))

std::optional<UnitId> some(UnitId unit) {
    return unit ? std::optional(unit) : std::nullopt;
}

std::string text_of(const std::vector<Step>& steps) {
    StepsText text;
    for (const auto& step : steps) {
        text.steps.items.push_back(
            {step.kind,
             some(step.unit),
             {step.units},
             some(step.into),
             step.individually,
             step.called}
        );
    }
    return json::write(text);
}

std::vector<Step> steps_of(const std::string& text) {
    const auto read = json::read<StepsText>(text);
    if (!read) throw std::runtime_error("steps of another form: " + read.error().code);
    std::vector<Step> steps;
    for (const auto& step : read.value().steps.items) {
        steps.push_back(
            {step.kind,
             step.unit.value_or(UnitId{}),
             step.units.items,
             step.into.value_or(UnitId{}),
             step.individually,
             step.called}
        );
    }
    return steps;
}

Reorganisation reorganisation_of(const db::Row& row) {
    return {
        .id = row.get<ReorganisationId>("id"),
        .root = row.get<UnitId>("root_unit_id"),
        .title = row.get<std::string>("title"),
        .decision_number = row.get<std::string>("decision_number"),
        .issuer = row.get<std::string>("issuer"),
        .effective_on = row.get<Date>("effective_on"),
        .status = row.get<ReorganisationStatus>("status"),
        .steps = steps_of(row.get<std::string>("steps")),
        .decision = row.get<DecisionId>("decision_id"),
        .version = row.get<int>("version"),
    };
}

}  // namespace

constexpr auto select_reorganisations = R"sql(
    SELECT id, root_unit_id, title, decision_number, issuer, effective_on, status, steps,
           decision_id, version
      FROM organisation_reorganisations
     WHERE (id = $1 OR $1 = 0)
     ORDER BY effective_on DESC, id DESC
)sql";

Result<Reorganisation> find_reorganisation(db::Tx& tx, ReorganisationId id) {
    const auto row = tx.one(select_reorganisations, id.value);
    if (!row || !id) return not_found("reorganisation");
    return reorganisation_of(*row);
}

std::vector<Reorganisation> list_reorganisations(db::Tx& tx) {
    std::vector<Reorganisation> found;
    for (const auto& row : tx.all(select_reorganisations, 0)) {
        found.push_back(reorganisation_of(row));
    }
    return found;
}

constexpr auto insert_reorganisation = R"sql(
    INSERT INTO organisation_reorganisations
           (id, root_unit_id, title, decision_number, issuer, effective_on, status, steps,
            version, recorded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql";

void add_reorganisation(db::Tx& tx, const Kit& kit, const Reorganisation& draft) {
    tx.run(
        insert_reorganisation,
        draft.id,
        draft.root,
        draft.title,
        draft.decision_number,
        draft.issuer,
        draft.effective_on,
        draft.status,
        text_of(draft.steps),
        draft.version,
        kit.clock.now()
    );
}

constexpr auto update_reorganisation = R"sql(
    UPDATE organisation_reorganisations
       SET title = $3, decision_number = $4, issuer = $5, effective_on = $6, status = $7,
           steps = $8, decision_id = $9, version = version + 1
     WHERE id = $1 AND version = $2
)sql";

Result<> save_reorganisation(db::Tx& tx, Reorganisation& saved) {
    const auto rows = tx.run(
        update_reorganisation,
        saved.id,
        saved.version,
        saved.title,
        saved.decision_number,
        saved.issuer,
        saved.effective_on,
        saved.status,
        text_of(saved.steps),
        saved.decision
    );
    if (rows == 0) return stale("reorganisation.stale");
    ++saved.version;
    return {};
}

constexpr auto insert_act = R"sql(
    INSERT INTO organisation_reorganisation_acts
           (id, reorganisation_id, act, account_id, reason, acted_at)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql";

void add_act(db::Tx& tx, const Kit& kit, ReorganisationId id, const ActLine& line) {
    tx.run(insert_act, kit.ids.next(), id, line.act, line.account, line.reason, line.at);
}

constexpr auto select_acts = R"sql(
    SELECT act, account_id, reason, acted_at
      FROM organisation_reorganisation_acts
     WHERE reorganisation_id = $1
     ORDER BY id
)sql";

std::vector<ActLine> list_acts(db::Tx& tx, ReorganisationId id) {
    std::vector<ActLine> acts;
    for (const auto& row : tx.all(select_acts, id)) {
        acts.push_back(
            {row.get<ReorganisationAct>("act"),
             row.get<AccountId>("account_id"),
             row.get<std::string>("reason"),
             row.get<Instant>("acted_at")}
        );
    }
    return acts;
}

constexpr auto insert_promise = R"sql(
    INSERT INTO organisation_reorganisation_units (unit_id, reorganisation_id)
    VALUES ($1, $2)
)sql";

UnitId promise_unit(db::Tx& tx, const Kit& kit, ReorganisationId id) {
    const auto unit = kit.ids.make<UnitId>();
    tx.run(insert_promise, unit, id);
    return unit;
}

constexpr auto select_promised = R"sql(
    SELECT unit_id
      FROM organisation_reorganisation_units
     WHERE reorganisation_id = $1
)sql";

constexpr auto select_busy = R"sql(
    SELECT p.unit_id
      FROM organisation_unit_places p
     WHERE p.path >= $1 AND p.path < $2 AND p.superseded_at = 9223372036854775807
       AND (p.from_date > $3 OR (p.until_date > $3 AND p.until_date < 99991231))
     UNION
    SELECT n.unit_id
      FROM organisation_unit_names n
      JOIN organisation_unit_places p
        ON p.unit_id = n.unit_id AND p.superseded_at = 9223372036854775807
       AND p.from_date <= $3 AND p.until_date > $3
     WHERE p.path >= $1 AND p.path < $2 AND n.superseded_at = 9223372036854775807
       AND (n.from_date > $3 OR (n.until_date > $3 AND n.until_date < 99991231))
)sql";

Standing standing_for(db::Tx& tx, const Reorganisation& draft) {
    Standing standing{.root = draft.root};
    for (const auto& row : tx.all(select_promised, draft.id)) {
        standing.promised.push_back(row.get<UnitId>("unit_id"));
    }
    // On the last day of the old structure, so that it reads the same once it was applied.
    const auto day = add_days(draft.effective_on, -1);
    const auto root = path_of(tx, draft.root, AsOf::latest(day));
    if (!root) return standing;
    standing.units = list_units_below(tx, root.value(), AsOf::latest(day));
    for (const auto& row :
         tx.all(select_busy, root.value().range_from(), root.value().range_until(), day)) {
        standing.busy.push_back(row.get<UnitId>("unit_id"));
    }
    return standing;
}

}  // namespace nangluc::organisation
