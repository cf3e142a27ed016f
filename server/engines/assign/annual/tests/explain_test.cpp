#include <doctest/doctest.h>

#include "engines/assign/annual/explain.hpp"
#include "engines/assign/annual/tests/years.hpp"

using namespace nangluc::annual;

// Two people of one office, three needs, three sessions, and a plan; each test changes one fact.
struct Told {
    Instance year{
        .offices = {{0, 2}},
        .persons = {{0, 0, 0, 40}, {1, 0, 0, 40}},
        .programmes = {{0, 8, std::nullopt}, {1, 16, std::nullopt}},
        .sessions = {{0, 0, 0, {1}, 1, 2, 1000}, {1, 1, 0, {2}, 1, 1, 1000}},
        .needs = {{0, 0, 5}, {0, 1, 4}, {1, 1, 3}},
        .held = {},
        .travel = {{10}},
        .budget = 2030,
        .penalty = 1};
    Assignment plan{{0, 0}, {0, 1}};

    Obstacle of(int person, int session) const {
        for (const auto& need : explain_person(year, plan, person)) {
            for (const auto& choice : need.choices) {
                if (choice.session == session) return choice.obstacle;
            }
        }
        FAIL("the session was not looked at");
        return Obstacle::none;
    }
};

TEST_CASE_FIXTURE(Told, "a person is told which session meets which need") {
    const auto needs = explain_person(year, plan, 0);

    REQUIRE(needs.size() == 2);
    CHECK(needs[0].attended == 0);
    CHECK(needs[1].attended == 1);
}

TEST_CASE_FIXTURE(Told, "a person who is not planned is told that the class is full") {
    CHECK(of(1, 1) == Obstacle::full);
}

TEST_CASE_FIXTURE(Told, "a person who is not planned is told that the session does not open") {
    plan = {{0, 0}};
    CHECK(of(1, 1) == Obstacle::shut);
}

TEST_CASE_FIXTURE(Told, "a person who is not planned is told that the budget is spent") {
    year.sessions[1].capacity = 2;
    year.budget = 2029;
    CHECK(of(1, 1) == Obstacle::budget);
    year.budget = 2030;
    CHECK(of(1, 1) == Obstacle::none);
}

TEST_CASE_FIXTURE(
    Told, "a person who is not planned is told that too many of the office are away"
) {
    year.sessions[1].capacity = 2;
    year.offices[0].max_absent = 1;
    CHECK(of(1, 1) == Obstacle::presence);
}

TEST_CASE_FIXTURE(Told, "a person who is not planned is told that a prerequisite is missing") {
    year.programmes[1].prerequisite = 0;
    CHECK(of(1, 1) == Obstacle::prerequisite);
}

TEST_CASE_FIXTURE(Told, "of an open session is told what the best plan without it could be worth") {
    const auto answer = explain_session(year, plan, 0, {});

    CHECK(answer.open);
    CHECK(answer.value == 9);
    CHECK(answer.otherwise == 4);
}

TEST_CASE_FIXTURE(Told, "of a session that no budget pays is told that there is no plan with it") {
    year.sessions[0].fixed_cost = 5000;
    plan = {{0, 1}};

    const auto answer = explain_session(year, plan, 0, {});

    CHECK_FALSE(answer.open);
    CHECK_FALSE(answer.otherwise);
}

TEST_CASE("more budget is told to be worth something where it is short, and nothing where it is not"
) {
    auto year = read_instance(year_of({.people = 24, .sessions = 8, .offices = 3}, 6)).value();
    const auto names_budget = [&] {
        for (const auto& limit : prices_of_limits(year)) {
            if (limit.family == Family::budget) return true;
        }
        return false;
    };

    CHECK(names_budget());
    year.budget *= 100;
    CHECK_FALSE(names_budget());
}
