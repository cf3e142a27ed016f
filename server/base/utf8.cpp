#include "base/utf8.hpp"

#include <unicode/uchar.h>
#include <stdexcept>
#include <string>

#include "base/text.hpp"

namespace nangluc {

namespace {

constexpr char32_t replacement = 0xFFFD;

std::size_t sequence_length(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

}  // namespace

Letter first_letter(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) return {first};

    const auto bytes = sequence_length(first);
    if (bytes == 0 || bytes > text.size()) return {replacement, 1, false};
    char32_t code = first & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) != 0x80U) return {replacement, 1, false};
        code = code << 6 | (byte & 0x3FU);
    }
    const bool is_overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (is_overlong || is_surrogate || code > 0x10FFFF) return {replacement, 1, false};
    return {code, bytes};
}

bool is_space(char32_t code) {
    if (code < 0x80) return code == ' ' || (code >= '\t' && code <= '\r');
    return u_isUWhiteSpace(static_cast<UChar32>(code)) != 0;
}

void require_icu(int status, const char* what) {
    const auto code = static_cast<UErrorCode>(status);
    if (U_FAILURE(code)) throw std::runtime_error(std::string(what) + ": " + u_errorName(code));
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) text.remove_prefix(first_letter(text).bytes);
    return count;
}

bool is_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto letter = first_letter(bytes);
        if (!letter.is_sound) return false;
        bytes.remove_prefix(letter.bytes);
    }
    return true;
}

}  // namespace nangluc
