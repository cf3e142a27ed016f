#include "base/text.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace nangluc {

namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80;
    });
}

// Text without outer white space and with single spaces inside; a malformed byte becomes U+FFFD.
std::string with_single_spaces(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool is_space_due = false;
    while (!text.empty()) {
        const auto letter = first_letter(text);
        if (is_space(letter.code)) {
            is_space_due = !out.empty();
        } else {
            if (is_space_due) out += ' ';
            is_space_due = false;
            out += letter.is_sound ? text.substr(0, letter.bytes) : replacement_letter;
        }
        text.remove_prefix(letter.bytes);
    }
    return out;
}

const icu::Normalizer2& composer() {
    static const icu::Normalizer2& instance = [&]() -> const icu::Normalizer2& {
        UErrorCode status = U_ZERO_ERROR;
        const auto* found = icu::Normalizer2::getNFCInstance(status);
        require_icu(status, "icu: composed form");
        return *found;
    }();
    return instance;
}

// The families of more than one word that a Vietnamese roster may hold.
constexpr std::array<std::string_view, 7> compound_families = {
    "Công Huyền Tôn Nữ",
    "Công Tằng Tôn Nữ",
    "Huyền Tôn Nữ",
    "Tôn Nữ",
    "Tôn Thất",
    "Âu Dương",
    "Tư Mã",
};

std::size_t family_length(std::string_view name) {
    for (const auto family : compound_families) {
        if (name.starts_with(family) && name.substr(family.size()).starts_with(' ')) {
            return family.size();
        }
    }
    return name.find(' ');
}

}  // namespace

std::string tidy(std::string_view text) {
    auto spaced = with_single_spaces(text);
    if (is_ascii(spaced)) return spaced;

    std::string out;
    icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(spaced.size()));
    UErrorCode status = U_ZERO_ERROR;
    composer().normalizeUTF8(
        0, {spaced.data(), static_cast<int32_t>(spaced.size())}, sink, nullptr, status
    );
    require_icu(status, "icu: composed form");
    return out;
}

NameParts split_name(std::string_view name) {
    const auto tidied = tidy(name);
    const auto last = tidied.rfind(' ');
    if (last == std::string::npos) return {.family = {}, .middle = {}, .given = tidied};

    const auto family = family_length(tidied);
    const auto middle =
        family < last ? tidied.substr(family + 1, last - family - 1) : std::string();
    return {
        .family = tidied.substr(0, family),
        .middle = middle,
        .given = tidied.substr(last + 1),
    };
}

}  // namespace nangluc
