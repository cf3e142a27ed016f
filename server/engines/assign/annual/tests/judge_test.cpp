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
            {{0, 0, 0, {1}, 1, 2, 1000},
             {1, 1, 0, {2}, 1, 2, 1000},
             {2, 2, 0, {3}, 1, 2, 1000},
             {3, 0, 0, {2}, 1, 2, 1000}},
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
    year.sessions[2].slots = {1};
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

TEST_CASE_FIXTURE(Ready, "nobody is in two sessions that share one of their slots") {
    plan = {{0, 0}, {0, 1}};
    CHECK(breaches().empty());
    year.sessions[0].slots = {1, 2};
    CHECK(breaks(Rule::slot_twice));
}

TEST_CASE_FIXTURE(Ready, "a prerequisite is over before the first slot of what follows") {
    year.sessions[0].slots = {1, 2};
    CHECK(breaches().empty());
    year.sessions[0].slots = {1, 3};
    plan = {{0, 0}, {0, 2}};
    year.sessions[2].slots = {3, 4};
    CHECK(breaches().size() == 2);  // and they share a slot
    year.sessions[0].slots = {1, 4};
    year.sessions[2].slots = {3};
    CHECK(breaks(Rule::prerequisite));
}

TEST_CASE_FIXTURE(Ready, "people are away in every slot of a session") {
    year.offices[0].max_absent = 1;
    plan = {{0, 2}, {1, 0}};
    year.programmes[2].prerequisite.reset();
    CHECK(breaches().empty());
    year.sessions[0].slots = {1, 2, 3};
    CHECK(breaks(Rule::presence));
}

TEST_CASE_FIXTURE(Ready, "nobody attends more sessions than allowed") {
    year.persons[0].max_sessions = 2;
    CHECK(breaches().empty());
    year.persons[0].max_sessions = 1;
    CHECK(breaks(Rule::max_sessions));
}

TEST_CASE_FIXTURE(Ready, "what is settled of a session is kept") {
    year.frozen_sessions = {{0, true}, {1, false}};
    CHECK(breaches().empty());
    year.frozen_sessions = {{0, false}};
    CHECK(breaks(Rule::frozen_session));
    year.frozen_sessions = {{1, true}};
    CHECK(breaks(Rule::frozen_session));
}

TEST_CASE_FIXTURE(Ready, "what is settled of a seat is kept") {
    year.frozen_seats = {{{0, 0}, true}, {{0, 1}, false}};
    CHECK(breaches().empty());
    year.frozen_seats = {{{0, 0}, false}};
    CHECK(breaks(Rule::frozen_seat));
    year.frozen_seats = {{{0, 1}, true}};
    CHECK(breaks(Rule::frozen_seat));
}

TEST_CASE_FIXTURE(Ready, "each seat more and each seat fewer than in the plan that stands costs") {
    const auto before = judge(year, plan).value;
    year.change_penalty = 3;
    CHECK(judge(year, plan).value == before);
    year.previous = {{0, 0}, {0, 2}, {0, 1}};

    const auto verdict = judge(year, plan);

    CHECK(verdict.changes == 2);
    CHECK(verdict.value == before - 6);
}

TEST_CASE_FIXTURE(Ready, "in a slot the office's own number away stands before the general one") {
    year.absences = {{{0, 1}, 1}};
    CHECK(breaks(Rule::presence));
    year.absences = {{{0, 2}, 0}};
    CHECK(breaches().empty());
}

TEST_CASE_FIXTURE(Ready, "sessions at once have a room each that is large enough") {
    year.sessions[2].slots = {1, 3};
    year.programmes[2].prerequisite.reset();
    plan = {{1, 0}, {0, 2}};
    year.rooms = {{0, 2, 2}};
    CHECK(breaches().empty());
    year.rooms = {{0, 2, 1}, {0, 1, 5}};
    CHECK(breaks(Rule::rooms));
    year.rooms = {{0, 2, 1}, {0, 3, 1}};
    CHECK(breaches().empty());
    year.rooms = {};
    CHECK(breaches().empty());
}

TEST_CASE_FIXTURE(Ready, "a session that only some can teach has one of them, who is there alone") {
    year.lecturers = {{7, 2, {0, 2}}, {8, 1, {0}}};
    CHECK(breaches().size() == 2);  // nobody teaches either
    const auto broken = [&](const Lessons& lessons) {
        return judge(year, plan, lessons).breaches.size();
    };
    CHECK(broken({{0, 0}, {0, 2}}) == 0);
    CHECK(broken({{1, 0}, {0, 2}}) == 0);
    CHECK(broken({{0, 0}, {1, 2}}) == 2);  // the second cannot teach it, so nobody does
    CHECK(broken({{0, 0}, {1, 0}, {0, 2}}) == 1);
    year.sessions[0].slots = {1, 3};
    CHECK(judge(year, plan, {{0, 0}, {0, 2}}).breaches.size() >= 2);
    year.sessions[0].slots = {1};
    year.lecturers[0].max_sessions = 1;
    CHECK(broken({{0, 0}, {0, 2}}) == 1);
}

TEST_CASE_FIXTURE(Ready, "some offices have at least so many seats and so much of what is met") {
    year.offices.push_back({1, 2});
    year.travel.push_back({10});
    year.persons[1].office = 1;  // has 2 of 10
    year.floors = {{1, 1, 20, {1}}};
    CHECK(breaches().empty());
    year.floors = {{1, 2, 20, {1}}};
    CHECK(breaks(Rule::floor));
    year.floors = {{1, 1, 21, {1}}};
    CHECK(breaks(Rule::floor));
    year.floors = {{1, 3, 100, {0, 1}}};
    CHECK(breaches().empty());
}
