#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"

namespace nangluc::sheet {

// A value of an export. A string is written as a text, always: nothing that a person typed can
// become a formula. Nothing at all leaves the cell empty.
using Value = std::variant<std::monostate, std::string, std::int64_t, double, bool, Date>;

enum class Look {
    text,     // one line
    wrapped,  // as many lines as it needs
    code,     // digits that are no number: staff numbers, units; typed into it, "001" stays "001"
    whole,    // 1,234
    decimal,  // 1,234.50
    percent,  // 0.5 as 50 %
    date,
};

struct Column {
    std::string title;
    Look look = Look::text;
    double width = 16;                      // in letters
    std::string note = {};                  // shown over the title
    std::vector<std::string> choices = {};  // a drop-down list; other values are refused there
};

struct SheetPlan {
    std::string name;                       // cut and cleaned where Excel would refuse it
    std::vector<std::string> heading = {};  // lines above the titles
    std::vector<Column> columns;
    int frozen_columns = 0;        // beside the rows until the titles, which always stay in view
    std::string page_header = {};  // on each page, left; the right shows the name of the sheet
    std::string page_footer = {};  // on each page, left; the right shows page x/y
    bool is_hidden = false;        // for what programs read; never the first sheet
};

enum class Weight { plain, total };

// Writes the sheets of an export, row by row in constant memory.
class Writer {
public:
    virtual ~Writer() = default;

    // Begins the next sheet with its heading and titles. A CSV file has one.
    virtual void begin_sheet(const SheetPlan& plan) = 0;
    // One value a column, in their order; fewer leave the rest empty. Returns the row's number.
    virtual int add_row(const std::vector<Value>& values, Weight weight = Weight::plain) = 0;
    // A note over a cell of the last row; column 1 is A. A CSV file drops it.
    virtual void add_note(int column, const std::string& text) = 0;
    // Completes the file. Throws std::runtime_error where the disk fails.
    virtual void finish() = 0;
};

// The document names neither a person nor an organisation unless the title does.
struct Properties {
    std::string title = {};
    std::string date_format = "dd/mm/yyyy";
};

// A workbook; prints on A4 landscape, as wide as the page, with the titles on each page.
std::unique_ptr<Writer> xlsx_writer(const std::string& path, const Properties& properties = {});

struct CsvStyle {
    enum class Mark { with_mark, without_mark };
    // A text that a spreadsheet program would take for a formula is given a leading apostrophe.
    // `exact` is for machines that read the file back.
    enum class Formulas { guarded, exact };

    char delimiter = ',';
    Mark mark = Mark::with_mark;  // Excel reads UTF-8 only behind it
    Formulas formulas = Formulas::guarded;
};

// Dates as 2025-07-01, numbers without grouping, texts in quotes, lines ended by CR LF. The heading
// is left out, so that the first line names the columns. `out` outlives the writer.
std::unique_ptr<Writer> csv_writer(std::ostream& out, const CsvStyle& style = {});

// The same as bytes.
std::string xlsx_bytes(const std::function<void(Writer&)>& fill, const Properties& properties = {});
std::string csv_bytes(const std::function<void(Writer&)>& fill, const CsvStyle& style = {});

// True of a text that begins like a formula, in ASCII or in full width, or with a tab or line end.
bool looks_like_formula(std::string_view text);

}  // namespace nangluc::sheet
