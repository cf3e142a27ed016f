#include <algorithm>
#include <set>
#include <string>

#include "engines/assign/steps.hpp"

namespace nangluc::assign {

namespace {

class Faults {
public:
    void expect(bool holds, const char* list, std::size_t at, const char* code) {
        if (holds) return;
        std::string path = "/";
        path += list;
        path += '/';
        path += std::to_string(at);
        faults_.push_back({path, code});
    }

    std::vector<Fault> take() { return std::move(faults_); }

private:
    std::vector<Fault> faults_;
};

bool all_below(const std::vector<Outcome>& outcomes, Outcome count) {
    return std::all_of(outcomes.begin(), outcomes.end(), [&](auto one) { return one < count; });
}

bool all_valid(const std::vector<Period>& periods) {
    return std::all_of(periods.begin(), periods.end(), [](const Period& period) {
        return period.is_valid();
    });
}

void check_people(const Problem& problem, Faults& faults) {
    std::set<std::int64_t> ids;
    const auto homes = problem.places == 0 ? 0 : problem.travel.size() / problem.places;
    for (std::size_t at = 0; at < problem.people.size(); ++at) {
        const auto& person = problem.people[at];
        faults.expect(ids.insert(person.id).second, "people", at, "not_unique");
        faults.expect(person.home < homes, "people", at, "no_such_place");
        faults.expect(all_below(person.holds, problem.outcomes), "people", at, "no_such_outcome");
        faults.expect(all_valid(person.busy), "people", at, "not_a_period");
    }
}

void check_needs(const Problem& problem, Faults& faults) {
    std::set<std::pair<std::uint32_t, Outcome>> seen;
    for (std::size_t at = 0; at < problem.needs.size(); ++at) {
        const auto& [person, outcome, value] = problem.needs[at];
        faults.expect(person < problem.people.size(), "needs", at, "no_such_person");
        faults.expect(outcome < problem.outcomes, "needs", at, "no_such_outcome");
        faults.expect(value >= 0, "needs", at, "negative");
        faults.expect(seen.emplace(person, outcome).second, "needs", at, "not_unique");
    }
}

void check_sessions(const Problem& problem, Faults& faults) {
    std::set<std::int64_t> ids;
    for (std::size_t at = 0; at < problem.sessions.size(); ++at) {
        const auto& session = problem.sessions[at];
        const auto known = session.programme < problem.programmes.size();
        faults.expect(ids.insert(session.id).second, "sessions", at, "not_unique");
        faults.expect(known, "sessions", at, "no_such_programme");
        faults.expect(session.place < problem.places, "sessions", at, "no_such_place");
        faults.expect(session.seats_min <= session.seats_max, "sessions", at, "min_above_max");
        faults.expect(all_valid(session.slots), "sessions", at, "not_a_period");
    }
}

}  // namespace

std::vector<Fault> faults_of(const Problem& problem) {
    Faults faults;
    check_people(problem, faults);
    check_needs(problem, faults);
    check_sessions(problem, faults);
    for (std::size_t at = 0; at < problem.programmes.size(); ++at) {
        const auto& outcomes = problem.programmes[at].outcomes;
        faults.expect(!outcomes.empty(), "programmes", at, "empty");
        faults.expect(all_below(outcomes, problem.outcomes), "programmes", at, "no_such_outcome");
        const std::set<Outcome> distinct(outcomes.begin(), outcomes.end());
        faults.expect(distinct.size() == outcomes.size(), "programmes", at, "not_unique");
    }
    for (std::size_t at = 0; at < problem.travel.size(); ++at) {
        faults.expect(problem.travel[at] >= 0, "travel", at, "negative");
    }
    return faults.take();
}

}  // namespace nangluc::assign
