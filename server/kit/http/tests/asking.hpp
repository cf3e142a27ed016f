#pragma once

// A request as the tests send it, and an actor as the policies see one.

#include "kit/http/dispatch.hpp"
#include "kit/http/routes.hpp"
#include "kit/http/target.hpp"

namespace nangluc::http {

inline Actor planner() {
    return {AccountId{7}, PersonId{8}, {{UnitPath::root(UnitId{1}), {Permission::read_plans}}}};
}

inline Request asking(Method method, std::string_view target, std::string body = {}) {
    auto parts = parse_target(target).value();
    Request request;
    request.method = method;
    request.path = std::move(parts.path);
    request.query = std::move(parts.query);
    request.request_id = "r-1";
    request.headers = {{"host", "nangluc.example"}, {"authorization", "Bearer token"}};
    if (!body.empty()) request.headers["content-type"] = "application/json";
    request.body = std::move(body);
    return request;
}

inline Hooks as(const Actor& actor) {
    return {.sign_in = [actor](const Request&) -> Result<Actor> { return actor; }};
}

inline bool holds(const Reply& reply, std::string_view text) {
    return reply.body.find(text) != std::string::npos;
}

}  // namespace nangluc::http
