#include <doctest/doctest.h>

#include <stdexcept>

#include "kit/http/http.hpp"

namespace nangluc::http {

static Operation route(Method method, std::string pattern, std::string id) {
    return {
        .method = method,
        .pattern = std::move(pattern),
        .policy = Policy::open(),
        .id = std::move(id),
        .tag = "test",
        .handle = [](const Request&) -> Result<Reply> { return Reply{}; },
    };
}

static Router plan_routes() {
    Router router;
    router.add(route(Method::get, "/plans", "list_plans"));
    router.add(route(Method::post, "/plans", "add_plan"));
    router.add(route(Method::get, "/plans/{id}", "read_plan"));
    router.add(route(Method::get, "/plans/mine", "my_plans"));
    router.add(route(Method::get, "/plans/{id}/lines/{line}", "read_line"));
    return router;
}

TEST_CASE("a path leads to its route with the values named in the pattern") {
    const auto match = plan_routes().match(Method::get, "/plans/7/lines/9");

    REQUIRE(match.operation);
    CHECK(match.path_values == std::map<std::string, std::string>{{"id", "7"}, {"line", "9"}});
}

TEST_CASE("a literal segment wins over a value") {
    const auto router = plan_routes();

    CHECK(router.match(Method::get, "/plans/mine").operation->id == "my_plans");
    CHECK(router.match(Method::get, "/plans/7").operation->id == "read_plan");
}

TEST_CASE("a literal segment that leads nowhere gives way to a value") {
    const auto match = plan_routes().match(Method::get, "/plans/mine/lines/9");

    REQUIRE(match.operation);
    CHECK(match.path_values.at("id") == "mine");
}

TEST_CASE("a path without a route matches nothing") {
    const auto router = plan_routes();

    for (const auto* path : {"/", "", "plans", "/plans/", "/plan", "/plans/7/lines", "//plans"}) {
        CAPTURE(path);
        CHECK(router.match(Method::get, path).operation == nullptr);
        CHECK(router.match(Method::get, path).other_methods.empty());
    }
}

TEST_CASE("a path with a route of another method names the methods it has") {
    const auto match = plan_routes().match(Method::del, "/plans");

    CHECK(match.operation == nullptr);
    CHECK(match.other_methods == std::vector{Method::get, Method::post});
}

TEST_CASE("a route cannot be added twice, whatever its values are called") {
    auto router = plan_routes();

    CHECK_THROWS_AS(router.add(route(Method::get, "/plans", "other")), std::logic_error);
    CHECK_THROWS_AS(router.add(route(Method::get, "/plans/{plan}", "other")), std::logic_error);
}

TEST_CASE("an operation id is given once") {
    auto router = plan_routes();

    CHECK_THROWS_AS(router.add(route(Method::get, "/needs", "list_plans")), std::logic_error);
    CHECK_THROWS_AS(router.add(route(Method::get, "/needs", "")), std::logic_error);
}

TEST_CASE("a pattern is made of whole segments") {
    for (const auto* pattern : {"plans", "/", "/plans/", "/plans/{}", "/plans/{id", "/a{b}"}) {
        CAPTURE(pattern);
        Router router;
        CHECK_THROWS_AS(router.add(route(Method::get, pattern, "id")), std::logic_error);
    }
}

}  // namespace nangluc::http
