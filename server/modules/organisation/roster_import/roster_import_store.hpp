#pragma once

#include "kit/jobs.hpp"
#include "kit/sheet/reader.hpp"
#include "modules/organisation/roster_import/roster_columns.hpp"

namespace nangluc::organisation {

struct ImportCounts {
    int rows = 0;
    int added = 0;
    int changed = 0;
    int same = 0;
    int rejected = 0;
    int question = 0;
    int errors = 0;  // of cells; a row may have several
    int questions = 0;
    int notices = 0;

    friend bool operator==(const ImportCounts&, const ImportCounts&) = default;
};
BOOST_DESCRIBE_STRUCT(
    ImportCounts, (), (rows, added, changed, same, rejected, question, errors, questions, notices)
)

// A workbook that somebody sent for a unit, and how far it has come.
struct RosterImport {
    RosterImportId id;
    UnitId unit;
    std::string file_name;
    std::string file_hash;
    std::string format;  // xlsx, csv
    int sheet = 0;
    int title_row = 1;
    ImportStatus status = ImportStatus::uploaded;
    std::vector<RosterTitle> titles;
    RosterMapping mapping;
    JobId job;  // at work on it, or the last one
    JobId run;  // whose findings are kept
    ImportCounts counts;
    std::optional<AppliedRows> applied_rows;
    AccountId created_by;
    Instant created_at;
    std::optional<Instant> checked_at;
    AccountId applied_by;
    std::optional<Instant> applied_at;
    AccountId undone_by;
    std::optional<Instant> undone_at;

    bool is_finding() const { return run.value != 0; }
};

void add_roster_import(db::Tx& tx, const RosterImport& made);
Result<RosterImport> find_roster_import(db::Tx& tx, RosterImportId id);
// The newest first, those before `before`.
std::vector<RosterImport> list_roster_imports(
    db::Tx& tx, UnitId unit, RosterImportId before, int limit
);
void save_roster_mapping(db::Tx& tx, const RosterImport& import);

RememberedMapping remembered_mapping(db::Tx& tx, UnitId unit);
void save_remembered_mapping(
    db::Tx& tx, UnitId unit, const RememberedMapping& mapping, Instant now
);

// Passes from one of the states that are not final to another under a new job; refuses
// conflict("roster_import.status") where the import has gone on meanwhile.
struct ImportStep {
    RosterImportId import;
    ImportStatus from;
    ImportStatus to;
    JobId job;  // of the new state
};
Result<> step_roster_import(db::Tx& tx, const ImportStep& step);
// Ends what a job did: only if the import is still its own.
Result<> end_roster_job(
    db::Tx& tx, RosterImportId id, JobId job, ImportStatus from, ImportStatus to
);
Result<> save_roster_findings(
    db::Tx& tx, RosterImportId id, JobId job, const ImportCounts& counts, Instant now
);
void save_roster_applied(
    db::Tx& tx, RosterImportId id, AppliedRows rows, AccountId by, Instant now
);
void save_roster_undone(db::Tx& tx, RosterImportId id, AccountId by, Instant now);

RosterAnswers list_roster_answers(db::Tx& tx, RosterImportId id);
struct GivenAnswer {
    int row = 0;
    RosterColumn column = RosterColumn::row;
    std::optional<RosterAnswer> answer;  // none takes an earlier one back
};
void save_roster_answers(
    db::Tx& tx,
    RosterImportId id,
    const std::vector<GivenAnswer>& answers,
    AccountId by,
    Instant now
);

}  // namespace nangluc::organisation
