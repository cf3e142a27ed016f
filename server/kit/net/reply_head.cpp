#include "kit/net/reply_head.hpp"

#include <array>
#include <ctime>

namespace nangluc::net {

static void add(std::string& head, std::string_view name, std::string_view value) {
    head += name;
    head += ": ";
    for (const char letter : value) {
        const auto byte = static_cast<unsigned char>(letter);
        head += byte < 0x20 || byte == 0x7f ? ' ' : letter;
    }
    head += "\r\n";
}

static std::string date_now() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 40> text{};
    const auto size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {text.data(), size};
}

static void add_guards(std::string& head, const http::Reply& reply, const HeadFacts& facts) {
    const auto add_missing = [&](std::string_view name, std::string_view value) {
        if (!reply.header(name)) add(head, name, value);
    };
    add_missing("Content-Security-Policy", facts.content_security_policy);
    add_missing("X-Content-Type-Options", "nosniff");
    add_missing("Referrer-Policy", "same-origin");
    add_missing("Cross-Origin-Opener-Policy", "same-origin");
    add_missing("Cross-Origin-Resource-Policy", "same-origin");
    if (facts.is_secure) {
        add_missing("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
}

std::string reply_head(const http::Reply& reply, const HeadFacts& facts) {
    std::string head = "HTTP/1.1 " + std::to_string(reply.status) + ' ';
    head += http::reason_of(reply.status);
    head += "\r\n";
    add(head, "Date", date_now());
    if (!reply.content_type.empty() && reply.status != 304) {
        add(head, "Content-Type", reply.content_type);
    }
    const bool has_body = reply.status >= 200 && reply.status != 204 && reply.status != 304;
    if (facts.length && has_body) add(head, "Content-Length", std::to_string(*facts.length));
    add(head, "Connection", facts.keeps_alive ? "keep-alive" : "close");
    if (!facts.request_id.empty()) add(head, "X-Request-Id", facts.request_id);
    for (const auto& [name, value] : reply.headers) add(head, name, value);
    add_guards(head, reply, facts);
    return head + "\r\n";
}

std::string event_text(std::string_view data) {
    std::string text;
    for (;;) {
        const auto end = data.find('\n');
        text += "data: ";
        text += data.substr(0, end);
        text += '\n';
        if (end == std::string_view::npos) break;
        data.remove_prefix(end + 1);
    }
    return text + '\n';
}

}  // namespace nangluc::net
