#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <utility>

#include "engines/assign/annual/judge.hpp"
#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/solve.hpp"
#include "engines/assign/annual/tests/every_plan.hpp"
#include "engines/assign/annual/tests/years.hpp"

using namespace nangluc;
using namespace nangluc::annual;

namespace {

Instance year(const Size& size, std::uint64_t seed) {
    return read_instance(year_of(size, seed)).value();
}

// The same year with people and sessions in the opposite order.
Instance turned_round(Instance instance) {
    const auto people = static_cast<int>(instance.persons.size());
    const auto sessions = static_cast<int>(instance.sessions.size());
    std::ranges::reverse(instance.persons);
    std::ranges::reverse(instance.sessions);
    for (auto& need : instance.needs) need.person = people - 1 - need.person;
    for (auto& [person, programme] : instance.held) person = people - 1 - person;
    std::ranges::sort(instance.held);
    std::ranges::sort(instance.needs, {}, [](const Need& need) {
        return std::pair(need.person, need.programme);
    });
    const auto turned = [&](const Attendance& seat) {
        return Attendance{people - 1 - seat.person, sessions - 1 - seat.session};
    };
    auto decisions = std::exchange(instance.frozen_sessions, {});
    for (const auto& [session, opens] : decisions) {
        instance.frozen_sessions[sessions - 1 - session] = opens;
    }
    auto seats = std::exchange(instance.frozen_seats, {});
    for (const auto& [seat, attends] : seats) instance.frozen_seats[turned(seat)] = attends;
    auto previous = std::exchange(instance.previous, {});
    if (previous) instance.previous.emplace();
    for (const auto& seat : previous.value_or(std::set<Attendance>{})) {
        instance.previous->insert(turned(seat));
    }
    return instance;
}

}  // namespace

TEST_CASE("F7 part: of a small year no plan is worth more than the one found") {
    int looked_at = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto instance = year({.people = 5, .sessions = 4, .needs_each = 1}, seed);
        const auto all = look_at_every_plan(instance);
        if (!all.looked) continue;
        const auto found = solve_year(instance, {});
        ++looked_at;

        CHECK(found.value == all.best);
        CHECK(found.bound == found.value);
    }
    CHECK(looked_at >= 10);
}

TEST_CASE("F7 part: a plan found keeps every rule, and no bound is below it") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const auto instance = year({.people = 40, .sessions = 8, .offices = 4}, seed);
        const auto found = solve_year(instance, {.gap = 0.01, .nodes = 40});
        const auto verdict = judge(instance, found.assignment);

        CHECK(verdict.breaches.empty());
        CHECK(verdict.value == found.value);
        CHECK(found.bound >= found.value);
    }
}

TEST_CASE("F7 part: the order of people and sessions in the files changes no value") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const auto instance = year({.people = 24, .sessions = 6, .offices = 3}, seed);

        CHECK(solve_year(turned_round(instance), {}).value == solve_year(instance, {}).value);
    }
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        auto files = year_of({.people = 24, .sessions = 6, .offices = 3}, seed);
        add_further_limits(files, seed);
        settle_some(files, seed);
        const auto instance = read_instance(files).value();
        const auto one = solve_year(turned_round(instance), {});
        const auto other = solve_year(instance, {});

        CHECK(one.outcome == other.outcome);
        CHECK(one.value == other.value);
    }
}

TEST_CASE("F7 part: a smaller budget is never worth more") {
    auto instance = year({.people = 24, .sessions = 6, .offices = 3}, 7);
    auto before = solve_year(instance, {}).value;
    for (int turn = 0; turn < 4; ++turn) {
        instance.budget = instance.budget * 3 / 4;
        const auto after = solve_year(instance, {}).value;

        CHECK(after <= before);
        before = after;
    }
}

TEST_CASE("the same year gives the same plan and the same proof") {
    const auto instance = year({.people = 30, .sessions = 8, .offices = 3}, 3);
    const auto one = solve_year(instance, {});
    const auto other = solve_year(instance, {});

    CHECK(one.assignment == other.assignment);
    CHECK(one.proof.nodes == other.proof.nodes);
}

TEST_CASE("people whom no rule tells apart are planned as one, and each keeps every rule") {
    auto files = year_of({.people = 4, .sessions = 4}, 5);
    files["persons.csv"] = "person,office,min_hours,max_hours\n";
    files["needs.csv"] = "person,programme,weight\n";
    files["held.csv"] = "person,programme\n";
    files["offices.csv"] = "office,max_absent\n0,9\n1,9\n";
    for (int person = 0; person < 12; ++person) {
        files["persons.csv"] += line({person, 0, 16, 40});
        files["needs.csv"] += line({person, 0, 3});
    }
    const auto instance = read_instance(files).value();

    const auto found = solve_year(instance, {});

    CHECK(judge(instance, found.assignment).breaches.empty());
    CHECK(found.bound == found.value);
}

TEST_CASE("where the budget pays for no session, the plan is that nobody attends") {
    auto instance = year({.people = 10, .sessions = 4}, 2);
    instance.budget = 0;

    const auto found = solve_year(instance, {});

    CHECK(found.assignment.empty());
    CHECK(found.bound == judge(instance, {}).value);
}
