#pragma once

#include <map>
#include <string>
#include <string_view>

namespace nangluc::organisation {

// The web's catalogue of roster imports, as it stands in its file (gettext).
std::string_view embedded_roster_words(bool in_english);

// The words that go into a workbook. The server has no sentences of its own: these are the web's.
class RosterWords {
public:
    explicit RosterWords(bool in_english);

    bool in_english() const { return in_english_; }
    // The message; the id itself where there is none, so that a forgotten one shows.
    const std::string& at(const std::string& id) const;

private:
    bool in_english_;
    std::map<std::string, std::string> messages_;
};

}  // namespace nangluc::organisation
