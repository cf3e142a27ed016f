#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "engines/assign/annual/judge.hpp"
#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/solve.hpp"
#include "engines/assign/annual/tests/years.hpp"

using namespace nangluc;
using namespace nangluc::annual;

namespace {

Instance year(const Size& size, std::uint64_t seed) {
    return read_instance(year_of(size, seed)).value();
}

// By looking at every set of attendances that could be; nothing where they are too many.
std::optional<std::int64_t> best_of_all(const Instance& instance) {
    Assignment possible;
    for (const auto& need : instance.needs) {
        for (std::size_t session = 0; session < instance.sessions.size(); ++session) {
            if (instance.sessions[session].programme != need.programme) continue;
            possible.push_back({need.person, static_cast<int>(session)});
        }
    }
    constexpr std::size_t most = 12;
    if (possible.size() > most) return std::nullopt;
    auto best = judge(instance, {}).value;
    for (std::size_t set = 0; set < (std::size_t{1} << possible.size()); ++set) {
        Assignment assignment;
        for (std::size_t at = 0; at < possible.size(); ++at) {
            if ((set >> at & 1) != 0) assignment.push_back(possible[at]);
        }
        const auto verdict = judge(instance, assignment);
        if (verdict.breaches.empty()) best = std::max(best, verdict.value);
    }
    return best;
}

// The same year with people and sessions in the opposite order.
Instance turned_round(Instance instance) {
    const auto people = static_cast<int>(instance.persons.size());
    const auto sessions = instance.sessions.size();
    std::ranges::reverse(instance.persons);
    std::ranges::reverse(instance.sessions);
    for (auto& need : instance.needs) need.person = people - 1 - need.person;
    for (auto& [person, programme] : instance.held) person = people - 1 - person;
    std::ranges::sort(instance.held);
    std::ranges::sort(instance.needs, {}, [](const Need& need) {
        return std::pair(need.person, need.programme);
    });
    REQUIRE(instance.sessions.size() == sessions);
    return instance;
}

}  // namespace

TEST_CASE("F7 part: of a small year no plan is worth more than the one found") {
    int looked_at = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto instance = year({.people = 5, .sessions = 4, .needs_each = 1}, seed);
        const auto best = best_of_all(instance);
        if (!best) continue;
        const auto found = solve_year(instance, {});
        ++looked_at;

        CHECK(found.value == *best);
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
