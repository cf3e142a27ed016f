#include "tests/architecture/modules_page.hpp"

namespace nangluc::architecture {

namespace {

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "–" : text;
}

std::vector<std::string> callers_of(const std::string& module, const Table& modules) {
    std::vector<std::string> callers;
    for (const auto& [caller, called] : modules) {
        if (contains(called, module)) callers.push_back(caller);
    }
    return callers;
}

std::string arrow(const std::string& from, const std::string& to) {
    return "    " + from + " --> " + to + "\n";
}

std::string table_line(const Row& row, const Table& modules) {
    const auto& [module, called] = row;
    return "| " + module + " | " + listed(called) + " | " + listed(callers_of(module, modules)) +
           " |\n";
}

// An arrow that a longer way already implies is left out of the picture, not out of the table.
bool implied(const std::string& to, const std::vector<std::string>& called, const Table& modules) {
    for (const auto& middle : called) {
        const auto* further = find_row(modules, middle);
        if (further && contains(*further, to)) return true;
    }
    return false;
}

}  // namespace

std::string modules_page(const Table& modules) {
    std::string page =
        "# Modules\n\n"
        "Made from `server/modules/modules.toml`; a test compares. An arrow is a call: a module\n"
        "includes the `api.hpp` of those it may call and links only their libraries. News goes "
        "the\n"
        "other way, by events. Arrows that a longer way implies are not drawn.\n\n"
        "```mermaid\ngraph TD\n";
    for (const auto& [module, called] : modules) {
        for (const auto& name : called) {
            if (!implied(name, called, modules)) page += arrow(module, name);
        }
    }
    page += "```\n\n| module | may call | is called by |\n|---|---|---|\n";
    for (const auto& row : modules) page += table_line(row, modules);
    return page;
}

}  // namespace nangluc::architecture
