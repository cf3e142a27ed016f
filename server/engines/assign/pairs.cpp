#include "engines/assign/pairs.hpp"

#include <algorithm>

namespace nangluc::assign {

namespace {

// What is looked up for each person, turned around once.
struct Index {
    std::vector<std::vector<std::uint32_t>> needs_of;       // by person
    std::vector<std::vector<std::uint32_t>> programmes_of;  // by outcome
    std::vector<std::vector<std::uint32_t>> sessions_of;    // by programme

    explicit Index(const Problem& problem)
        : needs_of(problem.people.size()),
          programmes_of(problem.outcomes),
          sessions_of(problem.programmes.size()) {
        for (std::uint32_t need = 0; need < problem.needs.size(); ++need) {
            needs_of[problem.needs[need].person].push_back(need);
        }
        for (std::uint32_t session = 0; session < problem.sessions.size(); ++session) {
            sessions_of[problem.sessions[session].programme].push_back(session);
        }
        for (std::uint32_t programme = 0; programme < problem.programmes.size(); ++programme) {
            for (const auto outcome : problem.programmes[programme].outcomes) {
                programmes_of[outcome].push_back(programme);
            }
        }
    }
};

// What each programme is worth to the person asked about last.
class Gains {
public:
    Gains(const Problem& problem, const Index& index)
        : problem_(problem), index_(index), of_programme_(problem.programmes.size()) {}

    void ask(std::uint32_t person) {
        for (const auto programme : useful_) of_programme_[programme] = 0;
        useful_.clear();
        for (const auto at : index_.needs_of[person]) {
            const auto& need = problem_.needs[at];
            if (need.value != 0 && is_open(problem_, need)) add(need);
        }
    }

    std::int64_t of(std::uint32_t programme) const { return of_programme_[programme]; }

    // The sessions of the programmes that are worth something, in their order.
    std::vector<std::uint32_t> sessions() const {
        std::vector<std::uint32_t> sessions;
        for (const auto programme : useful_) {
            const auto& offered = index_.sessions_of[programme];
            sessions.insert(sessions.end(), offered.begin(), offered.end());
        }
        std::sort(sessions.begin(), sessions.end());
        return sessions;
    }

private:
    void add(const Need& need) {
        for (const auto programme : index_.programmes_of[need.outcome]) {
            if (of_programme_[programme] == 0) useful_.push_back(programme);
            of_programme_[programme] += need.value;
        }
    }

    const Problem& problem_;
    const Index& index_;
    std::vector<std::int64_t> of_programme_;
    std::vector<std::uint32_t> useful_;
};

}  // namespace

std::vector<Pair> worthwhile_pairs(const Problem& problem) {
    const Index index(problem);
    Gains gains(problem, index);
    std::vector<Pair> pairs;
    for (std::uint32_t person = 0; person < problem.people.size(); ++person) {
        gains.ask(person);
        const auto home = std::size_t{problem.people[person].home};
        for (const auto number : gains.sessions()) {
            const auto& session = problem.sessions[number];
            const auto way = problem.travel[home * problem.places + session.place];
            const auto value = gains.of(session.programme) - way;
            if (value <= 0 || overlap(problem.people[person].busy, session.slots)) continue;
            pairs.push_back({person, number, value});
        }
    }
    return pairs;
}

std::int64_t value_of(std::span<const Pair> pairs, const Picks& picks) {
    std::int64_t value = 0;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        if (picks[at]) value += pairs[at].value;
    }
    return value;
}

std::vector<std::uint32_t> fill_of(
    const Problem& problem, std::span<const Pair> pairs, const Picks& picks
) {
    std::vector<std::uint32_t> fill(problem.sessions.size());
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        if (picks[at]) ++fill[pairs[at].session];
    }
    return fill;
}

std::size_t end_of_person(std::span<const Pair> pairs, std::size_t begin) {
    auto end = begin;
    while (end < pairs.size() && pairs[end].person == pairs[begin].person) ++end;
    return end;
}

bool overlap(std::span<const Period> a, std::span<const Period> b) {
    return std::any_of(a.begin(), a.end(), [&](const Period& one) {
        return std::any_of(b.begin(), b.end(), [&](const Period& other) {
            return one.overlaps(other);
        });
    });
}

bool exclude_each_other(const Problem& problem, std::uint32_t a, std::uint32_t b) {
    if (overlap(problem.sessions[a].slots, problem.sessions[b].slots)) return true;
    const auto& outcomes = problem.programmes[problem.sessions[a].programme].outcomes;
    return std::any_of(outcomes.begin(), outcomes.end(), [&](Outcome outcome) {
        return gives(problem, b, outcome);
    });
}

bool is_open(const Problem& problem, const Need& need) {
    const auto& holds = problem.people[need.person].holds;
    return std::find(holds.begin(), holds.end(), need.outcome) == holds.end();
}

bool gives(const Problem& problem, std::uint32_t session, Outcome outcome) {
    const auto& outcomes = problem.programmes[problem.sessions[session].programme].outcomes;
    return std::find(outcomes.begin(), outcomes.end(), outcome) != outcomes.end();
}

}  // namespace nangluc::assign
