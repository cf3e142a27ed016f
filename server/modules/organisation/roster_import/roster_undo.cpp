// Taking an import back: what stands against it, and the correction that does it.

#include "modules/organisation/person/person_fact.hpp"
#include "modules/organisation/roster_import/roster_apply.hpp"

namespace nangluc::organisation {

namespace {

constexpr auto select_undo_blocks = R"sql(
    SELECT r.row_number, 'holding_changed' AS code
      FROM organisation_roster_import_rows r
      JOIN organisation_holdings h ON h.id = r.holding_id
     WHERE r.import_id = $1 AND r.run_id = $2 AND h.superseded_at <> 9223372036854775807
     UNION
    SELECT r.row_number, 'holding_changed'
      FROM organisation_roster_import_rows r
      JOIN organisation_holdings h ON h.id = r.closed_id
     WHERE r.import_id = $1 AND r.run_id = $2 AND h.superseded_at <> 9223372036854775807
     UNION
    SELECT r.row_number, 'holding_added'
      FROM organisation_roster_import_rows r
      JOIN organisation_holdings h ON h.person_id = r.person_id
     WHERE r.import_id = $1 AND r.run_id = $2
       AND r.person_act = 'add' AND h.superseded_at = 9223372036854775807
       AND h.id NOT IN (SELECT s.holding_id
                          FROM organisation_roster_import_rows s
                         WHERE s.import_id = $1 AND s.run_id = $2 AND s.holding_id IS NOT NULL)
     UNION
    SELECT r.row_number, 'post_filled'
      FROM organisation_roster_import_rows r
      JOIN organisation_holdings b ON b.id = r.replaces_id
      JOIN organisation_holdings h
        ON h.post_id = b.post_id AND h.person_id <> b.person_id
       AND h.recorded_at > $3 AND h.superseded_at = 9223372036854775807
       AND h.kind IN ('main', 'acting') AND h.until_date > b.from_date
     WHERE r.import_id = $1 AND r.run_id = $2 AND r.closed_id IS NOT NULL
     UNION
    SELECT s.row_number, 'fact_changed'
      FROM organisation_roster_import_facts s
      JOIN organisation_person_facts f ON f.id = s.fact_id
     WHERE s.import_id = $1 AND s.run_id = $2 AND f.superseded_at <> 9223372036854775807
     UNION
    SELECT s.row_number, 'fact_changed'
      FROM organisation_roster_import_facts s
      JOIN organisation_person_facts f ON f.id = s.closed_id
     WHERE s.import_id = $1 AND s.run_id = $2 AND f.superseded_at <> 9223372036854775807
     UNION
    SELECT r.row_number, 'fact_added'
      FROM organisation_roster_import_rows r
      JOIN organisation_person_facts f ON f.person_id = r.person_id
     WHERE r.import_id = $1 AND r.run_id = $2 AND r.person_act = 'add'
       AND f.superseded_at = 9223372036854775807
       AND f.id NOT IN (SELECT s.fact_id
                          FROM organisation_roster_import_facts s
                         WHERE s.import_id = $1 AND s.run_id = $2)
     UNION
    SELECT r.row_number, 'person_changed'
      FROM organisation_roster_import_rows r
      JOIN organisation_people p ON p.id = r.person_id
     WHERE r.import_id = $1 AND r.run_id = $2 AND r.person_act <> 'none'
       AND (p.staff_number <> r.staff_number OR p.name <> r.name OR p.family <> r.family
         OR p.middle <> r.middle OR p.given <> r.given)
     ORDER BY 1, 2
     LIMIT 200
)sql";

constexpr auto update_restored_holding = R"sql(
    UPDATE organisation_roster_import_rows
       SET restored_id = $4
     WHERE import_id = $1 AND run_id = $2 AND row_number = $3
)sql";

constexpr auto select_replaced_holdings = R"sql(
    SELECT row_number
      FROM organisation_roster_import_rows
     WHERE import_id = $1 AND run_id = $2 AND replaces_id IS NOT NULL
)sql";

