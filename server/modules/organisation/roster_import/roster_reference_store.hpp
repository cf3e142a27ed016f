#pragma once

#include "kit/jobs.hpp"
#include "modules/organisation/roster_import/roster_judge.hpp"

namespace nangluc::organisation {

// What stands at or below the unit today. Refuses not_found("unit") where it no longer does.
Result<RosterReference> load_roster_reference(db::Tx& tx, UnitId unit, Date today);

// The rows of one check as they are kept in the database.
struct RosterRun {
    RosterImportId import;
    JobId job;
};

// The people and holdings that the kept keys of the check are about, in a handful of statements
// whatever the number of rows.
RosterKnown load_roster_known(db::Tx& tx, const RosterRun& run, const RosterReference& reference);

}  // namespace nangluc::organisation
