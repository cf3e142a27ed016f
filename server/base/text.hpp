#pragma once

#include <string>
#include <string_view>

namespace nangluc {

// All texts are UTF-8. Each function accepts any input and never throws: a malformed sequence
// becomes U+FFFD.

// Composed form (NFC), outer white space cut, inner runs made one space. How texts are stored.
std::string tidy(std::string_view text);

// What a search compares: lower case, marks dropped (NFD), đ as d, the tone mark wherever it stands
// (hòa = hoà), apostrophes and hyphens of one kind, white space as tidy() leaves it. "Đường" ->
// "duong". Vowel signs of Thai or Indic scripts are letters, not marks, and stay. Stored beside the
// text, so that both databases find the same rows.
std::string fold(std::string_view text);

// Bytes, as lower-case hexadecimal, whose order is the dictionary order of Vietnamese (An Ánh Ăn
// Ân … Dao Đào), with numbers by their value: Phường 2 before Phường 10. Stored beside the text, so
// that both databases sort alike without a locale.
std::string sort_key(std::string_view text);

// The same for a person's name: by given name, then family name, then middle names.
std::string name_sort_key(std::string_view family, std::string_view middle, std::string_view given);

// The parts of a Vietnamese name as written: first word family (but Tôn Nữ, Tôn Thất and their like
// are one family), last word given, the rest middle; a single word is given. A proposal only; the
// stored parts win where they are known.
struct NameParts {
    std::string family;
    std::string middle;
    std::string given;

    friend bool operator==(const NameParts&, const NameParts&) = default;
};
NameParts split_name(std::string_view name);

// Version of the collation rules behind sort_key: a change means that stored keys must be rebuilt.
std::string collation_version();

// Number of code points: limits on length count letters, not bytes.
std::size_t length(std::string_view text);
bool is_utf8(std::string_view bytes);

}  // namespace nangluc