void name_restored_holdings(db::Tx& tx, const RosterRun& run, IdMaker& ids) {
    std::vector<db::Values> restored;
    const auto add = [&](const db::Row& row) {
        restored.push_back(
            {db::to_value(run.import),
             db::to_value(run.job),
             db::to_value(row.get<int>("row_number")),
             db::to_value(ids.make<HoldingId>())}
        );
    };
    tx.each(select_replaced_holdings, add, run.import, run.job);
    tx.run_each(update_restored_holding, restored);
}

constexpr auto supersede_holdings_of_roster = R"sql(
    UPDATE organisation_holdings
       SET superseded_at = $3
     WHERE superseded_at = 9223372036854775807
       AND id IN (SELECT holding_id
                    FROM organisation_roster_import_rows
                   WHERE import_id = $1 AND run_id = $2 AND holding_id IS NOT NULL
                   UNION
                  SELECT closed_id
                    FROM organisation_roster_import_rows
                   WHERE import_id = $1 AND run_id = $2 AND closed_id IS NOT NULL)
)sql";

void withdraw_holdings(db::Tx& tx, const RosterRun& run, Instant now) {
    tx.run(supersede_holdings_of_roster, run.import, run.job, now);
}

constexpr auto insert_restored_holdings = R"sql(
    INSERT INTO organisation_holdings (id, person_id, post_id, unit_id, kind, share_percent,
           decision_id, note, from_date, until_date, recorded_at, superseded_at)
    SELECT r.restored_id, h.person_id, h.post_id, h.unit_id, h.kind, h.share_percent,
           h.decision_id, h.note, h.from_date, h.until_date, CAST($3 AS bigint),
           9223372036854775807
      FROM organisation_roster_import_rows r
      JOIN organisation_holdings h ON h.id = r.replaces_id
     WHERE r.import_id = $1 AND r.run_id = $2
)sql";

void record_holdings_anew(db::Tx& tx, const RosterRun& run, Instant now) {
    tx.run(insert_restored_holdings, run.import, run.job, now);
}

constexpr auto point_to_restored_holdings = R"sql(
    UPDATE organisation_roster_import_rows
       SET holding_id = u.restored_id
      FROM organisation_roster_import_rows u
     WHERE u.import_id = $1 AND u.run_id = $2 AND u.restored_id IS NOT NULL
       AND organisation_roster_import_rows.holding_id = u.replaces_id
)sql";

constexpr auto point_to_restored_closed_holdings = R"sql(
    UPDATE organisation_roster_import_rows
       SET closed_id = u.restored_id
      FROM organisation_roster_import_rows u
     WHERE u.import_id = $1 AND u.run_id = $2 AND u.restored_id IS NOT NULL
       AND organisation_roster_import_rows.closed_id = u.replaces_id
)sql";

// An earlier import, which may be taken back next, wrote what now stands under another id.
void follow_restored_holdings(db::Tx& tx, const RosterRun& run) {
    tx.run(point_to_restored_holdings, run.import, run.job);
    tx.run(point_to_restored_closed_holdings, run.import, run.job);
}

constexpr auto update_restored_fact = R"sql(
    UPDATE organisation_roster_import_facts
       SET restored_id = $4
     WHERE import_id = $1 AND run_id = $2 AND fact_id = $3
)sql";

constexpr auto select_replaced_facts = R"sql(
    SELECT fact_id
      FROM organisation_roster_import_facts
     WHERE import_id = $1 AND run_id = $2 AND replaces_id IS NOT NULL
)sql";

void name_restored_facts(db::Tx& tx, const RosterRun& run, IdMaker& ids) {
    std::vector<db::Values> restored;
    const auto add = [&](const db::Row& row) {
        restored.push_back(
            {db::to_value(run.import),
             db::to_value(run.job),
             db::to_value(row.get<FactId>("fact_id")),
             db::to_value(ids.make<FactId>())}
        );
    };
    tx.each(select_replaced_facts, add, run.import, run.job);
    tx.run_each(update_restored_fact, restored);
}

constexpr auto supersede_facts_of_roster = R"sql(
    UPDATE organisation_person_facts
       SET superseded_at = $3
     WHERE superseded_at = 9223372036854775807
       AND id IN (SELECT fact_id
                    FROM organisation_roster_import_facts
                   WHERE import_id = $1 AND run_id = $2
                   UNION
                  SELECT closed_id
                    FROM organisation_roster_import_facts
                   WHERE import_id = $1 AND run_id = $2 AND closed_id IS NOT NULL)
)sql";

