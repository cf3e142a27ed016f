#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "modules/organisation/roster_import/roster_cell.hpp"
#include "modules/organisation/roster_import/roster_merged.hpp"
#include "modules/organisation/roster_import/roster_reference.hpp"

namespace nangluc::organisation {

// What the rows of one file are read with. All of it outlives the reader.
struct RosterReading {
    const RosterReference& reference;
    const RosterMapping& mapping;
    const RosterAnswers& answers;
    sheet::Format format = sheet::Format::xlsx;
    std::vector<sheet::Range> merged = {};
};

// Reads rows one by one: what each cell says, and where it may belong. What only shows among all
// rows, or beside the people who are known, is judged afterwards (roster_judge.hpp).
class RosterRowReader {
public:
    explicit RosterRowReader(const RosterReading& reading);

    // Nothing for the example of the template and for a row that is empty in every column of ours.
    std::optional<RosterLine> read(const sheet::Row& row, std::vector<RowFault>& faults);

private:
    struct Reading;  // one row at work

    void read_person(Reading& at);
    void read_number(Reading& at);
    void read_name(Reading& at);
    void read_birth(Reading& at);
    void read_words(Reading& at);
    void read_holding(Reading& at);
    void read_share(Reading& at);
    void read_dates(Reading& at);
    void read_place(Reading& at);
    UnitId read_unit(Reading& at);
    UnitId read_division(Reading& at, UnitId unit);
    void read_post(Reading& at, UnitId unit, bool has_division);
    void choose_post(Reading& at, const std::vector<const KnownPost*>& posts);
    UnitId read_former(Reading& at, RosterColumn column, const std::string& text);
    std::optional<Date> read_date(Reading& at, RosterColumn column);
    void ask_hidden(Reading& at);

    RosterCell cell_of(Reading& at, RosterColumn column);
    std::string choice_of(const Reading& at, RosterColumn column) const;
    std::span<const KnownPost> posts_of(UnitId unit) const;
    std::vector<const KnownPost*> posts_below(UnitId unit, const std::vector<PositionId>& positions)
        const;
    const std::string& folded(const std::string& text);

    const RosterReading& reading_;
    MergedCells merged_;
    // Positions and divisions repeat from row to row, and folding is dear.
    std::unordered_map<std::string, std::string> folded_;
};

}  // namespace nangluc::organisation
