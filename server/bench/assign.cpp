#include <random>
#include <stdexcept>

#include "bench/bench.hpp"
#include "engines/assign/seats.hpp"
#include "engines/assign/verify.hpp"

namespace nangluc::bench {

namespace {

using namespace assign;

// One to six needs a person among 60 programmes of ten sessions each, scarce seats, 63 provinces.
// With `overlaps` the sessions lie in 40 weeks; else each is on days of its own.
enum class Weeks { apart, overlapping };

Problem province_year(std::uint32_t people, Weeks weeks) {
    std::mt19937 dice(2026);
    const auto below = [&](std::uint32_t count) {
        return static_cast<std::uint32_t>(dice() % count);
    };
    constexpr std::uint32_t provinces = 63;
    Problem problem;
    problem.places = provinces;
    for (std::uint32_t way = 0; way < provinces * provinces; ++way) {
        problem.travel.push_back(way % (provinces + 1) == 0 ? 0 : 100 + below(900));
    }
    problem.outcomes = 60;
    for (Outcome outcome = 0; outcome < 60; ++outcome) problem.programmes.push_back({{outcome}});
    for (std::uint32_t at = 0; at < 600; ++at) {
        const auto week = weeks == Weeks::apart ? at : below(40);
        const auto monday = add_days({2026, 1, 5}, 7 * static_cast<int>(week));
        problem.sessions.push_back({
            .id = at,
            .programme = at / 10,
            .place = below(provinces),
            .seats_min = 0,
            .seats_max = people * (2 + below(2)) / 800,
            .slots = {{monday, add_days(monday, 5)}},
        });
    }
    for (std::uint32_t at = 0; at < people; ++at) {
        problem.people.push_back({.id = at, .home = below(provinces), .max_sessions = 3});
        const auto first = below(60);
        for (std::uint32_t need = 0; need <= below(6); ++need) {
            problem.needs.push_back({at, (first + 7 * need) % 60, 1000 + below(3000)});
        }
    }
    return problem;
}

void measure(Report& report, const std::string& name, const Problem& problem, int runs) {
    Solution solution;
    const auto time = median_seconds(runs, [&] {
        auto result = assign_seats(problem);
        solution = take(result);
    });
    if (!verify(problem, solution).empty()) throw std::logic_error("the plan breaks a rule");
    const auto checking = median_seconds(runs, [&] { keep(verify(problem, solution)); });
    report.add({name, time * 1e3, "ms", name + "_verify", time / checking});
    report.add({name + "_verify", checking * 1e3, "ms"});
    report.add({name + "_seats", static_cast<double>(solution.seats.size()), "seats"});
    const auto value = static_cast<double>(solution.value);
    const auto bound = static_cast<double>(solution.bound);
    report.add({name + "_value", value, "value", name + "_bound", value / bound});
    report.add({name + "_bound", bound, "value"});
    report.add({name + "_gap", static_cast<double>(solution.gap()), "value"});
}

const Registration group("assign", [](Report& report) {
    measure(report, "flow_20000", province_year(20'000, Weeks::apart), 3);
    measure(report, "overlaps_500", province_year(500, Weeks::overlapping), 3);
    measure(report, "overlaps_20000", province_year(20'000, Weeks::overlapping), 1);
});

}  // namespace

}  // namespace nangluc::bench
