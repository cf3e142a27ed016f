#include "modules/organisation/roster_import/roster_reference.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace nangluc::organisation {

namespace {

// A word of ours, and how offices write it; the first of each language is the template's.
struct Wording {
    std::string_view word;
    std::string_view text;
    enum { vi, en, other } use = other;
};

constexpr std::array qualifications{
    Wording{"secondary", "Trung học phổ thông", Wording::vi},
    Wording{"secondary", "Upper secondary", Wording::en},
    Wording{"secondary", "THPT"},
    Wording{"intermediate", "Trung cấp", Wording::vi},
    Wording{"intermediate", "Intermediate", Wording::en},
    Wording{"college", "Cao đẳng", Wording::vi},
    Wording{"college", "College", Wording::en},
    Wording{"university", "Đại học", Wording::vi},
    Wording{"university", "University", Wording::en},
    Wording{"university", "Cử nhân"},
    Wording{"university", "Kỹ sư"},
    Wording{"master", "Thạc sĩ", Wording::vi},
    Wording{"master", "Master", Wording::en},
    Wording{"doctor", "Tiến sĩ", Wording::vi},
    Wording{"doctor", "Doctor", Wording::en},
};
constexpr std::array sexes{
    Wording{"male", "Nam", Wording::vi},
    Wording{"male", "Male", Wording::en},
    Wording{"female", "Nữ", Wording::vi},
    Wording{"female", "Female", Wording::en},
};
constexpr std::array kinds{
    Wording{"main", "Chính", Wording::vi},
    Wording{"main", "Main", Wording::en},
    Wording{"main", "Chính thức"},
    Wording{"concurrent", "Kiêm nhiệm", Wording::vi},
    Wording{"concurrent", "Concurrent", Wording::en},
    Wording{"acting", "Phụ trách", Wording::vi},
    Wording{"acting", "Acting", Wording::en},
    Wording{"acting", "Quyền"},
    Wording{"seconded", "Biệt phái", Wording::vi},
    Wording{"seconded", "Seconded", Wording::en},
};

using Words = std::unordered_map<std::string, std::string>;

template <class Table>
Words words_of(const Table& table) {
    Words words;
    for (const auto& wording : table) {
        words.emplace(wording.word, wording.word);
        words.emplace(fold(wording.text), wording.word);
    }
    return words;
}

std::string word_called(const Words& words, std::string_view text) {
    const auto found = words.find(fold(text));
    return found == words.end() ? std::string() : found->second;
}

template <class Table>
std::vector<std::string> choices_of(const Table& table, bool in_english) {
    std::vector<std::string> choices;
    const auto use = in_english ? Wording::en : Wording::vi;
    for (const auto& wording : table) {
        if (wording.use == use) choices.emplace_back(wording.text);
    }
    return choices;
}

}  // namespace

std::vector<UnitId> RosterReference::called(const std::string& folded, UnitId above) const {
    const auto found = units_by_name.find(folded);
    const auto top = units.find(above);
    if (found == units_by_name.end() || top == units.end()) return {};
    std::vector<UnitId> here;
    for (const auto unit : found->second) {
        if (top->second.path.contains(units.at(unit).path)) here.push_back(unit);
    }
    return here;
}

std::string qualification_called(std::string_view text) {
    static const auto words = words_of(qualifications);
    return word_called(words, text);
}

std::string sex_called(std::string_view text) {
    static const auto words = words_of(sexes);
    return word_called(words, text);
}

std::optional<HoldingKind> kind_called(std::string_view text) {
    static const auto words = words_of(kinds);
    const auto kind = parse_word<HoldingKind>(word_called(words, text));
    return kind ? std::optional(kind.value()) : std::nullopt;
}

std::vector<std::string> qualification_choices(bool in_english) {
    return choices_of(qualifications, in_english);
}

std::vector<std::string> sex_choices(bool in_english) {
    return choices_of(sexes, in_english);
}

std::vector<std::string> kind_choices(bool in_english) {
    return choices_of(kinds, in_english);
}

}  // namespace nangluc::organisation
