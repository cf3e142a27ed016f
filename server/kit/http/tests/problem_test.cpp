#include <doctest/doctest.h>

#include "kit/http/http.hpp"

namespace nangluc::http {

TEST_CASE("each kind of refusal has its own status") {
    CHECK(status_of(Refusal::invalid) == 422);
    CHECK(status_of(Refusal::unauthenticated) == 401);
    CHECK(status_of(Refusal::forbidden) == 403);
    CHECK(status_of(Refusal::not_found) == 404);
    CHECK(status_of(Refusal::conflict) == 409);
    CHECK(status_of(Refusal::stale) == 412);
    CHECK(status_of(Refusal::unconditional) == 428);
    CHECK(status_of(Refusal::too_large) == 413);
    CHECK(status_of(Refusal::too_many) == 429);
    CHECK(status_of(Refusal::unavailable) == 503);
}

TEST_CASE("a refusal is told as a problem with its code, its faults and the request") {
    const auto reply = problem(invalid("plan.bad", {{"/year", "out_of_range"}}), "r-1");

    CHECK(reply.status == 422);
    CHECK(reply.content_type == "application/problem+json");
    CHECK(
        reply.body ==
        R"({"type":"about:blank","title":"Unprocessable Content","status":422,"code":"plan.bad",)"
        R"("faults":[{"path":"/year","code":"out_of_range"}],"request_id":"r-1"})"
    );
}

TEST_CASE("a problem says when to come back and how to sign in") {
    CHECK(problem(unavailable("server.busy"), "").header("retry-after").has_value());
    CHECK(problem(too_many("session.too_many"), "").header("retry-after").has_value());
    CHECK(problem(unauthenticated("session.required"), "").header("www-authenticate") == "Bearer");
    CHECK_FALSE(problem(not_found("plan"), "").header("retry-after").has_value());
}

}  // namespace nangluc::http
