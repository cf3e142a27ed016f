#include "modules/organisation/roster_import/roster_words.hpp"

namespace nangluc::organisation {

namespace {

// The text between the outer quotes of a line, with its escapes undone.
std::string quoted(std::string_view line) {
    const auto from = line.find('"');
    const auto until = line.rfind('"');
    if (from == until) return {};
    std::string text;
    for (auto at = from + 1; at < until; ++at) {
        if (line[at] == '\\' && at + 1 < until) {
            ++at;
            text += line[at] == 'n' ? '\n' : line[at];
        } else {
            text += line[at];
        }
    }
    return text;
}

}  // namespace

RosterWords::RosterWords(bool in_english) : in_english_(in_english) {
    std::string id;
    std::string* open = nullptr;
    auto rest = embedded_roster_words(in_english);
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const auto line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        if (line.starts_with("msgid ")) {
            id = quoted(line);
            open = &id;
        } else if (line.starts_with("msgstr ")) {
            open = &(messages_[id] = quoted(line));
        } else if (line.starts_with('"') && open != nullptr) {
            *open += quoted(line);
        } else {
            open = nullptr;
        }
    }
}

const std::string& RosterWords::at(const std::string& id) const {
    const auto found = messages_.find(id);
    return found == messages_.end() ? id : found->second;
}

}  // namespace nangluc::organisation
