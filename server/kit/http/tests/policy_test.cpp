#include <doctest/doctest.h>

#include "kit/http/tests/asking.hpp"

namespace nangluc::http {

TEST_CASE("an open route asks nobody who he is") {
    CHECK(Policy::open().check(Actor()));
}

TEST_CASE("a route for those signed in turns away whoever is not") {
    CHECK(Policy::signed_in().check(Actor()).error().refusal == Refusal::unauthenticated);
    CHECK(Policy::signed_in().check(planner()));
}

TEST_CASE("a route that needs a permission wants it held somewhere") {
    const auto needs = Policy::needs(Permission::approve_plans).check(planner());

    CHECK(needs.error().refusal == Refusal::forbidden);
    CHECK(needs.error().code == "permission.approve_plans");
    CHECK(Policy::needs(Permission::read_plans).check(planner()));
}

TEST_CASE("without a session a permission is not even asked for") {
    const auto needs = Policy::needs(Permission::approve_plans).check(Actor());

    CHECK(needs.error().refusal == Refusal::unauthenticated);
}

TEST_CASE("a policy has a word for the interface document") {
    CHECK(Policy::open().text() == "open");
    CHECK(Policy::signed_in().text() == "signed_in");
    CHECK(Policy::needs(Permission::read_plans).text() == "read_plans");
}

}  // namespace nangluc::http
