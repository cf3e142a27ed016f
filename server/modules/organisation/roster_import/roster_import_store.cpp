#include "modules/organisation/roster_import/roster_import_store.hpp"

#include "kit/json/json.hpp"

namespace nangluc::organisation {

namespace {

// The forms of the columns `titles` and `mapping`.
struct StoredTitles {
    std::vector<RosterTitle> titles;
};
BOOST_DESCRIBE_STRUCT(StoredTitles, (), (titles))

struct StoredColumn {
    RosterColumn column{};
    int at = 0;
};
BOOST_DESCRIBE_STRUCT(StoredColumn, (), (column, at))

struct StoredMapping {
    std::vector<StoredColumn> columns;
    DateOrder date_order{};
};
BOOST_DESCRIBE_STRUCT(StoredMapping, (), (columns, date_order))

std::string text_of(const RosterMapping& mapping) {
    StoredMapping stored{.columns = {}, .date_order = mapping.date_order};
    for (const auto& [column, at] : mapping.columns) stored.columns.push_back({column, at});
    return json::write(stored);
}

RosterMapping mapping_of(const std::string& text) {
    const auto stored = json::read<StoredMapping>(text).value();
    RosterMapping mapping{.columns = {}, .date_order = stored.date_order};
    for (const auto& [column, at] : stored.columns) mapping.columns[column] = at;
    return mapping;
}

RosterImport import_of(const db::Row& row) {
    const auto applied = row.get<std::string>("applied_rows");
    return {
        .id = row.get<RosterImportId>("id"),
        .unit = row.get<UnitId>("unit_id"),
        .file_name = row.get<std::string>("file_name"),
        .file_hash = row.get<std::string>("file_hash"),
        .format = row.get<std::string>("format"),
        .sheet = row.get<int>("sheet"),
        .title_row = row.get<int>("title_row"),
        .status = row.get<ImportStatus>("status"),
        .titles = json::read<StoredTitles>(row.get<std::string>("titles")).value().titles,
        .mapping = mapping_of(row.get<std::string>("mapping")),
        .job = row.get<JobId>("job_id"),
        .run = row.get<JobId>("run_id"),
        .counts =
            {
                .rows = row.get<int>("rows_read"),
                .added = row.get<int>("rows_new"),
                .changed = row.get<int>("rows_changed"),
                .same = row.get<int>("rows_same"),
                .rejected = row.get<int>("rows_rejected"),
                .question = row.get<int>("rows_question"),
                .errors = row.get<int>("errors"),
                .questions = row.get<int>("questions"),
                .notices = row.get<int>("notices"),
            },
        .applied_rows = applied.empty() ? std::nullopt
                                        : std::optional(parse_word<AppliedRows>(applied).value()),
        .created_by = row.get<AccountId>("created_by"),
        .created_at = row.get<Instant>("created_at"),
        .checked_at = row.get<std::optional<Instant>>("checked_at"),
        .applied_by = row.get<AccountId>("applied_by"),
        .applied_at = row.get<std::optional<Instant>>("applied_at"),
        .undone_by = row.get<AccountId>("undone_by"),
        .undone_at = row.get<std::optional<Instant>>("undone_at"),
    };
}

}  // namespace

constexpr auto insert_roster_import = R"sql(
    INSERT INTO organisation_roster_imports (id, unit_id, file_name, file_hash, format, sheet,
           title_row, status, titles, mapping, rows_read, rows_new, rows_changed, rows_same,
           rows_rejected, rows_question, errors, questions, notices, applied_rows, created_by,
           created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, 0, 0, 0, 0, 0, 0, 0, '', $11, $12)
)sql";

void add_roster_import(db::Tx& tx, const RosterImport& made) {
    tx.run(
        insert_roster_import,
        made.id,
        made.unit,
        made.file_name,
        made.file_hash,
        made.format,
        made.sheet,
        made.title_row,
        made.status,
        json::write(StoredTitles{made.titles}),
        text_of(made.mapping),
        made.created_by,
        made.created_at
    );
}

constexpr auto select_roster_import = R"sql(
    SELECT id, unit_id, file_name, file_hash, format, sheet, title_row, status, titles, mapping,
           job_id, run_id, rows_read, rows_new, rows_changed, rows_same, rows_rejected,
           rows_question, errors, questions, notices, applied_rows, created_by, created_at,
           checked_at, applied_by, applied_at, undone_by, undone_at
      FROM organisation_roster_imports
     WHERE id = $1
)sql";

Result<RosterImport> find_roster_import(db::Tx& tx, RosterImportId id) {
    const auto row = tx.one(select_roster_import, id);
    if (!row) return not_found("roster_import");
    return import_of(*row);
}

constexpr auto select_roster_imports = R"sql(
    SELECT id, unit_id, file_name, file_hash, format, sheet, title_row, status, titles, mapping,
           job_id, run_id, rows_read, rows_new, rows_changed, rows_same, rows_rejected,
           rows_question, errors, questions, notices, applied_rows, created_by, created_at,
           checked_at, applied_by, applied_at, undone_by, undone_at
      FROM organisation_roster_imports
     WHERE unit_id = $1 AND id < $2
     ORDER BY id DESC
     LIMIT $3
)sql";

std::vector<RosterImport> list_roster_imports(
    db::Tx& tx, UnitId unit, RosterImportId before, int limit
) {
    std::vector<RosterImport> imports;
    for (const auto& row : tx.all(select_roster_imports, unit, before, limit)) {
        imports.push_back(import_of(row));
    }
    return imports;
}

