#include <algorithm>
#include <map>
#include <set>

#include "engines/assign/mip/mip.hpp"
#include "engines/assign/steps.hpp"

namespace nangluc::assign {

namespace {

using Columns = std::vector<int>;

Choice::Bounded at_most(const Columns& columns, double upper) {
    Choice::Bounded row{{}, 0.0, upper};
    for (const auto column : columns) row.entries.push_back({column, 1.0});
    return row;
}

// Of a person's sessions at most one on any day, and at most one for any outcome. It is enough to
// look at days on which something starts: of two periods that overlap, one starts inside the other.
// A row for all sessions of a day is stronger than a row for each two of them.
std::set<Columns> exclusions(
    const Problem& problem, std::span<const Pair> pairs, const Open& open, const Columns& columns
) {
    const auto session_of = [&](int column) -> const Session& {
        return problem.sessions[pairs[open.pairs[static_cast<std::size_t>(column)]].session];
    };
    std::set<Columns> rows;
    std::map<Outcome, Columns> by_outcome;
    std::set<Date> starts;
    for (const auto column : columns) {
        for (const auto outcome : problem.programmes[session_of(column).programme].outcomes) {
            by_outcome[outcome].push_back(column);
        }
        for (const auto& slot : session_of(column).slots) starts.insert(slot.from);
    }
    for (const auto& [outcome, together] : by_outcome) rows.insert(together);
    for (const auto& day : starts) {
        Columns together;
        for (const auto column : columns) {
            const auto& slots = session_of(column).slots;
            const auto takes_day = std::any_of(slots.begin(), slots.end(), [&](const Period& slot) {
                return slot.contains(day);
            });
            if (takes_day) together.push_back(column);
        }
        rows.insert(together);
    }
    std::erase_if(rows, [](const Columns& row) { return row.size() < 2; });
    return rows;
}

void add_person(
    const Problem& problem,
    std::span<const Pair> pairs,
    const Open& open,
    const Columns& columns,
    Choice& choice
) {
    const auto person = pairs[open.pairs[static_cast<std::size_t>(columns.front())]].person;
    const auto limit = problem.people[person].max_sessions;
    if (limit < columns.size()) choice.rows.push_back(at_most(columns, limit));
    for (const auto& row : exclusions(problem, pairs, open, columns)) {
        choice.rows.push_back(at_most(row, 1.0));
    }
}

// With minimums a session has a column of its own, "held": the seats taken are then between its
// minimum and its maximum, and none otherwise.
void add_session(
    const Session& session, double seats, const Columns& columns, Choice& choice, bool minimums
) {
    if (!minimums || session.seats_min == 0) {
        if (seats < static_cast<double>(columns.size())) {
            choice.rows.push_back(at_most(columns, seats));
        }
        return;
    }
    const auto held = static_cast<int>(choice.gains.size());
    choice.gains.push_back(0.0);
    auto most = at_most(columns, 0.0);
    most.lower = -seats;
    most.entries.push_back({held, -seats});
    auto least = at_most(columns, static_cast<double>(columns.size()));
    least.entries.push_back({held, -static_cast<double>(session.seats_min)});
    choice.rows.push_back(std::move(most));
    choice.rows.push_back(std::move(least));
}

}  // namespace

std::optional<Decided> decide(
    const Problem& problem, std::span<const Pair> pairs, const Open& open, int nodes
) {
    Choice choice;
    choice.nodes = nodes;
    std::map<std::uint32_t, Columns> by_session;
    Columns of_person;
    for (std::size_t at = 0; at < open.pairs.size(); ++at) {
        const auto& pair = pairs[open.pairs[at]];
        const auto column = static_cast<int>(at);
        choice.gains.push_back(static_cast<double>(pair.value));
        by_session[pair.session].push_back(column);
        of_person.push_back(column);
        const auto last = at + 1 == open.pairs.size();
        if (last || pairs[open.pairs[at + 1]].person != pair.person) {
            add_person(problem, pairs, open, of_person, choice);
            of_person.clear();
        }
    }
    for (const auto& [session, columns] : by_session) {
        const auto seats = static_cast<double>(open.seats[session]);
        add_session(problem.sessions[session], seats, columns, choice, open.minimums);
    }

    auto chosen = choose(choice);
    if (!chosen) return std::nullopt;
    chosen->columns.resize(open.pairs.size());
    return Decided{std::move(chosen->columns), chosen->proven};
}

}  // namespace nangluc::assign
