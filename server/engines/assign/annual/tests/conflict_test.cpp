#include <doctest/doctest.h>

#include "engines/assign/annual/conflict.hpp"
#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/solve.hpp"
#include "engines/assign/annual/tests/years.hpp"
#include "engines/assign/annual/without.hpp"

using namespace nangluc;
using namespace nangluc::annual;

namespace {

using Names = std::vector<NamedLimit>;

Instance year() {
    return read_instance(year_of({.people = 24, .sessions = 6, .offices = 3}, 7)).value();
}

}  // namespace

TEST_CASE("of a year with a plan no limits are in conflict") {
    CHECK(conflict_of(year()).limits.empty());
}

TEST_CASE("F7 part: a session settled to open that the budget does not pay is named with it") {
    auto instance = year();
    instance.frozen_sessions = {{0, true}, {1, false}};
    instance.budget = instance.sessions[0].fixed_cost - 1;

    const auto conflict = conflict_of(instance);

    CHECK(conflict.is_smallest);
    CHECK(conflict.limits == Names{{Limit::frozen_session, 0}, {Limit::budget}});
}

TEST_CASE("F7 part: more seats settled in a class than it has are named with its capacity") {
    auto instance = year();
    instance.sessions[0].capacity = 1;
    instance.sessions[0].min_class = 1;
    for (int session = 1; session < 6; ++session) instance.sessions[nth(session)].min_class = 1;
    int settled = 0;
    for (const auto& need : instance.needs) {
        if (need.programme != 0 || settled == 3) continue;
        const bool held =
            std::ranges::binary_search(instance.held, std::pair(need.person, need.programme));
        if (held) continue;
        instance.frozen_seats[{need.person, 0}] = true;
        ++settled;
    }
    REQUIRE(settled == 3);

    const auto conflict = conflict_of(instance);

    CHECK(conflict.limits.size() == 3);  // two of the seats, and the class
    CHECK(std::ranges::count(conflict.limits, Limit::frozen_seat, &NamedLimit::limit) == 2);
    CHECK(std::ranges::count(conflict.limits, NamedLimit{Limit::capacity, 0}) == 1);
}

TEST_CASE("F7 part: a floor above what may be away is named with the office's presence") {
    auto instance = year();
    instance.offices[1].max_absent = 0;
    instance.floors = {{1, 1, 0, {1}}, {2, 0, 10, {0}}};

    const auto conflict = conflict_of(instance);

    CHECK(conflict.limits == Names{{Limit::presence, 1}, {Limit::floor, 0}});
}

TEST_CASE("F7 part: without any one of the limits named there is a plan, with all of them none") {
    int looked_at = 0;
    for (std::uint64_t seed = 1; seed <= 40 && looked_at < 6; ++seed) {
        auto files = year_of({.people = 8, .sessions = 5, .needs_each = 2}, seed);
        add_further_limits(files, seed);
        settle_some(files, seed);
        add_supply(files, seed);
        const auto instance = read_instance(files).value();
        if (solve_year(instance, {}).outcome != Outcome::impossible) continue;
        ++looked_at;
        const auto conflict = conflict_of(instance);
        INFO("seed " << seed);
        REQUIRE_FALSE(conflict.limits.empty());
        CHECK(conflict.is_smallest);

        auto others = limits_of(instance);
        std::erase_if(others, [&](const NamedLimit& limit) {
            return std::ranges::count(conflict.limits, limit) > 0;
        });
        CHECK(solve_year(without(instance, others), {}).outcome == Outcome::impossible);
        for (const auto& limit : conflict.limits) {
            auto more = others;
            more.push_back(limit);
            CHECK(solve_year(without(instance, more), {}).outcome == Outcome::found);
        }
    }
    CHECK(looked_at >= 3);
}
