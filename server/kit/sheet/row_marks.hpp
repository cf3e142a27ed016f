#pragma once

#include <map>
#include <string>
#include <vector>

#include "kit/sheet/marker.hpp"

namespace nangluc::sheet {

// What one row of a marked sheet shows.
struct RowMarks {
    MarkKind worst = MarkKind::ok;
    bool is_title = false;
    std::string status;
    std::map<int, MarkKind> cells;  // by column
};
using MarksByRow = std::map<int, RowMarks>;

// The marks of one sheet, with the row of titles among them.
MarksByRow rows_of(const MarkPlan& plan, std::size_t sheet);

// Where the status column of a sheet stands, and whether it stands there already.
struct StatusColumn {
    int column = 0;
    bool exists = false;
};
Result<StatusColumn> find_status_column(
    const std::string& path, std::size_t sheet, const MarkPlan& plan, const Limits& limits
);

Result<> mark_csv(
    const std::string& source, const std::string& target, const MarkPlan& plan, const Limits& limits
);
Result<> mark_xlsx(
    const std::string& source, const std::string& target, const MarkPlan& plan, const Limits& limits
);

}  // namespace nangluc::sheet
