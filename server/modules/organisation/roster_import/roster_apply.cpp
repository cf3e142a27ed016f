#include "modules/organisation/roster_import/roster_apply.hpp"

namespace nangluc::organisation {

namespace {

constexpr auto select_changed_holding = R"sql(
    SELECT id
      FROM organisation_holdings
     WHERE (recorded_at > $3 OR (superseded_at > $3 AND superseded_at < 9223372036854775807))
       AND (person_id IN (SELECT person_id
                            FROM organisation_roster_import_rows
                           WHERE import_id = $1 AND run_id = $2)
         OR post_id IN (SELECT post_id
                          FROM organisation_roster_import_rows
                         WHERE import_id = $1 AND run_id = $2))
     LIMIT 1
)sql";

Result<> refuse_changed(db::Tx& tx, const RosterRun& run, Instant checked_at) {
    if (tx.one(select_changed_holding, run.import, run.job, checked_at)) {
        return conflict("roster_import.changed_since_check");
    }
    return {};
}

constexpr auto insert_people_before = R"sql(
    INSERT INTO organisation_roster_import_people (import_id, person_id, staff_number, name, family,
           middle, given, folded, sort_key, version)
    SELECT r.import_id, p.id, p.staff_number, p.name, p.family, p.middle, p.given, p.folded,
           p.sort_key, p.version
      FROM organisation_roster_import_rows r
      JOIN organisation_people p ON p.id = r.person_id
     WHERE r.import_id = $1 AND r.run_id = $2 AND r.person_act = 'correct'
)sql";

void keep_people_before(db::Tx& tx, const RosterRun& run) {
    tx.run(insert_people_before, run.import, run.job);
}

constexpr auto insert_people_of_roster = R"sql(
    INSERT INTO organisation_people (id, staff_number, birth_date, name, family, middle, given,
           folded, sort_key, version, recorded_at)
    SELECT person_id, staff_number, birth_date, name, family, middle, given, folded, sort_key, 1,
           CAST($3 AS bigint)
      FROM organisation_roster_import_rows
     WHERE import_id = $1 AND run_id = $2 AND person_act = 'add'
        ON CONFLICT (staff_number, birth_date) DO NOTHING
)sql";

constexpr auto count_added_people = R"sql(
    SELECT COUNT(*) AS rows
      FROM organisation_roster_import_rows
     WHERE import_id = $1 AND run_id = $2 AND person_act = 'add'
)sql";

std::int64_t added_people(db::Tx& tx, const RosterRun& run) {
    return tx.one(count_added_people, run.import, run.job)->get<std::int64_t>("rows");
}

// Somebody may have been added by hand since the check.
Result<> add_people(db::Tx& tx, const RosterRun& run, Instant now) {
    const auto expected = added_people(tx, run);
    if (tx.run(insert_people_of_roster, run.import, run.job, now) != expected) {
        return conflict("roster_import.changed_since_check");
    }
    return {};
}

constexpr auto update_people_of_roster = R"sql(
    UPDATE organisation_people
       SET staff_number = r.staff_number, name = r.name, family = r.family, middle = r.middle,
           given = r.given, folded = r.folded, sort_key = r.sort_key,
           version = organisation_people.version + 1
      FROM organisation_roster_import_rows r
     WHERE r.person_id = organisation_people.id
       AND r.import_id = $1 AND r.run_id = $2 AND r.person_act = 'correct'
)sql";

void correct_people(db::Tx& tx, const RosterRun& run) {
    tx.run(update_people_of_roster, run.import, run.job);
}

constexpr auto count_replaced_holdings = R"sql(
    SELECT COUNT(*) AS rows
      FROM organisation_roster_import_rows
     WHERE import_id = $1 AND run_id = $2 AND replaces_id IS NOT NULL
)sql";

std::int64_t replaced_holdings(db::Tx& tx, const RosterRun& run) {
    return tx.one(count_replaced_holdings, run.import, run.job)->get<std::int64_t>("rows");
}

constexpr auto supersede_holdings = R"sql(
    UPDATE organisation_holdings
       SET superseded_at = $3
     WHERE superseded_at = 9223372036854775807
       AND id IN (SELECT replaces_id
                    FROM organisation_roster_import_rows
                   WHERE import_id = $1 AND run_id = $2 AND replaces_id IS NOT NULL)
)sql";

Result<> replace_holdings(db::Tx& tx, const RosterRun& run, Instant now) {
    const auto expected = replaced_holdings(tx, run);
    if (tx.run(supersede_holdings, run.import, run.job, now) != expected) {
        return conflict("roster_import.changed_since_check");
    }
    return {};
}

