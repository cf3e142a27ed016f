#include "tests/architecture/sources.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace nangluc::architecture {

namespace fs = std::filesystem;

static const fs::path root = NANGLUC_SOURCE_DIR;

std::string read_text(const std::string& path) {
    const std::ifstream file(root / path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<Source> read_sources() {
    std::vector<Source> sources;
    for (const auto* folder : {"server", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp" && extension != ".sql") continue;
            const auto path = fs::relative(entry.path(), root).generic_string();
            sources.push_back({path, read_text(path)});
        }
    }
    std::sort(sources.begin(), sources.end(), [](const Source& left, const Source& right) {
        return left.path < right.path;
    });
    return sources;
}

Table read_table(const std::string& path) {
    return parse_table(read_text(path));
}

const std::vector<std::string>* find_row(const Table& table, const std::string& name) {
    for (const auto& [key, values] : table) {
        if (key == name) return &values;
    }
    return nullptr;
}

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace nangluc::architecture
