#pragma once

#include <compare>
#include <functional>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace nangluc::annual {

// A choice of columns within their boxes, so that the gains sum to the most while each row's sum
// stays at or below its limit. Planning, assignment and location are all written in it.

// What a row says; together with its places the row can be written anew from the facts.
enum class Family {
    capacity,   // at: session
    min_class,  // at: session
    budget,
    sent_least,     // at: office, session: no fewer than attend
    sent_most,      // at: office, session: no more than attend
    presence,       // at: office, slot
    presence_link,  // at: office, session
    once,           // at: group, programme
    slot,           // at: group, slot
    prerequisite,   // at: group, programme, slot
    max_hours,      // at: group
    min_hours,      // at: group; given: programmes taken as attended
    link,           // at: group, session
    max_sessions,   // at: group
    rooms,          // at: venue, slot, seats: of at least so many
    taught,         // at: session
    teaches_slot,   // at: lecturer, slot
    teaches_most,   // at: lecturer
    floor_seats,    // at: floor
    floor_share,    // at: floor
    plain,          // of a model that is not a year's plan
};

struct RowName {
    Family family = Family::plain;
    std::vector<int> at = {};
    std::vector<int> given = {};
};

struct Entry {
    int column;
    double coefficient;
};

struct Row {
    RowName name;
    std::vector<Entry> entries;
    double limit;
};

struct Column {
    double gain = 0;
    double lower = 0;
    double upper = 1;
    bool whole = true;
    bool alike = false;  // counts several people whom no rule tells apart
    int opening = -1;    // the column without which this one is 0
    int rank = 0;        // a lower one is branched on first
};

// Rows that hold for every whole answer and that the columns given break by more than a little.
using Separator = std::function<std::vector<Row>(std::span<const double> columns)>;

struct Model {
    std::vector<Column> columns;
    std::vector<Row> rows;
    Separator separate = [](std::span<const double>) { return std::vector<Row>{}; };
    double least = 0;  // no whole answer gains less
    double unit = 0;   // every whole answer's gain is a multiple of it; 0: of nothing known
};

}  // namespace nangluc::annual
