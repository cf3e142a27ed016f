#include "engines/assign/verify.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "engines/assign/tests/cases.hpp"

namespace nangluc::assign {

namespace {

// An allowed solution of three people, with one fact to be spoiled by each test.
struct Planted {
    Problem problem;
    Solution solution;

    Planted() {
        problem = one_seat_for_two();
        problem.people.push_back({.id = 30, .home = 0, .max_sessions = 2});
        problem.needs = {{0, 0, 9}, {1, 0, 5}, {2, 1, 5}};
        problem.programmes.push_back({{1, 0}});
        auto second = problem.sessions[0];
        second.id = 2;
        second.programme = 1;
        second.seats_max = 2;
        second.slots = {week(1)};
        problem.sessions.push_back(second);
        solution = {
            .seats = {{0, 0, 8, {0}}, {1, 1, 4, {1}}, {2, 1, 4, {2}}},
            .unplaced = {},
            .not_held = {},
            .value = 16,
            .bound = 16,
        };
    }

    bool shows(Breach breach) const {
        const auto found = verify(problem, solution);
        return std::any_of(found.begin(), found.end(), [&](const Violation& violation) {
            return violation.breach == breach;
        });
    }
};

}  // namespace

TEST_CASE("an allowed solution has no violation") {
    const Planted planted;

    CHECK(verify(planted.problem, planted.solution).empty());
}

TEST_CASE("every kind of planted violation is found") {
    Planted planted;
    auto& [problem, solution] = planted;

    SUBCASE("a person that does not exist") {
        solution.seats[0].person = 9;
        CHECK(planted.shows(Breach::unknown_index));
    }
    SUBCASE("the same seat twice") {
        solution.seats.push_back(solution.seats[0]);
        CHECK(planted.shows(Breach::seat_twice));
    }
    SUBCASE("one more than the room holds") {
        problem.sessions[1].seats_max = 1;
        CHECK(planted.shows(Breach::over_capacity));
    }
    SUBCASE("fewer than the minimum") {
        problem.sessions[1].seats_min = 3;
        problem.sessions[1].seats_max = 3;
        CHECK(planted.shows(Breach::below_minimum));
    }
    SUBCASE("more sessions than the person may attend") {
        problem.people[2].max_sessions = 0;
        CHECK(planted.shows(Breach::too_many_sessions));
    }
    SUBCASE("the same outcome twice") {
        solution.seats.push_back({0, 1, 8, {0}});
        CHECK(planted.shows(Breach::same_outcome_twice));
        CHECK(planted.shows(Breach::need_unaccounted));
    }
    SUBCASE("two sessions at once") {
        problem.sessions[1].slots = problem.sessions[0].slots;
        solution.seats.push_back({0, 1, 8, {0}});
        CHECK(planted.shows(Breach::same_time));
    }
    SUBCASE("a person who is busy") {
        problem.people[0].busy = {week(0)};
        CHECK(planted.shows(Breach::unavailable));
    }
    SUBCASE("a seat that closes nothing") {
        problem.people[2].holds = {1};
        CHECK(planted.shows(Breach::wrong_needs));
    }
    SUBCASE("a seat counted too high") {
        solution.seats[0].value = 9;
        CHECK(planted.shows(Breach::wrong_value));
        CHECK(planted.shows(Breach::wrong_total));
    }
    SUBCASE("a bound that its own answer exceeds") {
        solution.bound = 15;
        CHECK(planted.shows(Breach::bound_below_value));
    }
    SUBCASE("a need that is nowhere") {
        solution.seats.pop_back();
        solution.value = 12;
        CHECK(planted.shows(Breach::need_unaccounted));
    }
    SUBCASE("a need called full that another seat would close") {
        solution.seats.pop_back();
        solution.value = 12;
        solution.unplaced = {{2, Reason::no_seat}};
        CHECK(planted.shows(Breach::wrong_reason));
    }
    SUBCASE("a session said not to be held, with people in it") {
        solution.not_held = {1};
        CHECK(planted.shows(Breach::wrong_not_held));
    }
}

}  // namespace nangluc::assign
