#include "base/result.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <type_traits>

using namespace nangluc;

namespace {

Result<int> half(int number) {
    if (number % 2 != 0) return invalid("odd");
    return number / 2;
}

Result<> must_be_small(int number) {
    if (number > 10) return conflict("large", {{"/number", "out_of_range"}});
    return {};
}

Result<std::string> quarter_in_words(int number, int& steps) {
    const int halved = TRY(half(number));
    ++steps;
    TRY(must_be_small(halved));
    ++steps;
    const int quartered = TRY(half(halved));
    return std::to_string(quartered);
}

Result<std::unique_ptr<int>> owned(int number) {
    auto halved = TRY(half(number));
    return std::make_unique<int>(halved);
}

}  // namespace

TEST_CASE("TRY gives the value where there is one") {
    int steps = 0;

    CHECK(quarter_in_words(12, steps).value() == "3");
    CHECK(steps == 2);
}

TEST_CASE("TRY returns the first refusal and does nothing after it") {
    int steps = 0;
    const auto result = quarter_in_words(44, steps);

    REQUIRE(!result);
    CHECK(steps == 1);
    CHECK(result.error().refusal == Refusal::conflict);
    CHECK(result.error().code == "large");
    CHECK(result.error().faults == std::vector<Fault>{{"/number", "out_of_range"}});
}

TEST_CASE("a value that can only be moved travels through TRY") {
    const auto passed = [](int number) -> Result<int> {
        const auto value = TRY(owned(number));
        return *value;
    };

    CHECK(passed(8).value() == 4);
    CHECK(passed(7).error().code == "odd");
}

TEST_CASE("asking a refusal for its value throws") {
    CHECK_THROWS(half(3).value());
    CHECK_THROWS(must_be_small(3).error());
}

TEST_CASE("each kind of refusal is made by the function of its name") {
    CHECK(unauthenticated("x").refusal == Refusal::unauthenticated);
    CHECK(forbidden("x").refusal == Refusal::forbidden);
    CHECK(not_found("x").refusal == Refusal::not_found);
    CHECK(stale("x").refusal == Refusal::stale);
    CHECK(too_large("x").refusal == Refusal::too_large);
    CHECK(too_many("x").refusal == Refusal::too_many);
    CHECK(unavailable("x").refusal == Refusal::unavailable);
}
