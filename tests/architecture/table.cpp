#include <regex>
#include <sstream>

#include "tests/architecture/sources.hpp"

namespace nangluc::architecture {

// The part of TOML that the tables use: `key = ["item", …]` on one line, and comments.
Table parse_table(const std::string& text) {
    static const std::regex row(R"re(^\s*"?([^"=\s]+)"?\s*=\s*\[(.*)\]\s*$)re");
    static const std::regex item("\"([^\"]*)\"");

    Table table;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::smatch found;
        if (line.starts_with('#') || !std::regex_match(line, found, row)) continue;
        const auto list = found[2].str();
        std::vector<std::string> values;
        for (std::sregex_iterator at(list.begin(), list.end(), item), end; at != end; ++at) {
            values.push_back((*at)[1].str());
        }
        table.emplace_back(found[1].str(), std::move(values));
    }
    return table;
}

}  // namespace nangluc::architecture
