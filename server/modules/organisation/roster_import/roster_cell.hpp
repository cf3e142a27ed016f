#pragma once

#include <string>
#include <vector>

#include "kit/sheet/reader.hpp"
#include "modules/organisation/roster_import/roster_import.hpp"

namespace nangluc::organisation {

// A cell as the rules of a roster see it: a tidied text, or a date.
struct RosterCell {
    std::string text;
    std::optional<Date> date;
    bool is_number = false;  // the file holds a number, which has no leading zeros to lose any more
    bool is_sound = true;    // else a fault was found, and nothing else is worth saying

    bool is_empty() const { return text.empty() && !date; }
};

// What can be said of a cell before its meaning is known: errors of formulas, values of another
// type, controls, lengths, blanks and Unicode forms.
class CellReader {
public:
    CellReader(int row, std::vector<RowFault>& faults) : row_(row), faults_(faults) {}

    RosterCell read(RosterColumn column, const sheet::Cell& cell);
    // What somebody wrote in place of a cell.
    RosterCell read_text(RosterColumn column, std::string_view text);
    void add(
        RosterColumn column,
        RosterFault code,
        std::string value = {},
        std::vector<FaultOption> options = {}
    );

private:
    RosterCell read_number(RosterColumn column, const sheet::Cell& cell);
    RosterCell refuse(RosterColumn column, RosterFault code, std::string_view value);

    int row_;
    std::vector<RowFault>& faults_;
};

}  // namespace nangluc::organisation
