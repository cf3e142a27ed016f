#include <algorithm>

#include "engines/assign/steps.hpp"

namespace nangluc::assign {

namespace {

// The sessions that could close one need, narrowed one rule at a time; the rule that leaves none is
// the reason.
class Narrowing {
public:
    explicit Narrowing(std::vector<std::uint32_t> sessions) : sessions_(std::move(sessions)) {}

    template <class Rule>
    bool none_left(Rule&& keeps) {
        std::erase_if(sessions_, [&](std::uint32_t session) { return !keeps(session); });
        return sessions_.empty();
    }

private:
    std::vector<std::uint32_t> sessions_;
};

struct State {
    const Problem& problem;
    std::vector<std::vector<std::uint32_t>> sessions_giving;  // by outcome
    std::vector<std::vector<std::uint32_t>> needs_of;         // by person
    std::vector<std::vector<std::uint32_t>> attends;          // by person: sessions
    std::vector<std::uint32_t> fill;                          // by session
    std::vector<bool> closed;                                 // by need

    State(const Problem& given, const std::vector<Seat>& seats)
        : problem(given),
          sessions_giving(given.outcomes),
          needs_of(given.people.size()),
          attends(given.people.size()),
          fill(given.sessions.size()),
          closed(given.needs.size()) {
        for (std::uint32_t session = 0; session < given.sessions.size(); ++session) {
            const auto programme = given.sessions[session].programme;
            for (const auto outcome : given.programmes[programme].outcomes) {
                sessions_giving[outcome].push_back(session);
            }
        }
        for (std::uint32_t need = 0; need < given.needs.size(); ++need) {
            needs_of[given.needs[need].person].push_back(need);
        }
        for (const auto& seat : seats) {
            attends[seat.person].push_back(seat.session);
            ++fill[seat.session];
            for (const auto need : seat.needs) closed[need] = true;
        }
    }

    std::int64_t worth(std::uint32_t person, std::uint32_t session) const {
        std::int64_t worth = 0;
        for (const auto at : needs_of[person]) {
            const auto& need = problem.needs[at];
            if (is_open(problem, need) && gives(problem, session, need.outcome)) {
                worth += need.value;
            }
        }
        const auto home = std::size_t{problem.people[person].home};
        return worth - problem.travel[home * problem.places + problem.sessions[session].place];
    }

    Reason reason(const Need& need) const {
        if (!is_open(problem, need)) return Reason::already_held;
        if (sessions_giving[need.outcome].empty()) return Reason::no_session;

        const auto& person = problem.people[need.person];
        const auto& attended = attends[need.person];
        Narrowing left(sessions_giving[need.outcome]);
        if (left.none_left([&](auto session) {
                return !overlap(person.busy, problem.sessions[session].slots);
            })) {
            return Reason::unavailable;
        }
        if (left.none_left([&](auto session) { return worth(need.person, session) > 0; })) {
            return Reason::not_worth;
        }
        if (attended.size() >= person.max_sessions) return Reason::limit;
        if (left.none_left([&](auto session) {
                return std::none_of(attended.begin(), attended.end(), [&](auto other) {
                    return exclude_each_other(problem, session, other);
                });
            })) {
            return Reason::clash;
        }
        // A session without seats is full, not short of people.
        const auto full = !left.none_left([&](auto session) {
            return fill[session] > 0 || problem.sessions[session].seats_max == 0;
        });
        return full ? Reason::no_seat : Reason::below_minimum;
    }
};

}  // namespace

std::vector<Unplaced> reasons_for(const Problem& problem, const std::vector<Seat>& seats) {
    const State state(problem, seats);
    std::vector<Unplaced> unplaced;
    for (std::uint32_t need = 0; need < problem.needs.size(); ++need) {
        if (!state.closed[need]) unplaced.push_back({need, state.reason(problem.needs[need])});
    }
    return unplaced;
}

}  // namespace nangluc::assign
