#include "engines/assign/seats.hpp"

#include <algorithm>
#include <set>

#include "engines/assign/ordered.hpp"
#include "engines/assign/steps.hpp"

namespace nangluc::assign {

namespace {

// Each need is closed at most once, so no assignment is worth more than all needs together. Up to
// 2^53 a double holds every whole number, which the mixed-integer step relies on.
constexpr std::int64_t most_value = std::int64_t{1} << 53;
// The simplex multiplies a gain by the number of nodes.
constexpr std::int64_t most_scaled = std::int64_t{1} << 62;

bool sums_exactly(const Problem& problem) {
    std::int64_t sum = 0;
    for (const auto& need : problem.needs) {
        if (__builtin_add_overflow(sum, need.value, &sum) || sum > most_value) return false;
    }
    return true;
}

bool scales(const Problem& problem, const std::vector<Pair>& pairs) {
    std::int64_t largest = 1;
    for (const auto& pair : pairs) largest = std::max(largest, pair.value);
    const auto nodes = problem.people.size() + problem.sessions.size() + pairs.size() + 2;
    return largest < most_scaled / static_cast<std::int64_t>(nodes);
}

struct Answer {
    Picks picks;
    std::int64_t bound;
};

// Sessions that have somebody, but fewer than their minimum.
std::vector<std::uint32_t> short_sessions(
    const Problem& problem, const std::vector<Pair>& pairs, const Picks& picks
) {
    const auto fill = fill_of(problem, pairs, picks);
    std::vector<std::uint32_t> below;
    for (std::uint32_t session = 0; session < fill.size(); ++session) {
        if (fill[session] > 0 && fill[session] < problem.sessions[session].seats_min) {
            below.push_back(session);
        }
    }
    // The emptiest in proportion first: fill / minimum, without a fraction.
    std::sort(below.begin(), below.end(), [&](auto a, auto b) {
        const auto left = std::uint64_t{fill[a]} * problem.sessions[b].seats_min;
        const auto right = std::uint64_t{fill[b]} * problem.sessions[a].seats_min;
        return left != right ? left < right : problem.sessions[a].id < problem.sessions[b].id;
    });
    return below;
}

// Too large to be decided as a whole: settle the clashes around those concerned, shut the emptier
// half of the sessions below their minimum, and again with the people set free. Each round shuts a
// session, so it ends.
Picks improve_by_rounds(
    const Problem& problem, const std::vector<Pair>& pairs, const Effort& effort, Picks picks
) {
    std::vector<bool> shut(problem.sessions.size());
    for (;;) {
        settle_clashes(problem, pairs, shut, effort, picks);
        fill_up(problem, pairs, shut, picks);
        const auto below = short_sessions(problem, pairs, picks);
        if (below.empty()) return picks;
        for (std::size_t at = 0; at < (below.size() + 1) / 2; ++at) shut[below[at]] = true;
        picks = flow_picks(problem, pairs, shut);
    }
}

Answer solve(const Problem& problem, const std::vector<Pair>& pairs, const Effort& effort) {
    const std::vector<bool> nothing_shut(problem.sessions.size());
    auto picks = flow_picks(problem, pairs, nothing_shut);
    const auto bound = value_of(pairs, picks);
    const auto allowed = clashing_people(problem, pairs, picks).empty() &&
                         short_sessions(problem, pairs, picks).empty();
    if (allowed) return {std::move(picks), bound};

    if (pairs.size() <= effort.exact_pairs) {
        Open all{.pairs = {}, .seats = {}, .minimums = true};
        for (std::size_t at = 0; at < pairs.size(); ++at) all.pairs.push_back(at);
        for (const auto& session : problem.sessions) all.seats.push_back(session.seats_max);
        if (auto decided = decide(problem, pairs, all, effort.nodes)) {
            if (decided->proven) {
                const auto value = value_of(pairs, decided->picks);
                return {std::move(decided->picks), value};
            }
            fill_up(problem, pairs, nothing_shut, decided->picks);
            return {std::move(decided->picks), bound};
        }
    }
    return {improve_by_rounds(problem, pairs, effort, std::move(picks)), bound};
}

std::vector<Seat> seats_of(
    const Problem& problem, const std::vector<Pair>& pairs, const Picks& picks
) {
    std::vector<Seat> seats;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        if (picks[at]) seats.push_back({pairs[at].person, pairs[at].session, pairs[at].value, {}});
    }
    for (std::uint32_t at = 0; at < problem.needs.size(); ++at) {
        const auto& need = problem.needs[at];
        if (!is_open(problem, need)) continue;
        auto seat = std::lower_bound(
            seats.begin(),
            seats.end(),
            need.person,
            [](const Seat& one, std::uint32_t person) { return one.person < person; }
        );
        for (; seat != seats.end() && seat->person == need.person; ++seat) {
            if (gives(problem, seat->session, need.outcome)) seat->needs.push_back(at);
        }
    }
    return seats;
}

Solution solution_of(const Problem& problem, const std::vector<Pair>& pairs, const Answer& answer) {
    Solution solution;
    solution.seats = seats_of(problem, pairs, answer.picks);
    solution.unplaced = reasons_for(problem, solution.seats);
    solution.value = value_of(pairs, answer.picks);
    solution.bound = answer.bound;
    const auto fill = fill_of(problem, pairs, answer.picks);
    for (std::uint32_t session = 0; session < fill.size(); ++session) {
        if (fill[session] == 0 && problem.sessions[session].seats_min > 0) {
            solution.not_held.push_back(session);
        }
    }
    return solution;
}

}  // namespace

Solution account_for(
    const Problem& problem, const std::vector<Attendance>& attendances, std::int64_t bound
) {
    const std::set<Attendance> attending(attendances.begin(), attendances.end());
    const auto pairs = worthwhile_pairs(problem);
    Answer answer{Picks(pairs.size()), bound};
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        answer.picks[at] = attending.contains({pairs[at].person, pairs[at].session});
    }
    return solution_of(problem, pairs, answer);
}

Result<Solution> assign_seats(const Problem& problem, const Effort& effort) {
    auto faults = faults_of(problem);
    if (!faults.empty()) return invalid("seats.malformed", std::move(faults));
    if (!sums_exactly(problem)) return invalid("seats.value_too_large");
    const Ordered ordered(problem);
    const auto pairs = worthwhile_pairs(ordered.problem());
    if (!scales(ordered.problem(), pairs)) return invalid("seats.value_too_large");

    const auto answer = solve(ordered.problem(), pairs, effort);
    return ordered.in_given_order(solution_of(ordered.problem(), pairs, answer));
}

}  // namespace nangluc::assign