constexpr auto update_roster_mapping = R"sql(
    UPDATE organisation_roster_imports
       SET mapping = $2
     WHERE id = $1
)sql";

void save_roster_mapping(db::Tx& tx, const RosterImport& import) {
    tx.run(update_roster_mapping, import.id, text_of(import.mapping));
}

constexpr auto select_remembered_mapping = R"sql(
    SELECT mapping
      FROM organisation_roster_import_mappings
     WHERE unit_id = $1
)sql";

RememberedMapping remembered_mapping(db::Tx& tx, UnitId unit) {
    const auto row = tx.one(select_remembered_mapping, unit);
    if (!row) return {};
    return json::read<RememberedMapping>(row->get<std::string>("mapping")).value();
}

constexpr auto upsert_remembered_mapping = R"sql(
    INSERT INTO organisation_roster_import_mappings (unit_id, mapping, recorded_at)
    VALUES ($1, $2, $3)
        ON CONFLICT (unit_id) DO UPDATE SET mapping = $2, recorded_at = $3
)sql";

void save_remembered_mapping(
    db::Tx& tx, UnitId unit, const RememberedMapping& mapping, Instant now
) {
    tx.run(upsert_remembered_mapping, unit, json::write(mapping), now);
}

constexpr auto update_roster_step = R"sql(
    UPDATE organisation_roster_imports
       SET status = $3, job_id = $4
     WHERE id = $1 AND status = $2
)sql";

Result<> step_roster_import(db::Tx& tx, const ImportStep& step) {
    if (tx.run(update_roster_step, step.import, step.from, step.to, step.job) == 0) {
        return conflict("roster_import.status");
    }
    return {};
}

constexpr auto update_roster_end = R"sql(
    UPDATE organisation_roster_imports
       SET status = $4
     WHERE id = $1 AND job_id = $2 AND status = $3
)sql";

Result<> end_roster_job(
    db::Tx& tx, RosterImportId id, JobId job, ImportStatus from, ImportStatus to
) {
    if (tx.run(update_roster_end, id, job, from, to) == 0) return conflict("roster_import.status");
    return {};
}

constexpr auto update_roster_findings = R"sql(
    UPDATE organisation_roster_imports
       SET run_id = $2, checked_at = $3, rows_read = $4, rows_new = $5, rows_changed = $6,
           rows_same = $7, rows_rejected = $8, rows_question = $9, errors = $10, questions = $11,
           notices = $12
     WHERE id = $1 AND job_id = $2
)sql";

Result<> save_roster_findings(
    db::Tx& tx, RosterImportId id, JobId job, const ImportCounts& counts, Instant now
) {
    const auto rows = tx.run(
        update_roster_findings,
        id,
        job,
        now,
        counts.rows,
        counts.added,
        counts.changed,
        counts.same,
        counts.rejected,
        counts.question,
        counts.errors,
        counts.questions,
        counts.notices
    );
    if (rows == 0) return conflict("roster_import.status");
    return {};
}

constexpr auto update_roster_applied = R"sql(
    UPDATE organisation_roster_imports
       SET status = 'applied', applied_rows = $2, applied_by = $3, applied_at = $4
     WHERE id = $1
)sql";

void save_roster_applied(
    db::Tx& tx, RosterImportId id, AppliedRows rows, AccountId by, Instant now
) {
    tx.run(update_roster_applied, id, rows, by, now);
}

constexpr auto update_roster_undone = R"sql(
    UPDATE organisation_roster_imports
       SET status = 'undone', undone_by = $2, undone_at = $3
     WHERE id = $1
)sql";

void save_roster_undone(db::Tx& tx, RosterImportId id, AccountId by, Instant now) {
    tx.run(update_roster_undone, id, by, now);
}

constexpr auto select_roster_answers = R"sql(
    SELECT row_number, column_name, kind, value
      FROM organisation_roster_import_answers
     WHERE import_id = $1
)sql";

RosterAnswers list_roster_answers(db::Tx& tx, RosterImportId id) {
    RosterAnswers answers;
    for (const auto& row : tx.all(select_roster_answers, id)) {
        answers[{row.get<int>("row_number"), row.get<RosterColumn>("column_name")}] = {
            row.get<AnswerKind>("kind"),
            row.get<std::string>("value"),
        };
    }
    return answers;
}

constexpr auto upsert_roster_answer = R"sql(
    INSERT INTO organisation_roster_import_answers (import_id, row_number, column_name, kind, value,
           answered_by, answered_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (import_id, row_number, column_name)
        DO UPDATE SET kind = $4, value = $5, answered_by = $6, answered_at = $7
)sql";

static void save_answer(
    db::Tx& tx, RosterImportId id, const GivenAnswer& given, AccountId by, Instant now
) {
    const auto& [kind, value] = *given.answer;
    tx.run(upsert_roster_answer, id, given.row, given.column, kind, value, by, now);
}

constexpr auto delete_roster_answer = R"sql(
    DELETE FROM organisation_roster_import_answers
     WHERE import_id = $1 AND row_number = $2 AND column_name = $3
)sql";

void save_roster_answers(
    db::Tx& tx,
    RosterImportId id,
    const std::vector<GivenAnswer>& answers,
    AccountId by,
    Instant now
) {
    for (const auto& given : answers) {
        if (given.answer) {
            save_answer(tx, id, given, by, now);
        } else {
            tx.run(delete_roster_answer, id, given.row, given.column);
        }
    }
}

}  // namespace nangluc::organisation
