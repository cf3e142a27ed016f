#include <doctest/doctest.h>

#include "modules/planning/plan_year.hpp"

using namespace nangluc;
using namespace nangluc::planning;

using Sets = std::vector<std::vector<std::uint32_t>>;

static assign::Session session_on(std::uint32_t programme, int from, int until) {
    const Date first{2027, 3, 1};
    return {
        .id = 0,
        .programme = programme,
        .place = 0,
        .seats_min = 0,
        .seats_max = 10,
        .slots = {{add_days(first, from), add_days(first, until)}},
    };
}

TEST_CASE("sessions that meet on some days only exclude each other two by two, and no others") {
    assign::Problem problem{.programmes = {{{0}}, {{1}}, {{2}}}, .outcomes = 3};
    problem.sessions = {session_on(0, 0, 3), session_on(1, 2, 5), session_on(2, 4, 7)};

    CHECK(exclusive_sessions(problem) == Sets{{0, 1}, {1, 2}});
}

TEST_CASE("sessions that teach the same level exclude each other, whatever their days") {
    assign::Problem problem{.programmes = {{{0, 1}}, {{1, 2}}, {{2}}}, .outcomes = 3};
    problem.sessions = {session_on(0, 0, 1), session_on(1, 2, 3), session_on(2, 4, 5)};

    CHECK(exclusive_sessions(problem) == Sets{{0, 1}, {1, 2}});
}

TEST_CASE("a session that excludes none stands alone") {
    assign::Problem problem{.programmes = {{{0}}, {{1}}}, .outcomes = 2};
    problem.sessions = {session_on(0, 0, 1), session_on(1, 1, 2)};

    CHECK(exclusive_sessions(problem) == Sets{{0}, {1}});
}
