// What checks left: read page by page, and dropped.

#include "kit/json/json.hpp"
#include "modules/organisation/roster_import/roster_staging.hpp"

namespace nangluc::organisation {

static std::vector<std::string> parted(const std::string& text) {
    std::vector<std::string> words;
    std::size_t from = 0;
    while (from < text.size()) {
        const auto end = std::min(text.find(' ', from), text.size());
        words.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return words;
}

constexpr auto delete_keys = R"sql(
    DELETE FROM organisation_roster_import_keys
     WHERE import_id = $1 AND run_id = $2
)sql";

void drop_keys(db::Tx& tx, const RosterRun& run) {
    tx.run(delete_keys, run.import, run.job);
}

constexpr auto delete_rows = R"sql(
    DELETE FROM organisation_roster_import_rows
     WHERE import_id = $1 AND run_id = $2
)sql";

static void drop_rows(db::Tx& tx, const RosterRun& run) {
    tx.run(delete_rows, run.import, run.job);
}

constexpr auto delete_facts = R"sql(
    DELETE FROM organisation_roster_import_facts
     WHERE import_id = $1 AND run_id = $2
)sql";

static void drop_facts(db::Tx& tx, const RosterRun& run) {
    tx.run(delete_facts, run.import, run.job);
}

constexpr auto delete_faults = R"sql(
    DELETE FROM organisation_roster_import_faults
     WHERE import_id = $1 AND run_id = $2
)sql";

static void drop_faults(db::Tx& tx, const RosterRun& run) {
    tx.run(delete_faults, run.import, run.job);
}

void drop_run(db::Tx& tx, const RosterRun& run) {
    drop_keys(tx, run);
    drop_rows(tx, run);
    drop_facts(tx, run);
    drop_faults(tx, run);
}

constexpr auto delete_other_keys = R"sql(
    DELETE FROM organisation_roster_import_keys
     WHERE import_id = $1 AND run_id <> $2
)sql";

static void drop_other_keys(db::Tx& tx, const RosterRun& run) {
    tx.run(delete_other_keys, run.import, run.job);
}

constexpr auto delete_other_rows = R"sql(
    DELETE FROM organisation_roster_import_rows
     WHERE import_id = $1 AND run_id <> $2
)sql";

static void drop_other_rows(db::Tx& tx, const RosterRun& run) {
    tx.run(delete_other_rows, run.import, run.job);
}

constexpr auto delete_other_facts = R"sql(
    DELETE FROM organisation_roster_import_facts
     WHERE import_id = $1 AND run_id <> $2
)sql";

static void drop_other_facts(db::Tx& tx, const RosterRun& run) {
    tx.run(delete_other_facts, run.import, run.job);
}

constexpr auto delete_other_faults = R"sql(
    DELETE FROM organisation_roster_import_faults
     WHERE import_id = $1 AND run_id <> $2
)sql";

static void drop_other_faults(db::Tx& tx, const RosterRun& run) {
    tx.run(delete_other_faults, run.import, run.job);
}

void drop_other_runs(db::Tx& tx, const RosterRun& run) {
    drop_other_keys(tx, run);
    drop_other_rows(tx, run);
    drop_other_facts(tx, run);
    drop_other_faults(tx, run);
}

constexpr auto select_roster_faults = R"sql(
    SELECT f.seq, f.row_number, f.column_number, f.column_name, f.code, f.severity, f.value,
           f.options, COALESCE(r.name, '') AS person
      FROM organisation_roster_import_faults f
      LEFT JOIN organisation_roster_import_rows r
        ON r.import_id = f.import_id AND r.run_id = f.run_id AND r.row_number = f.row_number
     WHERE f.import_id = $1 AND f.run_id = $2 AND f.seq > $4
       AND (f.severity = $3 OR (CAST($3 AS text) IS NULL AND f.severity <> 'notice'))
     ORDER BY f.seq
     LIMIT $5
)sql";

std::vector<StoredFault> list_roster_faults(
    db::Tx& tx, const RosterRun& run, const FaultQuestion& question
) {
    std::vector<StoredFault> faults;
    const auto rows = tx.all(
        select_roster_faults, run.import, run.job, question.severity, question.after, question.limit
    );
    for (const auto& row : rows) {
        const auto options = row.get<std::string>("options");
        faults.push_back({
            .seq = row.get<int>("seq"),
            .row = row.get<int>("row_number"),
            .column_number = row.get<int>("column_number"),
            .column = row.get<RosterColumn>("column_name"),
            .code = row.get<RosterFault>("code"),
            .severity = row.get<FaultSeverity>("severity"),
            .person = row.get<std::string>("person"),
            .value = row.get<std::string>("value"),
            .options = options.empty() ? std::vector<FaultOption>()
                                       : json::read<StoredOptions>(options).value().options,
        });
    }
    return faults;
}

constexpr auto select_roster_lines = R"sql(
    SELECT row_number, verdict, staff_number, name, changes, person_id
      FROM organisation_roster_import_rows
     WHERE import_id = $1 AND run_id = $2 AND row_number > $4
       AND (verdict = $3 OR CAST($3 AS text) IS NULL)
     ORDER BY row_number
     LIMIT $5
)sql";

std::vector<StoredLine> list_roster_lines(
    db::Tx& tx, const RosterRun& run, std::optional<RowVerdict> verdict, int after, int limit
) {
    std::vector<StoredLine> lines;
    for (const auto& row :
         tx.all(select_roster_lines, run.import, run.job, verdict, after, limit)) {
        lines.push_back({
            .row = row.get<int>("row_number"),
            .verdict = row.get<RowVerdict>("verdict"),
            .staff_number = row.get<std::string>("staff_number"),
            .name = row.get<std::string>("name"),
            .changes = parted(row.get<std::string>("changes")),
            .person = row.get<PersonId>("person_id"),
        });
    }
    return lines;
}

}  // namespace nangluc::organisation
