#pragma once

#include <string>
#include <utility>
#include <vector>

namespace nangluc::architecture {

// One file of ours: its path from the root of the tree, with forward slashes, and its text.
struct Source {
    std::string path;
    std::string text;
};

// `name = ["a", "b"]` of a table file, in the order of the file.
using Row = std::pair<std::string, std::vector<std::string>>;
using Table = std::vector<Row>;

std::string read_text(const std::string& path);
std::vector<Source> read_sources();  // server/ and tests/
Table read_table(const std::string& path);
Table parse_table(const std::string& text);

// Null when no row has the name.
const std::vector<std::string>* find_row(const Table& table, const std::string& name);
bool contains(const std::vector<std::string>& list, const std::string& item);

}  // namespace nangluc::architecture