constexpr auto insert_closed_holdings = R"sql(
    INSERT INTO organisation_holdings (id, person_id, post_id, unit_id, kind, share_percent,
           decision_id, note, from_date, until_date, recorded_at, superseded_at)
    SELECT r.closed_id, h.person_id, h.post_id, h.unit_id, h.kind, h.share_percent, h.decision_id,
           h.note, h.from_date, r.from_date, CAST($3 AS bigint), 9223372036854775807
      FROM organisation_roster_import_rows r
      JOIN organisation_holdings h ON h.id = r.replaces_id
     WHERE r.import_id = $1 AND r.run_id = $2 AND r.closed_id IS NOT NULL
)sql";

void add_closed_holdings(db::Tx& tx, const RosterRun& run, Instant now) {
    tx.run(insert_closed_holdings, run.import, run.job, now);
}

// A correction keeps the decision and the note that the file does not name.
constexpr auto insert_holdings_of_roster = R"sql(
    INSERT INTO organisation_holdings (id, person_id, post_id, unit_id, kind, share_percent,
           decision_id, note, from_date, until_date, recorded_at, superseded_at)
    SELECT r.holding_id, r.person_id, r.post_id, r.unit_id, r.kind, r.share_percent,
           h.decision_id, CASE WHEN r.note = '' THEN COALESCE(h.note, '') ELSE r.note END,
           r.from_date, r.until_date, CAST($3 AS bigint), 9223372036854775807
      FROM organisation_roster_import_rows r
      LEFT JOIN organisation_holdings h ON h.id = r.replaces_id AND r.closed_id IS NULL
     WHERE r.import_id = $1 AND r.run_id = $2 AND r.holding_id IS NOT NULL
)sql";

void add_holdings(db::Tx& tx, const RosterRun& run, Instant now) {
    tx.run(insert_holdings_of_roster, run.import, run.job, now);
}

constexpr auto count_replaced_facts = R"sql(
    SELECT COUNT(*) AS rows
      FROM organisation_roster_import_facts
     WHERE import_id = $1 AND run_id = $2 AND replaces_id IS NOT NULL
)sql";

std::int64_t replaced_facts(db::Tx& tx, const RosterRun& run) {
    return tx.one(count_replaced_facts, run.import, run.job)->get<std::int64_t>("rows");
}

constexpr auto supersede_facts = R"sql(
    UPDATE organisation_person_facts
       SET superseded_at = $3
     WHERE superseded_at = 9223372036854775807
       AND id IN (SELECT replaces_id
                    FROM organisation_roster_import_facts
                   WHERE import_id = $1 AND run_id = $2 AND replaces_id IS NOT NULL)
)sql";

Result<> replace_facts(db::Tx& tx, const RosterRun& run, Instant now) {
    const auto expected = replaced_facts(tx, run);
    if (tx.run(supersede_facts, run.import, run.job, now) != expected) {
        return conflict("roster_import.changed_since_check");
    }
    return {};
}

constexpr auto insert_closed_facts = R"sql(
    INSERT INTO organisation_person_facts (id, person_id, kind, value, year, source, from_date,
           until_date, recorded_at, superseded_at)
    SELECT s.closed_id, f.person_id, f.kind, f.value, f.year, f.source, f.from_date, s.from_date,
           CAST($3 AS bigint), 9223372036854775807
      FROM organisation_roster_import_facts s
      JOIN organisation_person_facts f ON f.id = s.replaces_id
     WHERE s.import_id = $1 AND s.run_id = $2 AND s.closed_id IS NOT NULL
)sql";

void add_closed_facts(db::Tx& tx, const RosterRun& run, Instant now) {
    tx.run(insert_closed_facts, run.import, run.job, now);
}

constexpr auto insert_facts_of_roster = R"sql(
    INSERT INTO organisation_person_facts (id, person_id, kind, value, year, source, from_date,
           until_date, recorded_at, superseded_at)
    SELECT fact_id, person_id, kind, value, NULL, 'roster_import', from_date, 99991231,
           CAST($3 AS bigint), 9223372036854775807
      FROM organisation_roster_import_facts
     WHERE import_id = $1 AND run_id = $2
)sql";

void add_facts(db::Tx& tx, const RosterRun& run, Instant now) {
    tx.run(insert_facts_of_roster, run.import, run.job, now);
}

}  // namespace

Result<> apply_roster(db::Tx& tx, const RosterRun& run, Instant checked_at, Instant now) {
    TRY(refuse_changed(tx, run, checked_at));
    keep_people_before(tx, run);
    TRY(add_people(tx, run, now));
    correct_people(tx, run);
    TRY(replace_holdings(tx, run, now));
    add_closed_holdings(tx, run, now);
    add_holdings(tx, run, now);
    TRY(replace_facts(tx, run, now));
    add_closed_facts(tx, run, now);
    add_facts(tx, run, now);
    return {};
}

}  // namespace nangluc::organisation
