#include "modules/planning/plan_year.hpp"

#include <algorithm>
#include <set>

#include "engines/assign/annual/decimal.hpp"

namespace nangluc::planning {

namespace {

using Sessions = std::vector<std::uint32_t>;

constexpr auto office = "1";

// Sessions under way on a day on which one of them begins: of sessions that meet, two by two, there
// is such a day for all of them together.
std::vector<Sessions> meeting(const assign::Problem& problem) {
    std::vector<Sessions> together;
    for (const auto& first : problem.sessions) {
        const auto day = first.slots.front().from;
        Sessions here;
        for (std::uint32_t at = 0; at < problem.sessions.size(); ++at) {
            if (problem.sessions[at].slots.front().contains(day)) here.push_back(at);
        }
        together.push_back(std::move(here));
    }
    return together;
}

std::vector<Sessions> teaching_the_same(const assign::Problem& problem) {
    std::vector<Sessions> of_outcome(problem.outcomes);
    for (std::uint32_t at = 0; at < problem.sessions.size(); ++at) {
        for (const auto outcome : problem.programmes[problem.sessions[at].programme].outcomes) {
            of_outcome[outcome].push_back(at);
        }
    }
    return of_outcome;
}

bool lies_within(const Sessions& inner, const Sessions& outer) {
    return inner.size() < outer.size() &&
           std::includes(outer.begin(), outer.end(), inner.begin(), inner.end());
}

class Files {
public:
    Files(const SeatingProblem& problem, std::span<const assign::Pair> pairs)
        : problem_(problem), pairs_(pairs) {}

    YearFiles files() {
        begin("offices.csv", "office,max_absent");
        add("offices.csv", {office, number(people().size())});
        begin("held.csv", "person,programme");
        add_people();
        add_sessions();
        add_slots();
        settle_begun();
        begin("params.csv", "name,value");
        add("params.csv", {"budget", millions(budget())});
        add("params.csv", {"shortfall_penalty_per_hour", "0"});
        return std::move(files_);
    }

private:
    using Row = std::vector<std::string>;

    static std::string number(std::int64_t value) { return std::to_string(value); }
    static std::string number(std::size_t value) { return std::to_string(value); }

    void begin(const std::string& name, const std::string& columns) {
        files_[name] = columns + '\n';
    }
    void add(const std::string& name, const Row& cells) {
        std::string line;
        for (const auto& cell : cells) line += (&cell == cells.data() ? "" : ",") + cell;
        files_[name] += line + '\n';
    }

    const std::vector<assign::Person>& people() const { return problem_.problem().people; }
    std::string id_of(std::uint32_t session) const {
        return number(problem_.session(session).id.value);
    }

    void add_people() {
        begin("persons.csv", "person,office,min_hours,max_hours");
        for (const auto& person : people()) {
            const std::int64_t places = person.max_sessions;
            add("persons.csv", {number(person.id), office, "0", number(places)});
        }
        begin("needs.csv", "person,programme,weight");
        for (const auto& [person, session, value] : pairs_) {
            add("needs.csv", {number(people()[person].id), id_of(session), millions(value)});
        }
    }

    void add_sessions() {
        begin("programmes.csv", "programme,hours,prerequisite");
        begin("travel.csv", "office,venue,cost");
        for (const auto& session : problem_.input().sessions) {
            const auto id = number(session.id.value);
            add("programmes.csv", {id, "1", ""});
            add("travel.csv", {office, id, millions(session.cost_per_person.dong)});
        }
    }

    // A session's first slot stands in its row, every further one in a file of its own.
    void add_slots() {
        const auto exclusive = exclusive_sessions(problem_.problem());
        std::vector<Row> slots(problem_.input().sessions.size());
        for (std::size_t slot = 0; slot < exclusive.size(); ++slot) {
            for (const auto session : exclusive[slot]) slots[session].push_back(number(slot));
        }
        begin("sessions.csv", "session,programme,venue,slot,min_class,capacity,fixed_cost");
        std::string further;
        for (std::uint32_t at = 0; at < slots.size(); ++at) {
            const auto& session = problem_.session(at);
            const auto id = id_of(at);
            const auto least = number(std::int64_t{session.min_seats});
            const auto most = number(std::int64_t{session.seats});
            const auto cost = millions(session.cost_fixed.dong);
            add("sessions.csv", {id, id, id, slots[at].front(), least, most, cost});
            for (std::size_t more = 1; more < slots[at].size(); ++more) {
                further += id + ',' + slots[at][more] + '\n';
            }
        }
        if (!further.empty()) files_["session_slots.csv"] = "session,slot\n" + further;
    }

    // In a session that has begun sits who sat there.
    void settle_begun() {
        const auto& begun = problem_.input().begun;
        if (begun.empty()) return;
        begin("frozen_sessions.csv", "session,decision");
        begin("frozen_assignments.csv", "person,session,decision");
        std::set<std::pair<std::int64_t, std::int64_t>> seats;
        std::set<PlanSessionId> held;
        for (const auto& [session, person, travel] : problem_.input().standing) {
            if (!begun.contains(session)) continue;
            seats.emplace(person.value, session.value);
            held.insert(session);
        }
        for (const auto& session : begun) {
            const auto* const decision = held.contains(session) ? "open" : "shut";
            add("frozen_sessions.csv", {number(session.value), decision});
        }
        for (const auto& [person, session, value] : pairs_) {
            const auto id = problem_.session(session).id;
            if (!begun.contains(id)) continue;
            const std::pair seat(people()[person].id, id.value);
            const auto* const decision = seats.contains(seat) ? "attends" : "stays_away";
            add("frozen_assignments.csv", {number(seat.first), number(seat.second), decision});
        }
    }

    // Without any ceiling: what everything together would cost.
    std::int64_t budget() const {
        Money all;
        for (const auto& [source, ceiling] : problem_.input().budgets) all += ceiling;
        if (!problem_.input().budgets.empty()) return all.dong;
        for (const auto& session : problem_.input().sessions) all += session.cost(session.seats);
        return all.dong;
    }

    const SeatingProblem& problem_;
    std::span<const assign::Pair> pairs_;
    YearFiles files_;
};

}  // namespace

std::vector<Sessions> exclusive_sessions(const assign::Problem& problem) {
    std::set<Sessions> sets;
    for (auto& together : meeting(problem)) sets.insert(std::move(together));
    for (auto& together : teaching_the_same(problem)) sets.insert(std::move(together));
    std::vector<Sessions> largest;
    for (const auto& one : sets) {
        const bool is_needless = one.empty() || std::ranges::any_of(sets, [&](const auto& other) {
                                     return lies_within(one, other);
                                 });
        if (!is_needless) largest.push_back(one);
    }
    return largest;
}

void add_standing(YearFiles& files, const SeatingProblem& problem) {
    std::set<PlanSessionId> offered;
    for (const auto& session : problem.input().sessions) offered.insert(session.id);
    auto& previous = files["previous.csv"] = "person,session\n";
    for (const auto& [session, person, travel] : problem.input().standing) {
        if (!offered.contains(session)) continue;
        previous += std::to_string(person.value) + ',' + std::to_string(session.value) + '\n';
    }
    const auto penalty = millions(problem.input().change_penalty.dong);
    files["params.csv"] += "change_penalty," + penalty + '\n';
}

std::string millions(std::int64_t dong) {
    return annual::to_text(dong, 6);
}

YearFiles year_files(const SeatingProblem& problem, std::span<const assign::Pair> pairs) {
    return Files(problem, pairs).files();
}

}  // namespace nangluc::planning
