#include <unicode/tblcoll.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>
#include <array>
#include <memory>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace nangluc {

namespace {

// Immutable once made, and read by all threads.
const icu::Collator& collator() {
    static const std::unique_ptr<const icu::Collator> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status)
        );
        require_icu(status, "icu: Vietnamese collation");
        made->setStrength(icu::Collator::TERTIARY);
        made->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
        require_icu(status, "icu: numeric collation");
        return made;
    }();
    return *instance;
}

std::string in_hex(const std::uint8_t* bytes, std::size_t count) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out(2 * count, '0');
    for (std::size_t i = 0; i < count; ++i) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    return out;
}

icu::UnicodeString wide(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

}  // namespace

std::string sort_key(std::string_view text) {
    const auto letters = wide(text);
    std::array<std::uint8_t, 512> bytes;
    const auto room = static_cast<int32_t>(bytes.size());
    // The length counts the NUL at the end, which is left out.
    const auto length = collator().getSortKey(letters, bytes.data(), room);
    if (length <= room) return in_hex(bytes.data(), static_cast<std::size_t>(length) - 1);

    std::vector<std::uint8_t> longer(static_cast<std::size_t>(length));
    collator().getSortKey(letters, longer.data(), length);
    return in_hex(longer.data(), longer.size() - 1);
}

std::string name_sort_key(
    std::string_view family, std::string_view middle, std::string_view given
) {
    // 00 is below every byte of a key, so that a name which is the beginning of another is first.
    return sort_key(given) + "00" + sort_key(family) + "00" + sort_key(middle);
}

std::string collation_version() {
    UVersionInfo version{};
    collator().getVersion(version);
    std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
    u_versionToString(version, text.data());
    // The number in front is of our own rules: numbers by value, the joint of the parts of a name.
    return std::string("1-vi-") + text.data();
}

}  // namespace nangluc
