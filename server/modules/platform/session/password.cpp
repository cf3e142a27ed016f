#include "modules/platform/session/password.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "base/text.hpp"

namespace nangluc::platform {

namespace {

// Words that lists of leaked passwords begin with, in the languages of the installation.
constexpr std::array<std::string_view, 24> common_words = {
    "password", "matkhau",  "passwort", "parol",    "qwerty",  "admin", "administrator", "welcome",
    "letmein",  "iloveyou", "anhyeuem", "emyeuanh", "vietnam", "hanoi", "saigon",        "dienbien",
    "nangluc",  "congchuc", "canbo",    "root",     "user",    "guest", "changeme",      "secret",
};

constexpr std::array<std::string_view, 6> rows = {
    "01234567890123456789",
    "98765432109876543210",
    "qwertyuiopasdfghjklzxcvbnm",
    "abcdefghijklmnopqrstuvwxyz",
    "mnbvcxzlkjhgfdsapoiuytrewq",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
};

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) letters += c;
    }
    return letters;
}

bool is_common_word(std::string_view letters) {
    return std::ranges::any_of(common_words, [&](std::string_view word) {
        if (letters.empty() || letters.size() % word.size() != 0) return false;
        for (std::size_t at = 0; at < letters.size(); at += word.size()) {
            if (letters.substr(at, word.size()) != word) return false;
        }
        return true;
    });
}

bool is_row_of_keys(std::string_view text) {
    return std::ranges::any_of(rows, [&](std::string_view row) {
        return row.find(text) != std::string_view::npos;
    });
}

bool is_common(std::string_view password, std::string_view login) {
    const auto folded = fold(password);
    const auto letters = letters_of(folded);
    const std::set<char> different(folded.begin(), folded.end());

    if (different.size() < 5) return true;
    if (is_row_of_keys(folded) || is_common_word(letters)) return true;
    return letters.size() < 4 || folded.find(fold(login)) != std::string::npos;
}

Error refusal(const std::string& reason) {
    return invalid("password." + reason, {{"/password", reason}});
}

}  // namespace

Result<> check_new_password(std::string_view password, std::string_view login) {
    if (length(password) < 12) return refusal("too_short");
    if (password.size() > 200) return refusal("too_long");
    if (is_common(password, login)) return refusal("too_common");
    return {};
}

}  // namespace nangluc::platform
