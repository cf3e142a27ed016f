#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "kit/sheet/limits.hpp"

namespace nangluc::sheet {

// Rows and columns count from 1, as on the screen: row 1, column 1 is A1.

enum class Kind { empty, text, number, date, boolean, error };

// One cell. A text stays a text, whatever it looks like: "001" keeps its zeros and "03/04/2026"
// stays ambiguous. `number` says that the file holds a number, so zeros may have been lost before.
struct Cell {
    int column = 0;
    Kind kind = Kind::empty;
    bool from_formula = false;  // the value is what the formula last gave; empty if it never did

    // A text, or a number exactly as it is stored. A date as 2025-07-01 or 2025-07-01T08:30:00, a
    // boolean as TRUE or FALSE, an error as #N/A. Valid until the callback returns.
    std::string_view text = {};
    double number = 0;     // of a number; the serial of a date; 1 or 0 of a boolean
    Date date = {};        // of a date
    int second = 0;        // of a date with a time: seconds since midnight
    int least_digits = 0;  // a number shown by the format 0000 has four digits at least

    // The digits of a whole number, with the zeros its format shows; of 1.5, 1E300 or a text none.
    std::optional<std::string> whole_number() const;
};

struct Row {
    int number = 0;
    int line = 0;  // of a CSV file: the line on which the row begins; else 0
    bool hidden = false;
    std::vector<Cell> cells;  // by column, ascending; those with nothing in them are left out

    // An empty cell where there is none.
    const Cell& at(int column) const;
};

enum class Visibility { visible, hidden, very_hidden };

struct SheetInfo {
    std::string name;  // empty for CSV
    Visibility visibility = Visibility::visible;
};

struct Range {
    int first_row = 0;
    int first_column = 0;
    int last_row = 0;
    int last_column = 0;

    friend bool operator==(const Range&, const Range&) = default;
};

// What was seen of a sheet. Only the first cell of a merged range carries its value.
struct Summary {
    std::int64_t rows = 0;  // with something in them
    std::int64_t cells = 0;
    int last_row = 0;
    int last_column = 0;
    std::vector<Range> merged;  // known after a whole reading only
};

enum class Format { xlsx, csv };
enum class Next { more, stop };

// A workbook or a CSV file, row by row in flat memory. One thread at a time.
class Reader {
public:
    virtual ~Reader() = default;

    virtual Format format() const = 0;
    // In the order of their tabs, the hidden ones too. Sheets of charts are left out.
    virtual const std::vector<SheetInfo>& sheets() const = 0;

    // Calls `use` with each row that has something in it. May be called again, for the same sheet
    // too. Refuses what breaks a limit or the format; rows already delivered were sound.
    virtual Result<Summary> read(std::size_t sheet, const std::function<Next(const Row&)>& use) = 0;
};

// Recognises the file by its content; its name says nothing. Codes, beside those of the limits in
// README.md: sheet.empty, sheet.broken, sheet.encrypted, sheet.old_format, sheet.open_document,
// sheet.binary_workbook, sheet.unknown_format, sheet.encoding.
Result<std::unique_ptr<Reader>> open(const std::string& path, const Limits& limits = {});

}  // namespace nangluc::sheet
