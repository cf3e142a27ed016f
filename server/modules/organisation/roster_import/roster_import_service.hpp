#pragma once

#include <functional>

#include "kit/kit.hpp"
#include "modules/organisation/roster_import/roster_apply.hpp"

namespace nangluc::organisation {

// A roster that is being sent, as it came.
struct SentRoster {
    UnitId unit;
    std::string file_name;
    std::string_view bytes;
};

// Of the people between two ids, those about whom another module keeps something: a rating, an
// agreed position, a training. Ascending.
using PeopleInUse = std::function<std::vector<PersonId>(db::Tx& tx, PersonId first, PersonId last)>;

// Rosters from workbooks: sent, matched, tried, answered, applied, and taken back as a whole within
// 30 days. For import_people at the unit; a row can name nothing outside of that unit's sub-tree.
class RosterImportService {
public:
    static constexpr std::int64_t undo_days = 30;

    explicit RosterImportService(const Kit& kit) : kit_(kit) {}

    // Called at wiring. Undoing an import refuses while one of them knows a person it added.
    void ask_before_undo(PeopleInUse in_use) { in_use_.push_back(std::move(in_use)); }
    void handle_jobs();

    // Refuses what kit/sheet refuses, and roster_import.no_rows.
    Result<RosterImport> upload(const Actor& actor, const SentRoster& sent);
    Result<RosterImport> find(const Actor& actor, RosterImportId id);
    Result<std::vector<RosterImport>> list(
        const Actor& actor, UnitId unit, RosterImportId before, int limit
    );
    Result<RosterImport> map(const Actor& actor, RosterImportId id, const RosterMapping& mapping);
    Result<RosterImport> answer(
        const Actor& actor, RosterImportId id, const std::vector<GivenAnswer>& answers
    );
    Result<RosterAnswers> answers(const Actor& actor, RosterImportId id);

    // These start a job; the import names it.
    Result<RosterImport> start_check(const Actor& actor, RosterImportId id);
    Result<RosterImport> start_application(const Actor& actor, RosterImportId id, AppliedRows rows);
    // Refuses roster_import.undo_too_late and, with a fault for each row,
    // roster_import.undo_blocked.
    Result<RosterImport> start_undo(const Actor& actor, RosterImportId id);

    Result<std::vector<StoredFault>> faults(
        const Actor& actor, RosterImportId id, const FaultQuestion& question
    );
    Result<std::vector<StoredLine>> lines(
        const Actor& actor,
        RosterImportId id,
        std::optional<RowVerdict> verdict,
        int after,
        int limit
    );

    // Bytes of an .xlsx file.
    Result<std::string> empty_roster(const Actor& actor, UnitId unit, bool in_english);
    // The person's own file with its cells marked, and its name. Refuses roster_import.status
    // before the first check.
    struct Marked {
        std::string bytes;
        std::string file_name;
    };
    Result<Marked> marked(const Actor& actor, RosterImportId id, bool in_english);

    bool may_still_be_undone(const RosterImport& import) const;

private:
    Result<RosterImport> open(db::Tx& tx, const Actor& actor, RosterImportId id) const;
    Result<> require(db::Tx& tx, const Actor& actor, UnitId unit, std::string_view noun) const;
    Result<RosterImport> start(
        db::Tx& tx, const Actor& actor, RosterImport import, ImportStatus to, std::string input
    );
    void note(
        db::Tx& tx,
        const Actor& actor,
        std::string_view act,
        const RosterImport& import,
        std::string change = "{}"
    );
    void note_people(
        db::Tx& tx, const Actor& actor, std::string_view act, const RosterImport& import
    );
    void announce(db::Tx& tx, const RosterImport& import);

    Result<RosterImport> begin_job(JobRun& job, ImportStatus expected);
    void return_to(const RosterImport& import, JobId job, ImportStatus from, ImportStatus to);
    Result<std::string> run_check(JobRun& job);
    Result<std::string> run_application(JobRun& job);
    Result<std::string> run_undo(JobRun& job);
    Result<std::optional<ImportCounts>> check(const RosterImport& import, JobRun& job);
    // Which rows are to be applied, and when the check of them began.
    struct Checked {
        AppliedRows rows;
        Instant at;
    };
    Result<> apply(const RosterImport& import, JobRun& job, const Checked& checked);
    Result<> undo(const RosterImport& import, JobRun& job);
    std::vector<UndoBlock> list_people_in_use(db::Tx& tx, const RosterRun& run) const;
    Result<> look_for_blocks(db::Tx& tx, const RosterImport& import) const;

    const Kit& kit_;
    std::vector<PeopleInUse> in_use_;
};

}  // namespace nangluc::organisation
