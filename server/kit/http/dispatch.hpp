#pragma once

#include <functional>

#include "kit/http/http.hpp"
#include "kit/http/idempotency.hpp"

namespace nangluc::http {

// What the application adds to the way of a request.
struct Hooks {
    // Who asks: called for every route, with or without a token (session_token.hpp). Actor() is
    // nobody. On an open route an unauthenticated() counts as nobody too, so that an outlived
    // session does not keep anyone from signing in.
    std::function<Result<Actor>(const Request&)> sign_in = nullptr;
    Idempotency* idempotency = nullptr;
    // A fault: what an exception said, for the log only. The caller gets a 500 with the request id.
    std::function<void(const Request&, std::string_view what)> fault = nullptr;
};

// The way of every request: route, same-site check, sign-in, policy, body, idempotency, handler,
// and back: problems, 304, cache rules. Never throws. Thread-safe as far as the hooks are.
Reply dispatch(const Router& router, Request request, const Hooks& hooks);

// What refuses a request whatever its body says: no such route, nobody signed in, no right. Asked
// before a large body is read; dispatch() asks again. Never throws.
std::optional<Reply> refuse_at_the_door(
    const Router& router, const Request& request, const Hooks& hooks
);

// Most bytes that the route of this address takes as a body; for addresses without a route, little.
std::size_t body_limit(const Router& router, Method method, std::string_view path);

// Whether a path is the interface's: below api_root, or one of the two that monitors ask for at the
// root of the server, /health and /metrics, which are answered at both places.
bool is_interface(std::string_view path);

}  // namespace nangluc::http
