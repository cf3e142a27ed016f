#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "modules/competency/framework/content.hpp"

namespace nangluc::competency {

// A framework as spreadsheets hold it, read by the names of the columns: the product's own template
// in Vietnamese or English words, and the tables that DigComp, the UK framework and Viet Nam's
// framework are published as. A workbook may hold three sheets: competencies, and if it likes areas
// and levels.
struct FrameworkTable {
    // What was found wrong, at its sheet (from 1), row and column of the file.
    struct CellFault {
        int sheet = 1;
        int row = 0;
        int column = 0;
        std::string code;
        std::string value;
    };

    Content content;
    std::vector<CellFault> faults;
    // Which row of the first sheet said each competency, for faults that show only later.
    std::map<std::string, int> row_of;
    // Columns whose name says nothing here: they are not read.
    std::vector<std::string> unknown_columns;
};

// Reads workbooks or CSV files that are one framework together. `prefix` goes before each
// competency code that lacks it
// ("1.3" -> "dc3.1.3"). Refuses what is no table at all, and one without a column of codes
// ("framework.no_codes") or of names ("framework.no_names").
Result<FrameworkTable> read_framework_table(
    const std::vector<std::string>& paths, const std::string& prefix
);

// The columns of the template, in order, titled in the language given ("vi", else English).
struct FrameworkColumn {
    std::string key;
    std::string title;
};
std::vector<FrameworkColumn> framework_columns(int levels, std::string_view language);

}  // namespace nangluc::competency
