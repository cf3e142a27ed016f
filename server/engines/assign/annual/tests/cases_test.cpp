#include <doctest/doctest.h>

#include "engines/assign/annual/cases/cases.hpp"

using namespace nangluc::annual;

TEST_CASE("the most that two agents can earn is found within what they can do") {
    const auto* const text = "2 3   9 7 4  8 8 1   5 4 3  4 4 3   8 6";
    const auto read = read_assignment_case(text, Sought::most);
    REQUIRE(read);

    const auto answer = solve_case(read.value(), {});

    CHECK(answer.value == doctest::Approx(21));  // jobs 1 and 3 by the first, 2 by the second
    CHECK(answer.bound == doctest::Approx(21));
}

TEST_CASE("the least that two agents can cost is found within what they can do") {
    const auto* const text = "2 3   9 7 4  8 8 1   5 4 3  4 4 3   8 6";
    const auto read = read_assignment_case(text, Sought::least);
    REQUIRE(read);

    const auto answer = solve_case(read.value(), {});

    CHECK(answer.value == doctest::Approx(19));  // jobs 2 and 3 by the first, 1 by the second
}

TEST_CASE("a customer may be served from two sites where one is too small") {
    const auto* const text = "2 2   10 5  10 6   8 8   1 9  9 1";
    const auto read = read_location_case(text);
    REQUIRE(read);

    const auto answer = solve_case(read.value(), {});

    CHECK(answer.value == doctest::Approx(13));
    CHECK(answer.bound == doctest::Approx(13));
}

TEST_CASE("a case with a number too few is refused") {
    CHECK_FALSE(read_assignment_case("2 2 1 2 3 4 1 2 3 4 5", Sought::most));
    CHECK_FALSE(read_location_case("1 1 5 6"));
    CHECK_FALSE(read_location_case("1 1 many 5 6 7"));
}
