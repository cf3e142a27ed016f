#include <doctest/doctest.h>

#include "engines/assign/annual/files.hpp"
#include "engines/assign/annual/judge.hpp"

using namespace nangluc::annual;

// Two people of one office, three programmes of which the third follows the first, four sessions,
// and a plan that keeps every rule; each test spoils one fact.
struct Ready {
    Instance year{
        .offices = {{0, 2}},
        .persons = {{0, 0, 16, 40}, {1, 0, 0, 40}},
        .programmes = {{0, 8, std::nullopt}, {1, 16, std::nullopt}, {2, 8, 0}},
        .sessions =
            {{0, 0, 0, 1, 1, 2, 1000},
             {1, 1, 0, 2, 1, 2, 1000},
             {2, 2, 0, 3, 1, 2, 1000},
             {3, 0, 0, 2, 1, 2, 1000}},
        .needs = {{0, 0, 5}, {0, 1, 4}, {0, 2, 3}, {1, 0, 2}},
        .held = {},
        .travel = {{10}},
        .budget = 3040,
        .penalty = 1};
    Assignment plan{{0, 0}, {0, 2}, {1, 0}};

    std::vector<Breach> breaches() const { return judge(year, plan).breaches; }
    bool breaks(Rule rule) const {
        const auto found = breaches();
        return found.size() == 1 && found.front().rule == rule;
    }
};

TEST_CASE_FIXTURE(Ready, "a plan is worth the weights it meets less the hours still missing") {
    plan = {{0, 0}, {1, 0}};
    const auto verdict = judge(year, plan);

    CHECK(verdict.breaches.empty());
    CHECK(verdict.value == 5 + 2 - 8);
    CHECK(verdict.cost == 1000 + 2 * 10);
}

TEST_CASE_FIXTURE(Ready, "nobody attends what they do not need") {
    plan.push_back({1, 1});
    CHECK(breaks(Rule::not_needed));
}

TEST_CASE_FIXTURE(Ready, "nobody attends what they hold") {
    year.held = {{1, 0}};
    CHECK(breaks(Rule::not_needed));
}

TEST_CASE_FIXTURE(Ready, "nobody attends a programme twice") {
    plan = {{0, 0}, {0, 3}};
    CHECK(breaks(Rule::programme_twice));
}

TEST_CASE_FIXTURE(Ready, "nobody is in two sessions in one slot") {
    plan = {{0, 1}, {0, 3}};
    CHECK(breaks(Rule::slot_twice));
}

TEST_CASE_FIXTURE(Ready, "a programme is attended after its prerequisite, in a later slot") {
    plan = {{0, 2}};
    CHECK(breaks(Rule::prerequisite));
    year.sessions[2].slot = 1;
    plan = {{0, 3}, {0, 2}};
    CHECK(breaks(Rule::prerequisite));
}

TEST_CASE_FIXTURE(Ready, "a class has neither too few nor too many people") {
    year.sessions[0].min_class = 3;
    CHECK(breaks(Rule::class_size));
    year.sessions[0].min_class = 1;
    year.sessions[0].capacity = 1;
    CHECK(breaks(Rule::class_size));
}

TEST_CASE_FIXTURE(Ready, "nobody attends more hours than allowed") {
    year.persons[0].max_hours = 15;
    year.persons[0].min_hours = 0;
    CHECK(breaks(Rule::hours));
}

TEST_CASE_FIXTURE(Ready, "no more of an office are away in a slot than may be") {
    year.offices[0].max_absent = 1;
    CHECK(breaks(Rule::presence));
}

TEST_CASE_FIXTURE(Ready, "the budget is kept to the smallest unit") {
    year.budget = 2030;
    CHECK(breaches().empty());
    year.budget = 2029;
    CHECK(breaks(Rule::budget));
}
