#include "kit/http/session_token.hpp"

#include <algorithm>

namespace nangluc::http {

static constexpr std::string_view secure_name = "__Host-nangluc";
static constexpr std::string_view plain_name = "nangluc";

// A plain-named cookie can be set by a neighbour of the domain, so over TLS it counts for nothing.
static std::string_view cookie_name(const Request& request) {
    return request.secure ? secure_name : plain_name;
}

static std::optional<std::string> cookie(const Request& request, std::string_view name) {
    const auto header = request.header("cookie");
    if (!header) return std::nullopt;

    std::string_view rest = *header;
    while (!rest.empty()) {
        auto pair = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        pair.remove_prefix(std::min(pair.size(), pair.find_first_not_of(' ')));

        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
            return std::string(pair.substr(equals + 1));
        }
    }
    return std::nullopt;
}

static bool is_token(std::string_view text) {
    return !text.empty() && text.size() <= 256 && std::ranges::all_of(text, [](char letter) {
        return letter > ' ' && letter < 0x7f && letter != '"' && letter != ',' && letter != '\\';
    });
}

static bool starts_with_bearer(std::string_view header) {
    static constexpr std::string_view scheme = "bearer ";
    return header.size() > scheme.size() &&
           std::equal(scheme.begin(), scheme.end(), header.begin(), [](char expected, char given) {
               return expected == (given >= 'A' && given <= 'Z' ? given + ('a' - 'A') : given);
           });
}

std::optional<SessionToken> session_token(const Request& request) {
    const auto header = request.header("authorization");
    if (header) {
        if (!starts_with_bearer(*header)) return std::nullopt;
        auto text = header->substr(7);
        if (!is_token(text)) return std::nullopt;
        return SessionToken{std::move(text), SessionToken::Carrier::bearer};
    }
    auto text = cookie(request, cookie_name(request));
    if (!text || !is_token(*text)) return std::nullopt;
    return SessionToken{std::move(*text), SessionToken::Carrier::cookie};
}

static std::string cookie_text(const Request& request, const std::string& rest) {
    std::string text(cookie_name(request));
    text += '=' + rest + "; Path=/; HttpOnly; SameSite=Lax";
    if (request.secure) text += "; Secure";
    return text;
}

std::string session_cookie(const Request& request, const std::string& token) {
    return cookie_text(request, token);
}

std::string cleared_session_cookie(const Request& request) {
    return cookie_text(request, "; Max-Age=0");
}

static bool is_same_origin(std::string_view origin, std::string_view host) {
    const auto scheme = origin.find("://");
    return scheme != std::string_view::npos && origin.substr(scheme + 3) == host;
}

Result<> check_same_site(const Request& request) {
    if (request.method == Method::get || request.header("authorization")) return {};

    // Every browser of today tells; a page cannot forge either header.
    if (const auto site = request.header("sec-fetch-site")) {
        if (*site == "same-origin" || *site == "none") return {};
        return forbidden("request.cross_site");
    }
    const auto origin = request.header("origin");
    if (origin) {
        if (is_same_origin(*origin, request.header("host").value_or(""))) return {};
        return forbidden("request.cross_site");
    }
    // No browser, then: a script that signs in sends neither. With a cookie it has to prove itself.
    if (session_token(request)) return forbidden("request.cross_site");
    return {};
}

}  // namespace nangluc::http
