#pragma once

// The session token on its way: `Authorization: Bearer`, or the cookie of the web. What a token is
// worth is a matter of the sign-in hook.

#include <optional>
#include <string>

#include "kit/http/http.hpp"

namespace nangluc::http {

struct SessionToken {
    enum class Carrier { bearer, cookie };
    std::string text;
    Carrier carrier = Carrier::bearer;
};

// The header wins over the cookie. Absent, empty and malformed are all "none".
std::optional<SessionToken> session_token(const Request& request);

// The Set-Cookie value that gives the token to the browser, or takes it away. Over TLS the cookie
// is
// `__Host-nangluc`, bound to this host; over plain http, which browsers allow on localhost,
// `nangluc`.
std::string session_cookie(const Request& request, const std::string& token);
std::string cleared_session_cookie(const Request& request);

// A browser sends the cookie whoever wrote the page: an unsafe request that carries no
// Authorization must come from our own pages. Refuses with forbidden("request.cross_site").
Result<> check_same_site(const Request& request);

}  // namespace nangluc::http
