#pragma once

#include "modules/organisation/roster_import/roster_row.hpp"

namespace nangluc::organisation {

// One row at work: shared by the two sources of the reader, and by nobody else.
struct RosterRowReader::Reading {
    const sheet::Row& row;
    RosterLine& line;
    CellReader cells;
};

}  // namespace nangluc::organisation
