#include "base/text.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/tblcoll.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>
#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <vector>

namespace nangluc {

namespace {

constexpr char32_t replacement = 0xFFFD;

struct Letter {
    char32_t code = 0;
    std::size_t bytes = 1;
    bool is_sound = true;
};

std::size_t sequence_length(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

// The code point at the start of `text`, which is not empty. A malformed byte is one letter.
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

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80;
    });
}

bool is_space(char32_t code) {
    if (code < 0x80) return code == ' ' || (code >= '\t' && code <= '\r');
    return u_isUWhiteSpace(static_cast<UChar32>(code)) != 0;
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
            out += letter.is_sound ? text.substr(0, letter.bytes) : "\xEF\xBF\xBD";
        }
        text.remove_prefix(letter.bytes);
    }
    return out;
}

void check(UErrorCode status, const char* what) {
    if (U_FAILURE(status)) {
        throw std::runtime_error(std::string(what) + ": " + u_errorName(status));
    }
}

const icu::Normalizer2& composer() {
    static const icu::Normalizer2& instance = [&]() -> const icu::Normalizer2& {
        UErrorCode status = U_ZERO_ERROR;
        const auto* found = icu::Normalizer2::getNFCInstance(status);
        check(status, "icu: composed form");
        return *found;
    }();
    return instance;
}

const icu::Normalizer2& decomposer() {
    static const icu::Normalizer2& instance = [&]() -> const icu::Normalizer2& {
        UErrorCode status = U_ZERO_ERROR;
        const auto* found = icu::Normalizer2::getNFDInstance(status);
        check(status, "icu: decomposed form");
        return *found;
    }();
    return instance;
}

// An accent, as against a vowel sign: Thai and Indic vowels are marks too, but letters of the word.
bool is_accent(UChar32 code) {
    if (code >= 0x300 && code <= 0x36F) return true;
    return u_charType(code) == U_NON_SPACING_MARK && u_getCombiningClass(code) >= 200;
}

// Signs that people and keyboards mix up. 0 drops the letter; the letter itself means no change.
UChar32 plain_sign(UChar32 code) {
    switch (code) {
        case 0x0111:  // đ
        case 0x00F0:  // ð and ɖ, whose capitals look the same as Đ
        case 0x0256:
            return 'd';
        case 0x0060:
        case 0x00B4:
        case 0x02B9:
        case 0x02BB:  // Uzbek oʻ, gʻ
        case 0x02BC:
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0x2032:
        case 0xFF07:
            return '\'';
        case 0x2212:
        case 0xFE58:
        case 0xFE63:
        case 0xFF0D:
            return '-';
        case 0x00AD:
        case 0x200B:
        case 0x200C:
        case 0x200D:
        case 0xFEFF:
            return 0;
        default:
            return code >= 0x2010 && code <= 0x2015 ? '-' : code;
    }
}

// One letter folded, by the rules of Unicode and those above; empty for an accent.
std::string folded(char32_t code) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString letter(static_cast<UChar32>(code));
    const auto plain = decomposer().normalize(letter, status).foldCase();
    const auto parts = decomposer().normalize(plain, status);
    check(status, "icu: folding");

    icu::UnicodeString kept;
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const auto part = parts.char32At(i);
        if (is_accent(part)) continue;
        if (const auto sign = plain_sign(part); sign != 0) kept.append(sign);
    }
    std::string out;
    return kept.toUTF8String(out);
}

// The folded letters of Latin, Greek, Cyrillic and the punctuation beside them, worked out once.
class FoldTable {
public:
    FoldTable() {
        for (std::size_t i = 0; i < low_end; ++i) low_[i] = folded(static_cast<char32_t>(i));
        for (std::size_t i = 0; i < high_.size(); ++i) {
            high_[i] = folded(static_cast<char32_t>(high_begin + i));
        }
    }

    const std::string* find(char32_t code) const {
        if (code < low_end) return &low_[code];
        if (code >= high_begin && code < high_end) return &high_[code - high_begin];
        return nullptr;
    }

private:
    static constexpr std::size_t low_end = 0x600;
    static constexpr std::size_t high_begin = 0x1E00;
    static constexpr std::size_t high_end = 0x2100;

    std::array<std::string, low_end> low_;
    std::array<std::string, high_end - high_begin> high_;
};

char ascii_folded(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c + ('a' - 'A'));
    return c == '`' ? '\'' : c;
}

// Immutable once made, and read by all threads.
const icu::Collator& collator() {
    static const std::unique_ptr<const icu::Collator> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status)
        );
        check(status, "icu: Vietnamese collation");
        made->setStrength(icu::Collator::TERTIARY);
        made->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
        check(status, "icu: numeric collation");
        return made;
    }();
    return *instance;
}

void append_hex(std::string& out, const std::uint8_t* bytes, std::size_t count) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (std::size_t i = 0; i < count; ++i) {
        out += digits[bytes[i] >> 4];
        out += digits[bytes[i] & 15];
    }
}

icu::UnicodeString wide(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
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
    check(status, "icu: composed form");
    return out;
}

std::string fold(std::string_view text) {
    static const FoldTable table;
    std::string out;
    out.reserve(text.size());
    bool is_space_due = false;
    const auto begin_letter = [&] {
        if (is_space_due) out += ' ';
        is_space_due = false;
    };

    while (!text.empty()) {
        const auto letter = first_letter(text);
        text.remove_prefix(letter.bytes);
        if (is_space(letter.code)) {
            is_space_due = !out.empty();
        } else if (letter.code < 0x80) {
            begin_letter();
            out += ascii_folded(static_cast<char>(letter.code));
        } else if (const auto* known = table.find(letter.code)) {
            if (known->empty()) continue;
            begin_letter();
            out += *known;
        } else if (const auto rare = folded(letter.code); !rare.empty()) {
            begin_letter();
            out += rare;
        }
    }
    return out;
}

std::string sort_key(std::string_view text) {
    const auto letters = wide(text);
    std::array<std::uint8_t, 512> bytes{};
    const auto room = static_cast<int32_t>(bytes.size());
    const auto length_with_nul =
        static_cast<std::size_t>(collator().getSortKey(letters, bytes.data(), room));

    std::string out;
    out.reserve(2 * length_with_nul);
    if (length_with_nul <= bytes.size()) {
        append_hex(out, bytes.data(), length_with_nul - 1);
        return out;
    }
    std::vector<std::uint8_t> longer(length_with_nul);
    collator().getSortKey(letters, longer.data(), static_cast<int32_t>(longer.size()));
    append_hex(out, longer.data(), longer.size() - 1);
    return out;
}

std::string name_sort_key(
    std::string_view family, std::string_view middle, std::string_view given
) {
    // 00 is below every byte of a key, so that a name which is the beginning of another is first.
    return sort_key(given) + "00" + sort_key(family) + "00" + sort_key(middle);
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

std::string collation_version() {
    UVersionInfo version{};
    collator().getVersion(version);
    std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
    u_versionToString(version, text.data());
    // The number in front is of our own rules: numbers by value, the joint of the parts of a name.
    return std::string("1-vi-") + text.data();
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
