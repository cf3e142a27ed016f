#include <doctest/doctest.h>

#include "kit/http/session_token.hpp"

namespace nangluc::http {

static Request with(std::map<std::string, std::string> headers, Method method = Method::get) {
    Request request;
    request.method = method;
    request.secure = true;
    request.headers = std::move(headers);
    return request;
}

TEST_CASE("a script's token comes in its header") {
    const auto token = session_token(with({{"authorization", "bearer abc"}}));

    REQUIRE(token);
    CHECK(token->text == "abc");
    CHECK(token->carrier == SessionToken::Carrier::bearer);
}

TEST_CASE("a browser's token comes in the cookie bound to the host") {
    const auto token = session_token(with({{"cookie", "a=b; __Host-nangluc=abc; c=d"}}));

    REQUIRE(token);
    CHECK(token->text == "abc");
    CHECK(token->carrier == SessionToken::Carrier::cookie);
}

TEST_CASE("over TLS a cookie that a neighbour could set counts for nothing") {
    auto request = with({{"cookie", "nangluc=abc"}});
    CHECK_FALSE(session_token(request).has_value());

    request.secure = false;
    CHECK(session_token(request)->text == "abc");
}

TEST_CASE("what is no token is none") {
    for (const auto* header : {"", "Basic abc", "Bearer", "Bearer ", "Bearer a b", "Bearer a\"b"}) {
        CAPTURE(header);
        const auto request = with({{"authorization", header}, {"cookie", "__Host-nangluc=abc"}});
        CHECK_FALSE(session_token(request).has_value());
    }
    CHECK_FALSE(session_token(with({{"cookie", "; =; __Host-nangluc="}})).has_value());
    CHECK_FALSE(session_token(with({})).has_value());
}

TEST_CASE("the cookie is out of reach of scripts, neighbours and other sites") {
    CHECK(
        session_cookie(with({}), "abc") ==
        "__Host-nangluc=abc; Path=/; HttpOnly; SameSite=Lax; Secure"
    );
    CHECK(
        cleared_session_cookie(with({})) ==
        "__Host-nangluc=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure"
    );
    auto local = with({});
    local.secure = false;
    CHECK(session_cookie(local, "abc") == "nangluc=abc; Path=/; HttpOnly; SameSite=Lax");
}

static bool is_taken(std::map<std::string, std::string> headers) {
    headers.emplace("host", "nangluc.example");
    return static_cast<bool>(check_same_site(with(std::move(headers), Method::post)));
}

static const std::string cookie = "__Host-nangluc=abc";

TEST_CASE("a page of another site cannot change anything with the reader's cookie") {
    CHECK_FALSE(is_taken({{"cookie", cookie}, {"sec-fetch-site", "cross-site"}}));
    CHECK_FALSE(is_taken({{"cookie", cookie}, {"sec-fetch-site", "same-site"}}));
    CHECK_FALSE(is_taken({{"cookie", cookie}, {"origin", "https://evil.example"}}));
    CHECK_FALSE(is_taken({{"cookie", cookie}, {"origin", "null"}}));
    CHECK_FALSE(is_taken({{"cookie", cookie}}));
}

TEST_CASE("a page of another site cannot sign the reader in either") {
    CHECK_FALSE(is_taken({{"sec-fetch-site", "cross-site"}}));
    CHECK_FALSE(is_taken({{"origin", "https://evil.example"}}));
}

TEST_CASE("our own pages, and scripts, may") {
    CHECK(is_taken({{"cookie", cookie}, {"sec-fetch-site", "same-origin"}}));
    CHECK(is_taken({{"cookie", cookie}, {"sec-fetch-site", "none"}}));
    CHECK(is_taken({{"cookie", cookie}, {"origin", "https://nangluc.example"}}));
    CHECK(is_taken({{"authorization", "Bearer abc"}, {"origin", "https://other.example"}}));
    CHECK(is_taken({}));
}

TEST_CASE("reading is open to links from anywhere") {
    CHECK(check_same_site(with({{"cookie", cookie}, {"sec-fetch-site", "cross-site"}})));
}

}  // namespace nangluc::http
