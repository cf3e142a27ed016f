#include "engines/assign/verify.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace nangluc::assign {

namespace {

using Number = std::uint32_t;

bool meet(const std::vector<Period>& a, const std::vector<Period>& b) {
    for (const auto& x : a) {
        for (const auto& y : b) {
            const auto from = std::max(x.from, y.from);
            const auto until = std::min(x.until, y.until);
            if (from < until) return true;
        }
    }
    return false;
}

class Inspection {
public:
    Inspection(const Problem& problem, const Solution& solution)
        : problem_(problem), solution_(solution) {}

    std::vector<Violation> run() {
        if (!indices_exist()) return std::move(found_);
        for (const auto& seat : solution_.seats) {
            attends_[seat.person].push_back(seat.session);
            ++taken_[seat.session];
        }
        for (Number need = 0; need < problem_.needs.size(); ++need) {
            needs_of_[problem_.needs[need].person].push_back(need);
        }
        for (const auto& seat : solution_.seats) inspect(seat);
        for (const auto& [person, sessions] : attends_) inspect_person(person, sessions);
        inspect_sessions();
        inspect_needs();
        inspect_totals();
        return std::move(found_);
    }

private:
    void report(
        Breach breach, Number person = nowhere, Number session = nowhere, Number need = nowhere
    ) {
        found_.push_back({breach, person, session, need});
    }

    const std::vector<Outcome>& taught(Number session) const {
        return problem_.programmes[problem_.sessions[session].programme].outcomes;
    }
    bool teaches(Number session, Outcome outcome) const {
        return std::count(taught(session).begin(), taught(session).end(), outcome) > 0;
    }
    bool held(const Need& need) const {
        const auto& holds = problem_.people[need.person].holds;
        return std::count(holds.begin(), holds.end(), need.outcome) > 0;
    }

    bool indices_exist() {
        for (const auto& seat : solution_.seats) {
            auto known =
                seat.person < problem_.people.size() && seat.session < problem_.sessions.size();
            for (const auto need : seat.needs) known = known && need < problem_.needs.size();
            if (!known) report(Breach::unknown_index, seat.person, seat.session);
        }
        for (const auto& [need, reason] : solution_.unplaced) {
            if (need >= problem_.needs.size()) {
                report(Breach::unknown_index, nowhere, nowhere, need);
            }
        }
        for (const auto session : solution_.not_held) {
            if (session >= problem_.sessions.size()) {
                report(Breach::unknown_index, nowhere, session);
            }
        }
        return found_.empty();
    }

    void inspect(const Seat& seat) {
        std::vector<Number> due;
        for (const auto at : needs_of_[seat.person]) {
            const auto& need = problem_.needs[at];
            if (!held(need) && teaches(seat.session, need.outcome)) due.push_back(at);
        }
        if (due != seat.needs || due.empty()) {
            report(Breach::wrong_needs, seat.person, seat.session);
        }
        if (worth(seat.person, seat.session) != seat.value) {
            report(Breach::wrong_value, seat.person, seat.session);
        }
        if (meet(problem_.people[seat.person].busy, problem_.sessions[seat.session].slots)) {
            report(Breach::unavailable, seat.person, seat.session);
        }
    }

    std::int64_t worth(Number person, Number session) {
        auto total = -problem_.travel
                          [std::size_t{problem_.people[person].home} * problem_.places +
                           problem_.sessions[session].place];
        for (const auto at : needs_of_[person]) {
            const auto& need = problem_.needs[at];
            if (!held(need) && teaches(session, need.outcome)) total += need.value;
        }
        return total;
    }

    void inspect_person(Number person, const std::vector<Number>& sessions) {
        if (sessions.size() > problem_.people[person].max_sessions) {
            report(Breach::too_many_sessions, person);
        }
        for (std::size_t second = 0; second < sessions.size(); ++second) {
            for (std::size_t first = 0; first < second; ++first) {
                inspect_two(person, sessions[first], sessions[second]);
            }
        }
    }

