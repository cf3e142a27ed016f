#include <charconv>

#include "kit/http/http.hpp"

namespace nangluc::http {

const std::string& Request::path_value(std::string_view name) const {
    static const std::string none;
    const auto found = path_values.find(std::string(name));
    return found == path_values.end() ? none : found->second;
}

std::optional<std::string> Request::query_value(std::string_view name) const {
    for (const auto& [key, value] : query) {
        if (key == name) return value;
    }
    return std::nullopt;
}

std::optional<std::string> Request::header(std::string_view name) const {
    const auto found = headers.find(std::string(name));
    if (found == headers.end()) return std::nullopt;
    return found->second;
}

Result<int> Request::if_match() const {
    const auto given = header("if-match");
    if (!given) return Error{Refusal::unconditional, "if_match.required"};

    // A proxy that compresses marks the tag as weak; the version is the same.
    std::string_view tag = *given;
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"') {
        return invalid("if_match.malformed");
    }
    tag = tag.substr(1, tag.size() - 2);

    int version = 0;
    const auto* last = tag.data() + tag.size();
    const auto [end, error] = std::from_chars(tag.data(), last, version);
    if (error != std::errc{} || (end != last && *end != '-')) {
        return invalid("if_match.malformed");
    }
    return version;
}

static bool same_letters(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) {
        return lower(x) == lower(y);
    });
}

std::optional<std::string> Reply::header(std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (same_letters(key, name)) return value;
    }
    return std::nullopt;
}

}  // namespace nangluc::http
