#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace nangluc {

namespace {

const icu::Normalizer2& decomposer() {
    static const icu::Normalizer2& instance = [&]() -> const icu::Normalizer2& {
        UErrorCode status = U_ZERO_ERROR;
        const auto* found = icu::Normalizer2::getNFDInstance(status);
        require_icu(status, "icu: decomposed form");
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
    require_icu(status, "icu: folding");

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

}  // namespace

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

}  // namespace nangluc
