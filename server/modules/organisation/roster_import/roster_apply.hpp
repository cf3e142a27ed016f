#pragma once

#include "modules/organisation/roster_import/roster_staging.hpp"

namespace nangluc::organisation {

// Writes what a check planned, each table by a few statements whatever the number of rows. Refuses
// conflict("roster_import.changed_since_check") where a holding of its people or in its posts has
// changed since the check began, or a fact to be replaced has been replaced by somebody else.
Result<> apply_roster(db::Tx& tx, const RosterRun& run, Instant checked_at, Instant now);

// What came later and rests on a row of the import: why it cannot be taken back.
struct UndoBlock {
    int row = 0;
    std::string code;  // holding_changed, holding_added, fact_changed, …
};
std::vector<UndoBlock> list_undo_blocks(db::Tx& tx, const RosterRun& run, Instant applied_at);
// The people whom the import added.
std::vector<std::pair<int, PersonId>> list_added_people(db::Tx& tx, const RosterRun& run);

// A correction: from `now` on, holdings, facts and names are known as they were before
// apply_roster, and a question "as known" between the two still finds what the import said. The
// people whom it added stay as identities of whom nothing is known any more: nobody finds them,
// and who names them again takes them up.
void undo_roster(db::Tx& tx, const RosterRun& run, IdMaker& ids, Instant now);

}  // namespace nangluc::organisation
