#include "engines/gaps/gap.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "engines/gaps/profiles.hpp"
#include "engines/gaps/units.hpp"

namespace nangluc::gaps {

TEST_CASE("a gap is the number of levels by which the required exceeds the held") {
    CHECK(gap_of(3, 1) == 2);
    CHECK(gap_of(3, below_first) == 3);
    CHECK(gap_of(3, 3) == 0);
    CHECK(gap_of(1, 4) == 0);
    CHECK(gap_of(highest_level, below_first) == 254);
}

TEST_CASE("who is not assessed has no gap but is unknown") {
    CHECK(gap_of(highest_level, not_assessed) == 0);
    CHECK(standing_of(1, not_assessed) == Standing::unknown);
}

TEST_CASE("who was assessed below the first level has a gap and is not unknown") {
    CHECK(standing_of(1, below_first) == Standing::gap);
}

TEST_CASE("what nobody requires is neither gap nor unknown, whatever is held") {
    for (int held = 0; held <= 255; ++held) {
        CHECK(standing_of(no_requirement, static_cast<Level>(held)) == Standing::not_required);
        CHECK(gap_of(no_requirement, static_cast<Level>(held)) == 0);
    }
}

TEST_CASE("somebody has a gap exactly when the gap is at least one level") {
    for (int required = 0; required <= highest_level; ++required) {
        for (int held = 0; held <= 255; ++held) {
            const auto r = static_cast<Level>(required);
            const auto h = static_cast<Level>(held);
            CHECK((standing_of(r, h) == Standing::gap) == (gap_of(r, h) > 0));
        }
    }
}

TEST_CASE("a desired level below the minimum counts as the minimum") {
    Profiles profiles(1, 1);
    profiles.require(0, 0, 3, 2);

    CHECK(profiles.required(0, 0, Norm::desired) == 3);
}

TEST_CASE("a required level that would read as not assessed is refused") {
    Profiles profiles(40, 1);

    CHECK_THROWS_AS(profiles.require(0, 0, not_assessed), std::out_of_range);
    CHECK_THROWS_AS(profiles.require(0, 40, 1), std::out_of_range);
    CHECK_THROWS_AS(profiles.require(1, 0, 1), std::out_of_range);
}

TEST_CASE("a sub-tree is a slice of the units in pre-order") {
    const Units units({no_unit, 0, 1, 1, 0, no_unit});

    CHECK(units.end(0) == 5);
    CHECK(units.end(1) == 4);
    CHECK(units.end(2) == 3);
    CHECK(units.end(4) == 5);
    CHECK(units.end(5) == 6);
}

TEST_CASE("units that are not in pre-order are refused") {
    CHECK_THROWS_AS(Units({no_unit, 0, 0, 1}), std::invalid_argument);
    CHECK_THROWS_AS(Units({1, no_unit}), std::invalid_argument);
    CHECK_THROWS_AS(Units({0}), std::invalid_argument);
}

}  // namespace nangluc::gaps
