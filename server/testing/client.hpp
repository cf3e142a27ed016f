#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kit/http/dispatch.hpp"
#include "kit/json/json.hpp"

namespace nangluc::testing {

// What every account of a test signs in with, unless the test says otherwise.
inline constexpr std::string_view test_password = "bốn con trâu xanh 82";

// Someone at a browser or a script, without the network between: requests go through the same
// routing, sign-in, policies and idempotency as from outside. Addresses are below /api/v1.
//
//     TestClient client(router, hooks);
//     client.sign_in("lo.van.a");
//     const auto reply = client.post("/grants", R"({…})");
//     CHECK(reply.status == 201);
class TestClient {
public:
    TestClient(const http::Router& router, http::Hooks hooks)
        : router_(router), hooks_(std::move(hooks)) {}

    // Throws where the sign-in is refused.
    void sign_in(std::string_view login, std::string_view password = test_password);
    void sign_out();
    // Takes a token that the test got elsewhere.
    void bear(std::string token) { token_ = std::move(token); }
    const std::string& token() const { return token_; }

    http::Reply get(std::string_view target) { return send(http::Method::get, target); }
    http::Reply post(std::string_view target, std::string body = "{}") {
        return send(http::Method::post, target, std::move(body));
    }
    http::Reply put(std::string_view target, std::string body) {
        return send(http::Method::put, target, std::move(body));
    }
    http::Reply patch(std::string_view target, std::string body) {
        return send(http::Method::patch, target, std::move(body));
    }
    http::Reply del(std::string_view target) { return send(http::Method::del, target); }
    http::Reply send(http::Method method, std::string_view target, std::string body = {});

    // Headers of the next request only: If-Match, Idempotency-Key, Content-Type.
    TestClient& with(std::string name, std::string value);

    std::string peer = "192.0.2.1";

private:
    const http::Router& router_;
    http::Hooks hooks_;
    std::string token_;
    std::map<std::string, std::string> next_headers_;
    int requests_ = 0;
};

// The body of a good reply; throws, with the body, where the reply is a refusal or has another
// form.
template <class T>
T read(const http::Reply& reply) {
    if (reply.status >= 300) {
        throw std::runtime_error(std::to_string(reply.status) + ' ' + reply.body);
    }
    auto value = json::read<T>(reply.body);
    if (!value) throw std::runtime_error(value.error().code + ' ' + reply.body);
    return std::move(value.value());
}

// The code of a refusal; "none" where the reply is good.
std::string code_of(const http::Reply& reply);

}  // namespace nangluc::testing
