// Taking an import back: what stands against it, and the way back row for row.

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
       AND r.person_act = 'add'
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
       AND f.id NOT IN (SELECT s.fact_id
                          FROM organisation_roster_import_facts s
                         WHERE s.import_id = $1 AND s.run_id = $2)
     UNION
    SELECT r.row_number, 'person_changed'
      FROM organisation_roster_import_rows r
      JOIN organisation_people p ON p.id = r.person_id
      LEFT JOIN organisation_roster_import_people b
        ON b.import_id = r.import_id AND b.person_id = r.person_id
     WHERE r.import_id = $1 AND r.run_id = $2 AND r.person_act <> 'none'
       AND p.version <> COALESCE(b.version, 0) + 1
     ORDER BY 1, 2
     LIMIT 200
)sql";

constexpr auto delete_facts_of_roster = R"sql(
    DELETE FROM organisation_person_facts
     WHERE id IN (SELECT fact_id
                    FROM organisation_roster_import_facts
                   WHERE import_id = $1 AND run_id = $2
                   UNION
                  SELECT closed_id
                    FROM organisation_roster_import_facts
                   WHERE import_id = $1 AND run_id = $2 AND closed_id IS NOT NULL)
)sql";

void remove_facts(db::Tx& tx, const RosterRun& run) {
    tx.run(delete_facts_of_roster, run.import, run.job);
}

constexpr auto restore_facts = R"sql(
    UPDATE organisation_person_facts
       SET superseded_at = 9223372036854775807
     WHERE id IN (SELECT replaces_id
                    FROM organisation_roster_import_facts
                   WHERE import_id = $1 AND run_id = $2 AND replaces_id IS NOT NULL)
)sql";

void bring_back_facts(db::Tx& tx, const RosterRun& run) {
    tx.run(restore_facts, run.import, run.job);
}

constexpr auto delete_holdings_of_roster = R"sql(
    DELETE FROM organisation_holdings
     WHERE id IN (SELECT holding_id
                    FROM organisation_roster_import_rows
                   WHERE import_id = $1 AND run_id = $2 AND holding_id IS NOT NULL
                   UNION
                  SELECT closed_id
                    FROM organisation_roster_import_rows
                   WHERE import_id = $1 AND run_id = $2 AND closed_id IS NOT NULL)
)sql";

void remove_holdings(db::Tx& tx, const RosterRun& run) {
    tx.run(delete_holdings_of_roster, run.import, run.job);
}

constexpr auto restore_holdings = R"sql(
    UPDATE organisation_holdings
       SET superseded_at = 9223372036854775807
     WHERE id IN (SELECT replaces_id
                    FROM organisation_roster_import_rows
                   WHERE import_id = $1 AND run_id = $2 AND replaces_id IS NOT NULL)
)sql";

void bring_back_holdings(db::Tx& tx, const RosterRun& run) {
    tx.run(restore_holdings, run.import, run.job);
}

constexpr auto delete_people_of_roster = R"sql(
    DELETE FROM organisation_people
     WHERE id IN (SELECT person_id
                    FROM organisation_roster_import_rows
                   WHERE import_id = $1 AND run_id = $2 AND person_act = 'add')
)sql";

void remove_people(db::Tx& tx, const RosterRun& run) {
    tx.run(delete_people_of_roster, run.import, run.job);
}

constexpr auto restore_people = R"sql(
    UPDATE organisation_people
       SET staff_number = b.staff_number, name = b.name, family = b.family, middle = b.middle,
           given = b.given, folded = b.folded, sort_key = b.sort_key, version = b.version
      FROM organisation_roster_import_people b
     WHERE b.import_id = $1 AND b.person_id = organisation_people.id
)sql";

void bring_back_people(db::Tx& tx, const RosterRun& run) {
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

void undo_roster(db::Tx& tx, const RosterRun& run) {
    remove_facts(tx, run);
    bring_back_facts(tx, run);
    remove_holdings(tx, run);
    bring_back_holdings(tx, run);
    remove_people(tx, run);
    bring_back_people(tx, run);
}

}  // namespace nangluc::organisation
