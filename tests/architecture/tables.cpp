#include "tests/architecture/tables.hpp"

#include <regex>

namespace nangluc::architecture {

namespace {

std::vector<std::string> statements_of(const Source& source) {
    if (source.path.ends_with(".sql")) return {source.text};

    static const std::string opening = "R\"sql(";
    std::vector<std::string> statements;
    auto at = source.text.find(opening);
    while (at != std::string::npos) {
        const auto end = source.text.find(")sql\"", at);
        statements.push_back(source.text.substr(at, end - at));
        at = source.text.find(opening, at + opening.size());
    }
    return statements;
}

std::vector<std::string> tables_named_in(const std::string& statement) {
    static const std::regex naming(
        R"re(\b(?:FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES|ON)\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?([a-z_0-9]+))re"
    );
    std::vector<std::string> names;
    for (std::sregex_iterator at(statement.begin(), statement.end(), naming), end; at != end;
         ++at) {
        names.push_back((*at)[1].str());
    }
    return names;
}

// The module that owns a table, by its prefix; empty for a name of no module, such as a WITH name.
std::string owner_of(const std::string& table, const Table& modules) {
    for (const auto& [module, called] : modules) {
        if (table.starts_with(module + "_")) return module;
    }
    return "";
}

}  // namespace

std::vector<std::string> foreign_tables(const std::vector<Source>& sources, const Table& modules) {
    static const std::regex in_module("server/modules/([a-z]+)/.*");
    std::vector<std::string> found;
    for (const auto& source : sources) {
        std::smatch place;
        const bool test = source.path.find("/tests/") != std::string::npos;
        if (test || !std::regex_match(source.path, place, in_module)) continue;
        for (const auto& statement : statements_of(source)) {
            for (const auto& table : tables_named_in(statement)) {
                const auto owner = owner_of(table, modules);
                const bool published = table.starts_with(owner + "_v_");
                if (owner.empty() || owner == place[1].str() || published) continue;
                found.push_back(source.path + " names " + table);
            }
        }
    }
    return found;
}

}  // namespace nangluc::architecture
