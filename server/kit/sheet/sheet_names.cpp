#include "kit/sheet/sheet_names.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace nangluc::sheet {

constexpr std::size_t longest_name = 31;

// The first letters of a text. Excel counts those beyond the 16-bit plane twice.
static std::string first_letters(const std::string& text, std::size_t most) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte & 0xC0) == 0x80) continue;
        letters += byte >= 0xF0 ? 2 : 1;
        if (letters > most) return text.substr(0, at);
    }
    return text;
}

static std::string cleaned(std::string name) {
    const auto is_forbidden = [](char c) {
        return std::string("[]:*?/\\").find(c) != std::string::npos ||
               static_cast<unsigned char>(c) < 0x20;
    };
    std::replace_if(name.begin(), name.end(), is_forbidden, ' ');
    name = first_letters(tidy(name), longest_name);
    while (!name.empty() && (name.front() == '\'' || name.front() == ' ')) name.erase(0, 1);
    while (!name.empty() && (name.back() == '\'' || name.back() == ' ')) name.pop_back();
    return name.empty() ? "Sheet" : name;
}

std::string SheetNames::accept(const std::string& wished) {
    const auto name = cleaned(wished);
    auto free = name;
    for (int count = 2; !taken_.insert(fold(free)).second; ++count) {
        const auto suffix = " (" + std::to_string(count) + ')';
        free = first_letters(name, longest_name - suffix.size()) + suffix;
    }
    return free;
}

}  // namespace nangluc::sheet
