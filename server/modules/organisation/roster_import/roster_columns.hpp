#pragma once

#include <string>
#include <vector>

#include "kit/sheet/reader.hpp"
#include "modules/organisation/roster_import/roster_import.hpp"

namespace nangluc::organisation {

// A title of the file, and the column of the sheet it stands over; A is 1.
struct RosterTitle {
    int column = 0;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(RosterTitle, (), (column, text))

// How a unit called its columns the last time.
struct RememberedColumn {
    RosterColumn column{};
    std::string title;
};
BOOST_DESCRIBE_STRUCT(RememberedColumn, (), (column, title))
struct RememberedMapping {
    std::vector<RememberedColumn> columns;
    DateOrder date_order = DateOrder::ask;
};
BOOST_DESCRIBE_STRUCT(RememberedMapping, (), (columns, date_order))

// The column that a title names, whatever its accents, case and remarks in brackets; none for a
// title that nobody knows.
std::optional<RosterColumn> column_called(std::string_view title);

// The row of titles is the first that names three columns at least; else the first of all.
std::vector<RosterTitle> titles_of(const sheet::Row& row);
int columns_named_in(const sheet::Row& row);

// What the unit remembers wins over what the titles mean; each column is taken once.
RosterMapping match_columns(
    const std::vector<RosterTitle>& titles, const RememberedMapping& remembered
);
RememberedMapping remember(const RosterMapping& mapping, const std::vector<RosterTitle>& titles);

}  // namespace nangluc::organisation
