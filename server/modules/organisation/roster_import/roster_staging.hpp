#pragma once

#include <span>

#include "modules/organisation/roster_import/roster_import_store.hpp"
#include "modules/organisation/roster_import/roster_reference_store.hpp"

namespace nangluc::organisation {

// The form of the column `options`.
struct StoredOptions {
    std::vector<FaultOption> options;
};
BOOST_DESCRIBE_STRUCT(StoredOptions, (), (options))

// What a check found, written in short transactions of their own beside everybody else's work.

void stage_keys(db::Tx& tx, const RosterRun& run, std::span<const RosterLine> lines);
void stage_lines(db::Tx& tx, const RosterRun& run, std::span<const RosterLine> lines);
// `first` numbers them on.
void stage_faults(
    db::Tx& tx,
    const RosterRun& run,
    const RosterMapping& mapping,
    std::span<const RowFault> faults,
    int first
);
void drop_keys(db::Tx& tx, const RosterRun& run);
// All of one check, for another attempt of the same job.
void drop_run(db::Tx& tx, const RosterRun& run);
// Everything that other checks of the import left, all but `run`.
void drop_other_runs(db::Tx& tx, const RosterRun& run);

struct StoredFault {
    int seq = 0;
    int row = 0;
    int column_number = 0;
    RosterColumn column = RosterColumn::row;
    RosterFault code = RosterFault::missing;
    FaultSeverity severity = FaultSeverity::error;
    std::string person;
    std::string value;
    std::vector<FaultOption> options;
};

struct FaultQuestion {
    std::optional<FaultSeverity> severity;
    int after = 0;  // seq
    int limit = 50;
};
std::vector<StoredFault> list_roster_faults(
    db::Tx& tx, const RosterRun& run, const FaultQuestion& question
);

struct StoredLine {
    int row = 0;
    RowVerdict verdict = RowVerdict::same;
    std::string staff_number;
    std::string name;
    std::vector<std::string> changes;
    PersonId person;
};
std::vector<StoredLine> list_roster_lines(
    db::Tx& tx, const RosterRun& run, std::optional<RowVerdict> verdict, int after, int limit
);

}  // namespace nangluc::organisation
