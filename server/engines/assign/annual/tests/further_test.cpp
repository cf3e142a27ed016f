#include <doctest/doctest.h>

#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/solve.hpp"
#include "engines/assign/annual/tests/every_plan.hpp"
#include "engines/assign/annual/tests/years.hpp"

using namespace nangluc;
using namespace nangluc::annual;

namespace {

Instance small(std::uint64_t seed) {
    auto files = year_of({.people = 5, .sessions = 4, .needs_each = 1}, seed);
    add_further_limits(files, seed);
    settle_some(files, seed);
    return read_instance(files).value();
}

Instance larger(std::uint64_t seed) {
    return read_instance(year_of({.people = 24, .sessions = 6, .offices = 3}, seed)).value();
}

// A plan that keeps every rule and is not the best: half the budget is worth less.
std::set<Attendance> second_best(Instance year) {
    year.budget /= 2;
    const auto found = solve_year(year, {});
    return {found.assignment.begin(), found.assignment.end()};
}

}  // namespace

TEST_CASE("F7 part: with slots, limits and decisions too, no plan is worth more than that found") {
    int possible = 0;
    int impossible = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        const auto instance = small(seed);
        const auto all = look_at_every_plan(instance);
        if (!all.looked) continue;
        const auto found = solve_year(instance, {});
        ++(all.best ? possible : impossible);
        INFO("seed " << seed);

        CHECK(found.outcome == (all.best ? Outcome::found : Outcome::impossible));
        if (!all.best) continue;
        CHECK(judge(instance, found.assignment).breaches.empty());
        CHECK(found.value == *all.best);
        CHECK(found.bound == found.value);
    }
    CHECK(possible >= 20);
    CHECK(impossible >= 10);
}

TEST_CASE("F7 part: with rooms, lecturers and floors, no plan is worth more than the one found") {
    int possible = 0;
    int impossible = 0;
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        auto files = year_of({.people = 5, .sessions = 4, .needs_each = 1}, seed);
        if (seed % 3 == 0) add_further_limits(files, seed);
        add_supply(files, seed);
        const auto instance = read_instance(files).value();
        const auto all = look_at_every_plan(instance);
        if (!all.looked) continue;
        const auto found = solve_year(instance, {});
        ++(all.best ? possible : impossible);
        INFO("seed " << seed);

        CHECK(found.outcome == (all.best ? Outcome::found : Outcome::impossible));
        if (!all.best) continue;
        CHECK(judge(instance, found.assignment, found.lessons).breaches.empty());
        CHECK(found.value == *all.best);
        CHECK(found.bound == found.value);
    }
    CHECK(possible >= 20);
    CHECK(impossible >= 5);
}

TEST_CASE("F7 part: fewer rooms, lecturers or people away, or a floor, are never worth more") {
    auto year = larger(7);
    auto before = solve_year(year, {}).value;
    const auto check_falls = [&] {
        const auto found = solve_year(year, {});
        if (found.outcome != Outcome::found) return;
        CHECK(found.value <= before);
        before = found.value;
    };
    year.rooms = {{0, 100, 1}};
    check_falls();
    year.lecturers = {{1, 2, {0, 1, 2}}, {2, 2, {0, 2}}};
    check_falls();
    year.lecturers[0].max_sessions = 1;
    check_falls();
    year.absences = {{{0, 1}, 0}, {{1, 2}, 1}};
    check_falls();
    year.floors = {{1, 2, 30, {2}}};
    check_falls();
    CHECK(before < solve_year(larger(7), {}).value);
}

TEST_CASE("F7 part: where each change costs more than all needs, the plan that stands stays") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        auto year = larger(seed);
        year.previous = second_best(year);
        year.change_penalty = 1000;
        const auto found = solve_year(year, {});

        CHECK(std::set(found.assignment.begin(), found.assignment.end()) == *year.previous);
        CHECK(found.bound == found.value);
    }
}

TEST_CASE("F7 part: where changes cost nothing, the plan is the one without a plan that stands") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        auto year = larger(seed);
        const auto without = solve_year(year, {});
        year.previous = second_best(year);
        const auto with = solve_year(year, {});

        CHECK(with.value == without.value);
        CHECK(with.bound == without.bound);
    }
}

