#pragma once

#include <random>

#include "engines/assign/seats.hpp"

namespace nangluc::assign {

// One week of a year that has only as many weeks as are needed.
inline Period week(int number) {
    const Date monday{2026, 1, 5};
    return {add_days(monday, 7 * number), add_days(monday, 7 * number + 5)};
}

// Two people who both want the one seat; the first of them would gain more.
inline Problem one_seat_for_two() {
    return {
        .people =
            {{.id = 10, .home = 0, .max_sessions = 2}, {.id = 20, .home = 0, .max_sessions = 2}},
        .needs = {{.person = 0, .outcome = 0, .value = 9}, {.person = 1, .outcome = 0, .value = 5}},
        .programmes = {{{0}}},
        .sessions =
            {{.id = 1,
              .programme = 0,
              .place = 0,
              .seats_min = 0,
              .seats_max = 1,
              .slots = {week(0)}}},
        .outcomes = 2,
        .places = 1,
        .travel = {1},
    };
}

struct Size {
    std::uint32_t people = 4;
    std::uint32_t sessions = 4;
    std::uint32_t outcomes = 4;
    std::uint32_t weeks = 3;
    std::uint32_t seats = 3;
    bool minimums = true;
};

inline Problem any_problem(std::uint32_t seed, const Size& size) {
    std::mt19937 dice(seed);
    const auto below = [&](std::uint32_t count) {
        return static_cast<std::uint32_t>(dice() % count);
    };
    Problem problem;
    problem.outcomes = size.outcomes;
    problem.places = 3;
    for (int way = 0; way < 9; ++way) problem.travel.push_back(below(6));
    for (std::uint32_t at = 0; at < size.people; ++at) {
        Person person{.id = 1000 - at, .home = below(3), .max_sessions = 1 + below(3)};
        if (below(6) == 0) person.busy.push_back(week(static_cast<int>(below(size.weeks))));
        if (below(5) == 0) person.holds.push_back(below(size.outcomes));
        problem.people.push_back(person);
        for (Outcome outcome = 0; outcome < size.outcomes; ++outcome) {
            if (below(2) == 0) problem.needs.push_back({at, outcome, below(12)});
        }
    }
    for (std::uint32_t at = 0; at < size.sessions; ++at) {
        Programme programme{{below(size.outcomes)}};
        const auto other = below(size.outcomes);
        if (below(2) == 0 && other != programme.outcomes[0]) programme.outcomes.push_back(other);
        problem.programmes.push_back(programme);
    }
    for (std::uint32_t at = 0; at < size.sessions; ++at) {
        const auto seats_max = 1 + below(size.seats);
        problem.sessions.push_back({
            .id = 77 * (at + 1) % 101,
            .programme = below(size.sessions),
            .place = below(3),
            .seats_min = size.minimums ? below(seats_max + 1) : 0,
            .seats_max = seats_max,
            .slots = {week(static_cast<int>(below(size.weeks)))},
        });
    }
    return problem;
}

}  // namespace nangluc::assign
