#include "kit/http/conditional.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace nangluc::http {

// FNV-1a, 64 bits.
std::string content_hash(std::string_view bytes) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char byte : bytes) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    }
    std::array<char, 16> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16).ptr;
    return {digits.data(), end};
}

std::string edit_tag(int version, std::string_view body) {
    return '"' + std::to_string(version) + '-' + content_hash(body) + '"';
}

// Tags are compared weakly, as the standard asks of If-None-Match: W/"3" is "3".
static std::string_view strong(std::string_view tag) {
    return tag.starts_with("W/") ? tag.substr(2) : tag;
}

static bool holds_tag(std::string_view list, std::string_view tag) {
    while (!list.empty()) {
        auto item = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), item.size() + 1));
        item.remove_prefix(std::min(item.size(), item.find_first_not_of(' ')));
        item = item.substr(0, item.find_last_not_of(' ') + 1);
        if (item == "*" || strong(item) == strong(tag)) return true;
    }
    return false;
}

void answer_unchanged(const Request& request, Reply& reply) {
    const auto tag = reply.header("etag");
    const auto known = request.header("if-none-match");
    if (request.method != Method::get || reply.status != 200 || !tag || !known) return;
    if (!holds_tag(*known, *tag)) return;

    reply.status = 304;
    reply.body.clear();
    reply.file.reset();
}

}  // namespace nangluc::http
