#include "testing/client.hpp"

#include <stdexcept>

#include "kit/http/target.hpp"

namespace nangluc::testing {

namespace {

struct Credentials {
    std::string login;
    json::Exact password;
    std::string carrier = "bearer";
    BOOST_DESCRIBE_CLASS(Credentials, (), (login, password, carrier), (), ())
};

// The text of `"name":"…"` at the top of a JSON object whose values need no escapes.
std::string text_at(const std::string& body, const std::string& name) {
    const auto key = '"' + name + "\":\"";
    const auto at = body.find(key);
    if (at == std::string::npos) return {};
    const auto begin = at + key.size();
    return body.substr(begin, body.find('"', begin) - begin);
}

}  // namespace

void TestClient::sign_in(std::string_view login, std::string_view password) {
    token_.clear();
    const Credentials credentials{
        .login = std::string(login),
        .password = {std::string(password)},
    };
    const auto reply = post("/session", json::write(credentials));
    token_ = text_at(reply.body, "token");
    if (token_.empty()) throw std::runtime_error("not signed in: " + reply.body);
}

void TestClient::sign_out() {
    del("/session");
    token_.clear();
}

TestClient& TestClient::with(std::string name, std::string value) {
    next_headers_[std::move(name)] = std::move(value);
    return *this;
}

http::Reply TestClient::send(http::Method method, std::string_view target, std::string body) {
    http::Request request;
    request.method = method;
    request.body = std::move(body);
    request.request_id = "test-" + std::to_string(++requests_);
    request.peer = peer;
    auto parsed = http::parse_target(std::string(http::api_root) + std::string(target));
    request.path = std::move(parsed.value().path);
    request.query = std::move(parsed.value().query);
    request.headers = std::exchange(next_headers_, {});
    if (!request.body.empty()) request.headers.try_emplace("content-type", "application/json");
    if (!token_.empty()) request.headers.try_emplace("authorization", "Bearer " + token_);
    return http::dispatch(router_, std::move(request), hooks_);
}

std::string code_of(const http::Reply& reply) {
    return reply.status < 300 ? "none" : text_at(reply.body, "code");
}

}  // namespace nangluc::testing