TEST_CASE("F7 part: the dearer a change, the fewer there are") {
    auto year = larger(5);
    year.previous = second_best(year);
    auto fewest = year.needs.size() * 2;
    for (const int penalty : {0, 1, 3, 9, 27}) {
        year.change_penalty = penalty;
        const auto found = solve_year(year, {});
        const auto changes = static_cast<std::size_t>(judge(year, found.assignment).changes);

        CHECK(changes <= fewest);
        fewest = changes;
    }
    CHECK(fewest == 0);
}

TEST_CASE("F7 part: a session over more slots, a person limited or settled is never worth more") {
    auto year = larger(7);
    auto before = solve_year(year, {}).value;
    const auto check_falls = [&] {
        const auto found = solve_year(year, {});
        if (found.outcome != Outcome::found) return;
        CHECK(found.value <= before);
        before = found.value;
    };
    for (auto& session : year.sessions) session.slots.push_back(session.last_slot() + 1);
    check_falls();
    for (auto& person : year.persons) person.max_sessions = 2;
    check_falls();
    for (auto& person : year.persons) person.max_sessions = 1;
    check_falls();
    year.frozen_sessions[0] = true;
    check_falls();
    year.frozen_sessions[1] = false;
    check_falls();
    for (const auto& seat : solve_year(year, {}).assignment) {
        year.frozen_seats[seat] = false;
        check_falls();
        if (year.frozen_seats.size() == 3) break;
    }
    CHECK(before < solve_year(larger(7), {}).value);
}

TEST_CASE("what is settled is kept, and the rest is the best that goes with it") {
    auto year = larger(2);
    const auto best = solve_year(year, {});
    for (const auto& seat : best.assignment) year.frozen_seats[seat] = true;
    const auto again = solve_year(year, {});

    CHECK(again.value == best.value);
    CHECK(again.bound == best.value);
}

TEST_CASE("a seat settled where there is no way leaves no plan, and that is proven") {
    auto year = larger(2);
    const auto seat = solve_year(year, {}).assignment.front();
    year.frozen_seats[seat] = true;
    const auto office = year.persons[nth(seat.person)].office;
    for (auto& way : year.travel[nth(office)]) way.reset();

    CHECK(solve_year(year, {}).outcome == Outcome::impossible);
}

TEST_CASE("more sessions settled to open than the budget pays leave no plan, and that is proven") {
    auto year = larger(2);
    for (int session = 0; session < 6; ++session) year.frozen_sessions[session] = true;
    year.budget = 1;

    CHECK(solve_year(year, {}).outcome == Outcome::impossible);
}

TEST_CASE("a search that is told to stop at once gives a plan and a bound on all others") {
    const auto year = larger(3);
    const auto best = solve_year(year, {});
    std::stop_source source;
    source.request_stop();
    const auto found = solve_year(year, {.stop = source.get_token()});

    CHECK(found.outcome == Outcome::found);
    CHECK(judge(year, found.assignment).breaches.empty());
    CHECK(found.bound >= best.value);
}

TEST_CASE("a search that is stopped in its midst keeps the best plan so far") {
    const auto year = larger(3);
    const auto best = solve_year(year, {});
    for (int turns = 1; turns < 12; ++turns) {
        int left = turns;
        std::optional<double> seen;
        const auto found = solve_year(year, {.go_on = [&](const Progress& progress) {
                                          seen = progress.value;
                                          return --left > 0;
                                      }});

        CHECK(judge(year, found.assignment).breaches.empty());
        CHECK(found.bound >= best.value);
        if (seen) CHECK(static_cast<double>(found.value) >= *seen);
    }
}

TEST_CASE("whoever looks on sees the value rise and the bound fall until they meet") {
    std::vector<Progress> seen;
    const auto year = read_instance(year_of({.people = 40, .sessions = 10, .offices = 3}, 6));
    const auto found = solve_year(year.value(), {.go_on = [&](const Progress& progress) {
                                      seen.push_back(progress);
                                      return true;
                                  }});

    REQUIRE(seen.size() > 2);
    for (std::size_t at = 1; at < seen.size(); ++at) {
        CHECK(seen[at].bound <= seen[at - 1].bound);
        if (seen[at - 1].value) CHECK(*seen[at].value >= *seen[at - 1].value);
        if (seen[at].value) CHECK(seen[at].bound >= *seen[at].value);
    }
    CHECK(seen.back().value == static_cast<double>(found.value));
}
