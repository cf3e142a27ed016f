#include "engines/assign/annual/solve.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "engines/assign/annual/decimal.hpp"
#include "engines/assign/annual/judge.hpp"
#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/year_rows.hpp"

namespace nangluc::annual {

namespace {

// Weights and penalty are whole multiples of it, so a bound may be rounded down to one.
std::int64_t unit_of(const Instance& instance) {
    auto unit = instance.penalty;
    for (const auto& need : instance.needs) unit = std::gcd(unit, need.weight);
    return std::max<std::int64_t>(unit, 1);
}

// The largest multiple of the unit that an assignment may be worth.
std::int64_t whole_bound(const Instance& instance, double bound) {
    const auto unit = unit_of(instance);
    constexpr auto rounding = 1e-6;
    const auto units = std::floor(bound / to_double(unit, instance.value_places) + rounding);
    return static_cast<std::int64_t>(units) * unit;
}

Model model_of(const YearColumns& year) {
    return {
        .columns = year.columns,
        .rows = year_rows(year),
        .separate = [&year](auto columns) { return broken_year_rows(year, columns); },
        .unit = to_double(unit_of(year.instance), year.instance.value_places),
    };
}

// How many of a group attend a session becomes who: one after the other, since in a group of
// several each attends one session at most.
Assignment assignment_of(const YearColumns& year, const std::vector<double>& columns) {
    Assignment assignment;
    std::vector<std::size_t> next(year.groups.size());
    for (const auto& seats : year.seats) {
        const auto& members = year.group(seats).members;
        const auto people = std::lround(columns[nth(seats.column)]);
        for (long person = 0; person < people; ++person) {
            const auto at = members.size() == 1 ? 0 : next[nth(seats.group)]++;
            assignment.push_back({members.at(at), seats.session});
        }
    }
    return assignment;
}

}  // namespace

double Solution::gap() const {
    if (bound == value) return 0;
    const auto size = std::max<std::int64_t>(1, std::abs(value));
    return static_cast<double>(bound - value) / static_cast<double>(size);
}

Solution solve_year(
    const Instance& instance, const Limits& limits, const std::vector<Decision>& decisions
) {
    auto year = year_columns(instance);
    bool may_stay_empty = true;
    for (const auto& [session, open] : decisions) {
        auto& column = year.columns[nth(session)];
        column.lower = open ? 1 : 0;
        column.upper = open ? 1 : 0;
        may_stay_empty = may_stay_empty && !open;
    }

    // Nobody attending anything is worth least of all plans, for attending takes nothing away.
    const auto least = judge(instance, {}).value;
    Solution best{.assignment = {}, .value = least, .bound = 0, .proof = {}};
    const auto appraise = [&](const std::vector<double>& columns) -> std::optional<double> {
        auto assignment = assignment_of(year, columns);
        const auto verdict = judge(instance, assignment);
        const bool kept = !assignment.empty() || may_stay_empty;
        if (!kept || !verdict.breaches.empty()) return std::nullopt;
        if (verdict.value > best.value) {
            best.value = verdict.value;
            best.assignment = std::move(assignment);
        }
        return to_double(best.value, instance.value_places);
    };
    best.proof = search(model_of(year), limits, appraise);
    const auto bound = whole_bound(instance, best.proof.bound);
    best.bound = may_stay_empty ? std::max(best.value, bound) : bound;
    return best;
}

}  // namespace nangluc::annual
