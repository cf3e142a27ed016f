#include <doctest/doctest.h>

#include <stdexcept>

#include "kit/http/tests/asking.hpp"

namespace nangluc::http {

struct PlanReply {
    std::string name;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(PlanReply, (), (name, actions))

struct NewPlan {
    std::string name;
    int year = 0;
};
BOOST_DESCRIBE_STRUCT(NewPlan, (), (name, year))

static Router plan_routes() {
    Router router;
    Routes at(router, "planning");
    const auto reads = Policy::needs(Permission::read_plans);
    at.get("/plans/{id}", "read_plan", reads, [](const Request& r) -> Result<Versioned<PlanReply>> {
        if (r.path_value("id") == "0") return not_found("plan");
        return Versioned<PlanReply>{{"2026", {"submit"}}, 3};
    });
    at.post("/plans", "add_plan", reads, [](const Request&, const NewPlan& plan) {
        return Result<Created<PlanReply>>(Created<PlanReply>{{plan.name, {}}, "/plans/9"});
    });
    at.get("/fault", "fault", Policy::open(), [](const Request&) -> Result<PlanReply> {
        throw std::runtime_error("disk full");
    });
    at.post("/sessions", "sign_in", Policy::open(), [](const Request&) -> Result<> { return {}; });
    return router;
}

TEST_CASE("a request goes by its policy to its handler, and its account is known to the log") {
    const auto reply =
        dispatch(plan_routes(), asking(Method::get, "/api/v1/plans/7"), as(planner()));

    CHECK(reply.status == 200);
    CHECK(reply.body == R"({"name":"2026","actions":["submit"]})");
    CHECK(reply.operation == "read_plan");
    CHECK(reply.account == AccountId{7});
}

TEST_CASE("an address outside the interface is not found") {
    const auto router = plan_routes();

    for (const auto* path : {"/plans/7", "/api/v1/nothing", "/api/v2/plans/7", "/api/v1", "/"}) {
        CAPTURE(path);
        const auto reply = dispatch(router, asking(Method::get, path), as(planner()));
        CHECK(reply.status == 404);
        CHECK(holds(reply, R"("code":"route")"));
    }
}

TEST_CASE("monitors find health and metrics at the root of the server too, and nothing else there"
) {
    Router router = plan_routes();
    Routes at(router, "platform");
    at.get("/health", "read_health", Policy::open(), [](const Request&) -> Result<> { return {}; });
    at.get("/metrics", "metrics", Policy::open(), [](const Request&) -> Result<> { return {}; });

    for (const auto* path : {"/health", "/metrics", "/api/v1/health", "/api/v1/metrics"}) {
        CAPTURE(path);
        CHECK(is_interface(path));
        CHECK(dispatch(router, asking(Method::get, path), {}).status == 204);
    }
    for (const auto* path : {"/", "/healthy", "/health/x", "/sign-in", "/apiary"}) {
        CAPTURE(path);
        CHECK(!is_interface(path));
    }
}

TEST_CASE("a method that the address does not have is answered with those it has") {
    const auto reply =
        dispatch(plan_routes(), asking(Method::del, "/api/v1/plans/7"), as(planner()));

    CHECK(reply.status == 405);
    CHECK(reply.header("Allow") == "GET, HEAD");
}

TEST_CASE("whoever is not signed in, or may not, does not reach the handler") {
    const auto router = plan_routes();
    const auto request = asking(Method::get, "/api/v1/plans/7");

    CHECK(dispatch(router, request, {}).status == 401);
    CHECK(dispatch(router, request, as(Actor(AccountId{1}, {}, {}))).status == 403);
}

TEST_CASE("an outlived session is told so, but keeps nobody from signing in") {
    const Hooks hooks{.sign_in = [](const Request&) -> Result<Actor> {
        return unauthenticated("session.expired");
    }};
    const auto reply = dispatch(plan_routes(), asking(Method::get, "/api/v1/plans/7"), hooks);

    CHECK(reply.status == 401);
    CHECK(holds(reply, "session.expired"));
    CHECK(dispatch(plan_routes(), asking(Method::post, "/api/v1/sessions"), hooks).status == 204);
}

TEST_CASE("a refusal of the handler becomes its problem") {
    const auto reply =
        dispatch(plan_routes(), asking(Method::get, "/api/v1/plans/0"), as(planner()));

    CHECK(reply.status == 404);
    CHECK(holds(reply, R"("code":"plan")"));
    CHECK(holds(reply, R"("request_id":"r-1")"));
}

TEST_CASE("an exception is logged with its words and answered without them") {
    std::string logged;
    auto hooks = as(planner());
    hooks.fault = [&](const Request& request, std::string_view what) {
        logged = request.request_id + ' ' + std::string(what);
    };
    const auto reply = dispatch(plan_routes(), asking(Method::get, "/api/v1/fault"), hooks);

    CHECK(reply.status == 500);
    CHECK(holds(reply, R"("request_id":"r-1")"));
    CHECK_FALSE(holds(reply, "disk"));
    CHECK(logged == "r-1 disk full");
}

TEST_CASE("a body is JSON where JSON is asked for") {
    auto request = asking(Method::post, "/api/v1/plans", R"({"name":"2026","year":2026})");
    CHECK(dispatch(plan_routes(), request, as(planner())).status == 201);

    request.headers["content-type"] = "application/json; charset=utf-8";
    CHECK(dispatch(plan_routes(), request, as(planner())).status == 201);

    request.headers["content-type"] = "text/plain";
    CHECK(dispatch(plan_routes(), request, as(planner())).status == 415);

    request.headers.erase("content-type");
    CHECK(dispatch(plan_routes(), request, as(planner())).status == 415);
}

TEST_CASE("a body that is no JSON is refused with its place") {
    const auto request = asking(Method::post, "/api/v1/plans", "{\n  \"name\": nothing }");
    const auto reply = dispatch(plan_routes(), request, as(planner()));

    CHECK(reply.status == 422);
    CHECK(holds(reply, "json.malformed"));
    CHECK(holds(reply, R"("path":"2:)"));
}

TEST_CASE("a body above the limit of its route is too large") {
    const auto request =
        asking(Method::post, "/api/v1/plans", std::string((std::size_t{1} << 20) + 1, ' '));

    CHECK(dispatch(plan_routes(), request, as(planner())).status == 413);
}

TEST_CASE("what the reader already has is not sent again") {
    auto request = asking(Method::get, "/api/v1/plans/7");
    const auto now = dispatch(plan_routes(), request, as(planner())).header("etag").value();
    for (const auto& tag : {now, "W/" + now, "\"1\", " + now, std::string("*")}) {
        CAPTURE(tag);
        request.headers["if-none-match"] = tag;
        const auto reply = dispatch(plan_routes(), request, as(planner()));
        CHECK(reply.status == 304);
        CHECK(reply.body.empty());
        CHECK(reply.header("etag") == now);
    }
    for (const auto* other : {"\"2\"", "\"3\""}) {
        request.headers["if-none-match"] = other;
        CHECK(dispatch(plan_routes(), request, as(planner())).status == 200);
    }
}

TEST_CASE("an answer may be kept only where it has a version, and by its reader only") {
    const auto versioned =
        dispatch(plan_routes(), asking(Method::get, "/api/v1/plans/7"), as(planner()));
    const auto refused = dispatch(plan_routes(), asking(Method::get, "/api/v1/plans/7"), {});

    CHECK(versioned.header("cache-control") == "private, no-cache");
    CHECK(refused.header("cache-control") == "no-store");
}

TEST_CASE("the limit of a body is that of its route, and small where there is no route") {
    const auto router = plan_routes();

    CHECK(body_limit(router, Method::post, "/api/v1/plans") == 1 << 20);
    CHECK(body_limit(router, Method::post, "/api/v1/nothing") == 64 << 10);
}

}  // namespace nangluc::http
