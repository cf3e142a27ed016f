#include "modules/planning/year_account.hpp"

#include <algorithm>
#include <stdexcept>

#include "engines/assign/verify.hpp"

namespace nangluc::planning {

YearLedger::YearLedger(const SeatingProblem& problem, const std::vector<SeatTaken>& taken)
    : problem_(problem),
      people_(problem.problem().sessions.size()),
      attended_(problem.problem().people.size()) {
    for (const auto& [source, ceiling] : problem.input().budgets) left_[source] += ceiling;
    for (const auto& seat : taken) take(seat);
}

void YearLedger::take(const SeatTaken& seat) {
    const auto& session = problem_.session(seat.session);
    auto& left = left_[problem_.source_of(seat.session)].dong;
    if (people_[seat.session] == 0) left -= session.cost_fixed.dong;
    left -= session.cost_per_person.dong;
    ++people_[seat.session];
    attended_[seat.person].push_back(seat.session);
}

bool YearLedger::excludes(const SeatTaken& seat) const {
    return std::ranges::any_of(attended_[seat.person], [&](std::uint32_t other) {
        return assign::exclude_each_other(problem_.problem(), seat.session, other);
    });
}

bool YearLedger::is_full(std::uint32_t session) const {
    return people_[session] >= problem_.session(session).seats;
}

bool YearLedger::is_overspent(std::uint32_t session) const {
    if (problem_.input().budgets.empty()) return false;
    const auto left = left_.find(problem_.source_of(session));
    return left != left_.end() && left->second < Money{};
}

bool YearLedger::pays(std::uint32_t session, Money cost) const {
    if (problem_.input().budgets.empty()) return true;
    const auto left = left_.find(problem_.source_of(session));
    return cost <= (left == left_.end() ? Money{} : left->second);
}

bool YearLedger::may_take(const SeatTaken& seat) const {
    const auto places = problem_.problem().people[seat.person].max_sessions;
    return people_[seat.session] > 0 && !is_full(seat.session) &&
           attended_[seat.person].size() < places && !excludes(seat) &&
           pays(seat.session, problem_.session(seat.session).cost_per_person);
}

std::vector<SeatTaken> within_ceilings(
    const SeatingProblem& problem, std::span<const assign::Pair> pairs, std::vector<SeatTaken> taken
) {
    std::map<SeatTaken, std::int64_t> values;
    for (const auto& pair : pairs) values[{pair.person, pair.session}] = pair.value;
    for (;;) {
        const YearLedger ledger(problem, taken);
        std::map<std::uint32_t, std::int64_t> worth;
        for (const auto& seat : taken) {
            if (ledger.is_overspent(seat.session)) worth[seat.session] += values.at(seat);
        }
        if (worth.empty()) return taken;
        const auto least =
            std::ranges::min_element(worth, {}, [](const auto& of) { return of.second; });
        std::erase_if(taken, [&](const auto& seat) { return seat.session == least->first; });
    }
}

std::vector<SeatTaken> with_free_seats(
    const SeatingProblem& problem, std::span<const assign::Pair> pairs, std::vector<SeatTaken> taken
) {
    YearLedger ledger(problem, taken);
    std::vector<assign::Pair> wishes(pairs.begin(), pairs.end());
    std::ranges::stable_sort(wishes, std::ranges::greater(), &assign::Pair::value);
    for (const auto& [person, session, value] : wishes) {
        const SeatTaken seat{person, session};
        const bool has_begun = problem.input().begun.contains(problem.session(session).id);
        if (has_begun || !ledger.may_take(seat)) continue;
        ledger.take(seat);
        taken.push_back(seat);
    }
    std::ranges::sort(taken);
    return taken;
}

// To the verifier no session has more seats than were given: that money, not room, kept the others
// out is said afterwards.
assign::Problem YearAccount::as_decided() const {
    auto decided = problem_.problem();
    for (std::uint32_t at = 0; at < decided.sessions.size(); ++at) {
        auto& session = decided.sessions[at];
        const auto people = static_cast<std::uint32_t>(ledger_.people(at));
        if (people > session.seats_max) throw std::logic_error("a session has too many people");
        session.seats_max = people;
        if (people == 0) session.seats_min = 0;
    }
    return decided;
}

Unseated YearAccount::reason(const assign::Unplaced& unplaced) const {
    if (unplaced.reason != assign::Reason::no_seat) return word_of(unplaced);
    const auto& need = problem_.problem().needs[unplaced.need];
    auto reason = Unseated::shut;
    for (const auto& [person, session, value] : pairs_) {
        if (person != need.person) continue;
        const bool serves = assign::gives(problem_.problem(), session, need.outcome) &&
                            ledger_.people(session) > 0 && !ledger_.excludes({person, session});
        if (!serves) continue;
        if (!ledger_.is_full(session)) return Unseated::budget;
        reason = Unseated::no_seat;
    }
    return reason;
}

std::vector<ShutSession> YearAccount::shut_sessions() const {
    std::vector<int> could_come(problem_.problem().sessions.size());
    std::vector<int> still_would(could_come.size());
    for (const auto& [person, session, value] : pairs_) {
        ++could_come[session];
        if (!ledger_.excludes({person, session})) ++still_would[session];
    }
    std::vector<ShutSession> shut;
    for (std::uint32_t at = 0; at < could_come.size(); ++at) {
        if (ledger_.people(at) > 0) continue;
        const auto& session = problem_.session(at);
        const auto least = std::max(1, session.min_seats);
        auto reason = Shut::no_gain;
        const bool has_use = still_would[at] >= least;
        if (has_use && !ledger_.pays(at, session.cost(least))) reason = Shut::no_money;
        if (could_come[at] < least) reason = Shut::too_few;
        shut.push_back({session.id, reason, could_come[at]});
    }
    return shut;
}

Seating YearAccount::seating(std::int64_t bound) const {
    const auto decided = as_decided();
    const auto solution = assign::account_for(decided, taken_, bound);
    const bool is_whole = solution.seats.size() == taken_.size();
    if (!is_whole || !assign::verify(decided, solution).empty()) {
        throw std::logic_error("the seats of a plan break a rule");
    }
    auto seating =
        problem_.seating_of(solution, [this](const auto& unplaced) { return reason(unplaced); });
    seating.shut = shut_sessions();
    return seating;
}

}  // namespace nangluc::planning
