#pragma once

#include <cstddef>
#include <string_view>

namespace nangluc {

// One letter of a UTF-8 text. A malformed byte is a letter of its own: U+FFFD, not sound.
struct Letter {
    char32_t code = 0;
    std::size_t bytes = 1;
    bool is_sound = true;
};

// The letter at the start of `text`, which is not empty.
Letter first_letter(std::string_view text);

constexpr std::string_view replacement_letter = "\xEF\xBF\xBD";

// Unicode white space.
bool is_space(char32_t code);

// Throws std::runtime_error where ICU reports an error: its data is absent or memory is out.
void require_icu(int status, const char* what);

}  // namespace nangluc