    void inspect_two(Number person, Number first, Number second) {
        if (first == second) return report(Breach::seat_twice, person, second);
        if (meet(problem_.sessions[first].slots, problem_.sessions[second].slots)) {
            report(Breach::same_time, person, second);
        }
        for (const auto outcome : taught(first)) {
            if (teaches(second, outcome)) report(Breach::same_outcome_twice, person, second);
        }
    }

    void inspect_sessions() {
        std::set<Number> empty;
        for (Number session = 0; session < problem_.sessions.size(); ++session) {
            const auto& offered = problem_.sessions[session];
            const auto taken = taken_[session];
            if (taken > offered.seats_max) report(Breach::over_capacity, nowhere, session);
            if (taken > 0 && taken < offered.seats_min) {
                report(Breach::below_minimum, nowhere, session);
            }
            if (taken == 0 && offered.seats_min > 0) empty.insert(session);
        }
        const auto& listed = solution_.not_held;
        if (std::set<Number>(listed.begin(), listed.end()) != empty ||
            listed.size() != empty.size()) {
            report(Breach::wrong_not_held);
        }
    }

    void inspect_needs() {
        std::map<Number, int> accounts;
        for (const auto& seat : solution_.seats) {
            for (const auto need : seat.needs) ++accounts[need];
        }
        for (const auto& [need, reason] : solution_.unplaced) {
            ++accounts[need];
            if (!explains(problem_.needs[need], reason)) {
                report(Breach::wrong_reason, problem_.needs[need].person, nowhere, need);
            }
        }
        for (Number need = 0; need < problem_.needs.size(); ++need) {
            if (accounts[need] != 1) report(Breach::need_unaccounted, nowhere, nowhere, need);
        }
    }

    // Whether the reason given is the first that keeps the person out of every session concerned.
    bool explains(const Need& need, Reason reason) {
        auto first = Reason::already_held;
        if (!held(need)) {
            first = Reason::no_session;
            for (Number session = 0; session < problem_.sessions.size(); ++session) {
                if (!teaches(session, need.outcome)) continue;
                first = std::max(first, hindrance(need.person, session), later);
            }
            // Held but thinly filled sessions and full ones may both be left: full counts first.
            if (first == Reason::below_minimum && some_full(need)) first = Reason::no_seat;
        }
        return reason == first;
    }

    static bool later(Reason a, Reason b) { return static_cast<int>(a) < static_cast<int>(b); }

    // The rule that keeps one person out of one session.
    Reason hindrance(Number person, Number session) {
        const auto& who = problem_.people[person];
        const auto& offered = problem_.sessions[session];
        if (meet(who.busy, offered.slots)) return Reason::unavailable;
        if (worth(person, session) <= 0) return Reason::not_worth;
        if (attends_[person].size() >= who.max_sessions) return Reason::limit;
        for (const auto other : attends_[person]) {
            if (meet(problem_.sessions[other].slots, offered.slots)) return Reason::clash;
            for (const auto outcome : taught(other)) {
                if (teaches(session, outcome)) return Reason::clash;
            }
        }
        return is_full(session) ? Reason::no_seat : Reason::below_minimum;
    }

    bool is_full(Number session) { return taken_[session] >= problem_.sessions[session].seats_max; }

    bool some_full(const Need& need) {
        for (Number session = 0; session < problem_.sessions.size(); ++session) {
            if (!teaches(session, need.outcome) || !is_full(session)) continue;
            if (hindrance(need.person, session) == Reason::no_seat) return true;
        }
        return false;
    }

    void inspect_totals() {
        std::int64_t total = 0;
        for (const auto& seat : solution_.seats) total += seat.value;
        if (total != solution_.value) report(Breach::wrong_total);
        if (solution_.bound < solution_.value) report(Breach::bound_below_value);
    }

    const Problem& problem_;
    const Solution& solution_;
    std::vector<Violation> found_;
    std::map<Number, std::vector<Number>> attends_;  // by person
    std::map<Number, std::vector<Number>> needs_of_;
    std::map<Number, Number> taken_;  // by session
};

}  // namespace

std::vector<Violation> verify(const Problem& problem, const Solution& solution) {
    return Inspection(problem, solution).run();
}

}  // namespace nangluc::assign
