#pragma once

#include <string>

#include "kit/sheet/marker.hpp"
#include "modules/organisation/roster_import/roster_staging.hpp"
#include "modules/organisation/roster_import/roster_words.hpp"

namespace nangluc::organisation {

// Of the columns and rules of the template, in a hidden sheet of it. A change of meaning makes a
// new one.
inline constexpr int template_version = 1;

// An empty roster of the unit: drop-downs from its divisions, positions and ranks, notes over the
// titles, an example, and the titles in view.
std::string roster_template(const RosterReference& reference, const RosterWords& words);

// What the person's own workbook says of each row after a check.
sheet::MarkPlan marks_of(
    const RosterImport& import,
    const std::vector<StoredFault>& faults,
    const std::vector<StoredLine>& lines,
    const RosterWords& words
);

}  // namespace nangluc::organisation
