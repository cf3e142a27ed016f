#include "engines/assign/annual/solve.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <numeric>

#include "engines/assign/annual/decimal.hpp"
#include "engines/assign/annual/judge.hpp"
#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/year_rows.hpp"

namespace nangluc::annual {

namespace {

// Weights and penalties are whole multiples of it, so a bound may be rounded down to one.
std::int64_t unit_of(const Instance& instance) {
    auto unit = instance.penalty;
    if (instance.counts_changes()) unit = std::gcd(unit, instance.change_penalty);
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

// Less than any assignment is worth: all hours missing, and every seat that could differ differs.
double least_of(const YearColumns& year) {
    const auto& instance = year.instance;
    std::int64_t least = 0;
    for (const auto& person : instance.persons) least -= instance.penalty * person.min_hours;
    if (instance.counts_changes()) {
        auto seats = static_cast<std::int64_t>(instance.previous->size());
        for (const auto& here : year.seats) seats += year.group(here).size();
        least -= instance.change_penalty * seats;
    }
    return to_double(least, instance.value_places);
}

Model model_of(const YearColumns& year) {
    return {
        .columns = year.columns,
        .rows = year_rows(year),
        .separate = [&year](auto columns) { return broken_year_rows(year, columns); },
        .least = least_of(year),
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

Lessons lessons_of(const YearColumns& year, const std::vector<double>& columns) {
    Lessons lessons;
    for (const auto& [column, lecturer, session] : year.teaching) {
        const bool taught = !lessons.empty() && lessons.back().session == session;
        const bool gives = columns[nth(column)] > 0.5 && columns[nth(session)] > 0.5;
        if (gives && !taught) lessons.push_back({lecturer, session});
    }
    return lessons;
}

}  // namespace

double Solution::gap() const {
    if (bound == value) return 0;
    const auto size = std::max<std::int64_t>(1, std::abs(value));
    return static_cast<double>(bound - value) / static_cast<double>(size);
}

namespace {

// The best plan so far. It begins with the plans that need no search: that nobody attends anything,
// and the one that stands.
class Best {
public:
    explicit Best(const Instance& instance) : instance_(instance) {
        offer({}, {});
        if (!instance.previous) return;
        offer({instance.previous->begin(), instance.previous->end()}, {});
    }

    // False where it breaks a rule.
    bool offer(Assignment assignment, Lessons lessons) {
        const auto verdict = judge(instance_, assignment, lessons);
        if (!verdict.breaches.empty()) return false;
        if (!value_ || verdict.value > *value_) {
            value_ = verdict.value;
            assignment_ = std::move(assignment);
            lessons_ = std::move(lessons);
        }
        return true;
    }

    const std::optional<std::int64_t>& value() const { return value_; }
    void move_to(Solution& solution) && {
        solution.assignment = std::move(assignment_);
        solution.lessons = std::move(lessons_);
    }

private:
    const Instance& instance_;
    std::optional<std::int64_t> value_;
    Assignment assignment_;
    Lessons lessons_;
};

// Everything in one leaf, which nothing is needed to refute.
Solution refuted() {
    Found proof;
    proof.leaves.push_back({{}, {std::make_shared<std::vector<Price>>()}, 0});
    return {
        .outcome = Outcome::impossible, .assignment = {}, .lessons = {}, .proof = std::move(proof)};
}

}  // namespace

Solution solve_year(const Instance& instance, const Limits& limits) {
    const auto year = year_columns(instance);
    if (year.impossible) return refuted();

    Best best(instance);
    const auto appraise = [&](const std::vector<double>& columns) -> std::optional<double> {
        if (!best.offer(assignment_of(year, columns), lessons_of(year, columns)))
            return std::nullopt;
        return to_double(*best.value(), instance.value_places);
    };
    const auto model = model_of(year);
    Solution solution{.assignment = {}, .lessons = {}, .proof = search(model, limits, appraise)};
    solution.bound = whole_bound(instance, solution.proof.bound);
    if (best.value()) {
        solution.outcome = Outcome::found;
        solution.value = *best.value();
        solution.bound = std::max(solution.bound, solution.value);
        std::move(best).move_to(solution);
    } else if (solution.proof.bound < model.least) {
        solution.outcome = Outcome::impossible;
    }
    return solution;
}

}  // namespace nangluc::annual
