#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "engines/irt/data/responses.hpp"

namespace nangluc::app {

// What the columns of a file of responses are; those that are not named are items.
struct Roles {
    std::string frequency = {};  // people that the row stands for
    std::string group = {};
    std::string reference = {};  // the group that comes first; else the first by name
    std::string id = {};         // kept beside the row, in its order
    std::set<std::string> ignored = {};
};

struct Dataset {
    irt::Responses responses{{}};
    std::vector<std::string> groups = {};  // by their number in the responses
    std::vector<std::string> ids = {};     // of the rows; empty without such a column
};

// A file of one row a person or pattern and one column an item, with a line of names; CSV or XLSX.
// A response is a whole number from -1,000 to 1,000; nothing, NA and . are missing. Refuses with
// every fault at its place ("row 7, item3"): measure.not_whole, measure.bad_frequency,
// measure.no_group, measure.beside_columns, measure.unnamed_column, measure.repeated_column,
// measure.no_column, measure.too_many_categories; and as sheet::open does.
Result<Dataset> read_responses(const std::string& file, const Roles& roles);

// A file of columns of any text, for ratings: one row a rating or a subject.
struct TextTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    std::vector<int> numbers;  // of the rows in the file

    // The column's place. Refuses measure.no_column.
    Result<std::size_t> column(const std::string& name) const;
};
Result<TextTable> read_texts(const std::string& file);

bool is_missing(std::string_view text);
std::string place_of(int row, std::string_view column);

}  // namespace nangluc::app
