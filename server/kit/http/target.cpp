#include "kit/http/target.hpp"

#include <optional>

#include "base/text.hpp"

namespace nangluc::http {

static std::optional<int> digit_of(char letter) {
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    return std::nullopt;
}

enum class Part { path, query };

static bool is_control(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte < 0x20 || byte == 0x7f;
}

// The letter behind "%41" at the start of `text`.
static std::optional<char> unescape(std::string_view text, Part part) {
    if (text.size() < 3) return std::nullopt;
    const auto high = digit_of(text[1]);
    const auto low = digit_of(text[2]);
    if (!high || !low) return std::nullopt;

    const char letter = static_cast<char>(*high * 16 + *low);
    if (letter == '\0') return std::nullopt;
    if (part == Part::path && (letter == '/' || is_control(letter))) return std::nullopt;
    return letter;
}

static Result<std::string> decode(std::string_view text, Part part) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += part == Part::query && text[i] == '+' ? ' ' : text[i];
            continue;
        }
        const auto letter = unescape(text.substr(i), part);
        if (!letter) return invalid("target.malformed");
        decoded += *letter;
        i += 2;
    }
    if (!is_utf8(decoded)) return invalid("target.malformed");
    return decoded;
}

Result<Target> parse_target(std::string_view target) {
    if (!target.starts_with('/')) return invalid("target.malformed");

    const auto mark = target.find('?');
    Target parts{.path = TRY(decode(target.substr(0, mark), Part::path)), .query = {}};
    if (mark == std::string_view::npos) return parts;

    auto rest = target.substr(mark + 1);
    while (!rest.empty()) {
        const auto pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        if (pair.empty()) continue;

        const auto equals = pair.find('=');
        auto name = TRY(decode(pair.substr(0, equals), Part::query));
        std::string value;
        if (equals != std::string_view::npos) {
            value = TRY(decode(pair.substr(equals + 1), Part::query));
        }
        parts.query.emplace_back(std::move(name), std::move(value));
    }
    return parts;
}

std::string percent_encode(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char letter : text) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= '0' && letter <= '9') ||
                           std::string_view("-._~").find(letter) != std::string_view::npos;
        if (plain) {
            encoded += letter;
            continue;
        }
        const auto byte = static_cast<unsigned char>(letter);
        encoded += '%';
        encoded += digits[byte >> 4];
        encoded += digits[byte & 15];
    }
    return encoded;
}

}  // namespace nangluc::http