void withdraw_facts(db::Tx& tx, const RosterRun& run, Instant now) {
    tx.run(supersede_facts_of_roster, run.import, run.job, now);
}

constexpr auto insert_restored_facts = R"sql(
    INSERT INTO organisation_person_facts (id, person_id, kind, value, year, source, from_date,
           until_date, recorded_at, superseded_at)
    SELECT s.restored_id, f.person_id, f.kind, f.value, f.year, f.source, f.from_date,
           f.until_date, CAST($3 AS bigint), 9223372036854775807
      FROM organisation_roster_import_facts s
      JOIN organisation_person_facts f ON f.id = s.replaces_id
     WHERE s.import_id = $1 AND s.run_id = $2
)sql";

void record_facts_anew(db::Tx& tx, const RosterRun& run, Instant now) {
    tx.run(insert_restored_facts, run.import, run.job, now);
}

constexpr auto point_to_restored_facts = R"sql(
    UPDATE organisation_roster_import_facts
       SET fact_id = u.restored_id
      FROM organisation_roster_import_facts u
     WHERE u.import_id = $1 AND u.run_id = $2 AND u.restored_id IS NOT NULL
       AND organisation_roster_import_facts.fact_id = u.replaces_id
)sql";

constexpr auto point_to_restored_closed_facts = R"sql(
    UPDATE organisation_roster_import_facts
       SET closed_id = u.restored_id
      FROM organisation_roster_import_facts u
     WHERE u.import_id = $1 AND u.run_id = $2 AND u.restored_id IS NOT NULL
       AND organisation_roster_import_facts.closed_id = u.replaces_id
)sql";

void follow_restored_facts(db::Tx& tx, const RosterRun& run) {
    tx.run(point_to_restored_facts, run.import, run.job);
    tx.run(point_to_restored_closed_facts, run.import, run.job);
}

// The version goes on: who read the corrected name is told that it changed.
constexpr auto restore_people = R"sql(
    UPDATE organisation_people
       SET staff_number = b.staff_number, name = b.name, family = b.family, middle = b.middle,
           given = b.given, folded = b.folded, sort_key = b.sort_key,
           version = organisation_people.version + 1
      FROM organisation_roster_import_people b
     WHERE b.import_id = $1 AND b.person_id = organisation_people.id
)sql";

void bring_back_names(db::Tx& tx, const RosterRun& run) {
    tx.run(restore_people, run.import);
}

constexpr auto select_added_people = R"sql(
    SELECT row_number, person_id
      FROM organisation_roster_import_rows
     WHERE import_id = $1 AND run_id = $2 AND person_act = 'add'
     ORDER BY row_number
)sql";

}  // namespace

std::vector<UndoBlock> list_undo_blocks(db::Tx& tx, const RosterRun& run, Instant applied_at) {
    std::vector<UndoBlock> blocks;
    for (const auto& row : tx.all(select_undo_blocks, run.import, run.job, applied_at)) {
        blocks.push_back({row.get<int>("row_number"), row.get<std::string>("code")});
    }
    return blocks;
}

std::vector<std::pair<int, PersonId>> list_added_people(db::Tx& tx, const RosterRun& run) {
    std::vector<std::pair<int, PersonId>> people;
    for (const auto& row : tx.all(select_added_people, run.import, run.job)) {
        people.emplace_back(row.get<int>("row_number"), row.get<PersonId>("person_id"));
    }
    return people;
}

void undo_roster(db::Tx& tx, const RosterRun& run, IdMaker& ids, Instant now) {
    name_restored_holdings(tx, run, ids);
    withdraw_holdings(tx, run, now);
    record_holdings_anew(tx, run, now);
    follow_restored_holdings(tx, run);
    name_restored_facts(tx, run, ids);
    withdraw_facts(tx, run, now);
    record_facts_anew(tx, run, now);
    follow_restored_facts(tx, run);
    bring_back_names(tx, run);
}

}  // namespace nangluc::organisation
