#include "engines/assign/proof/columns.hpp"

#include <algorithm>

namespace nangluc::proof {

namespace {

// Takes away what can never be, until nothing changes: a session before which its prerequisite
// cannot be attended, and one that fewer than its minimum can attend.
class Reach {
public:
    explicit Reach(const Facts& facts) : facts_(facts) {
        for (const auto& [need, weight] : facts.needs) {
            for (const auto& [id, session] : facts.sessions) {
                const Pair pair{need.first, id};
                const bool open = !is_ruled_out(facts.settled_sessions, id) &&
                                  !is_ruled_out(facts.settled_seats, pair) &&
                                  facts.rooms_for(session.venue, session.capacity) != 0;
                if (session.programme == need.second && may(need.first, session) && open) {
                    pairs_.insert(pair);
                }
            }
        }
    }

    std::set<Pair> pairs() {
        for (auto before = pairs_.size() + 1; before > pairs_.size();) {
            before = pairs_.size();
            std::erase_if(pairs_, [this](const Pair& pair) { return !is_prepared(pair); });
            std::map<Id, Id> sizes;
            for (const auto& [person, session] : pairs_) ++sizes[session];
            std::erase_if(pairs_, [&](const Pair& pair) {
                return sizes[pair.second] < facts_.sessions.at(pair.second).min_class;
            });
        }
        return std::move(pairs_);
    }

private:
    template <class Key>
    static bool is_ruled_out(const std::map<Key, bool>& settled, const Key& key) {
        const auto found = settled.find(key);
        return found != settled.end() && !found->second;
    }

    bool may(Id person, const Session& session) const {
        const auto& who = facts_.persons.at(person);
        return !facts_.holds(person, session.programme) && who.max_sessions.value_or(1) > 0 &&
               facts_.travel.contains({who.office, session.venue}) &&
               facts_.programmes.at(session.programme).hours <= who.max_hours;
    }

    bool is_prepared(const Pair& pair) const {
        const auto& session = facts_.sessions.at(pair.second);
        const auto first = facts_.programmes.at(session.programme).prerequisite;
        if (!first || facts_.holds(pair.first, *first)) return true;
        for (auto at = pairs_.lower_bound({pair.first, INT64_MIN});
             at != pairs_.end() && at->first == pair.first;
             ++at) {
            const auto& earlier = facts_.sessions.at(at->second);
            if (earlier.programme == *first && earlier.last() < session.first()) return true;
        }
        return false;
    }

    const Facts& facts_;
    std::set<Pair> pairs_;
};

std::size_t add(Columns& columns, Exact gain, Id upper, Id session, bool whole) {
    columns.gains.push_back(std::move(gain));
    columns.lower.push_back(0);
    columns.upper.push_back(upper);
    columns.session.push_back(session);
    columns.whole.push_back(whole);
    return columns.gains.size() - 1;
}

bool somebody_may_come(const Columns& columns, Id session) {
    return std::ranges::any_of(columns.attend, [&](const auto& seat) {
        return seat.first.second == session;
    });
}

void settle(const Facts& facts, Columns& columns) {
    for (const auto& [session, opens] : facts.settled_sessions) {
        const auto column = columns.open.at(session);
        (opens ? columns.lower : columns.upper)[column] = opens ? 1 : 0;
        if (opens && !somebody_may_come(columns, session)) columns.nothing = true;
    }
    for (const auto& [seat, attends] : facts.settled_seats) {
        if (!attends) continue;
        columns.lower[columns.open.at(seat.second)] = 1;
        const auto column = columns.attend.find(seat);
        if (column == columns.attend.end()) {
            columns.nothing = true;
        } else {
            columns.lower[column->second] = 1;
        }
    }
}

void add_lessons(const Facts& facts, Columns& columns) {
    for (const auto& [lecturer, of] : facts.lecturers) {
        for (const auto& [id, session] : facts.sessions) {
            if (!facts.teaches(lecturer, session)) continue;
            columns.teach[{lecturer, id}] = add(columns, 0, 1, id, true);
        }
    }
}

}  // namespace

Columns columns_of(const Facts& facts) {
    Columns columns;
    for (const auto& [id, session] : facts.sessions) {
        columns.open[id] = add(columns, 0, 1, Columns::none, true);
    }
    for (const auto& pair : Reach(facts).pairs()) {
        const auto [person, session] = pair;
        const auto office = facts.persons.at(person).office;
        const auto programme = facts.sessions.at(session).programme;
        auto gain = facts.needs.at({person, programme});
        if (facts.counts_changes()) {
            gain += facts.standing->contains(pair) ? facts.change : Exact(-facts.change);
        }
        columns.attend[pair] = add(columns, std::move(gain), 1, session, true);
        if (columns.sent.contains({office, session})) continue;
        columns.sent[{office, session}] =
            add(columns, 0, facts.most_absent(office, facts.sessions.at(session)), session, true);
    }
    add_lessons(facts, columns);
    for (const auto& [id, person] : facts.persons) {
        if (person.min_hours == 0) continue;
        columns.missing[id] =
            add(columns, Exact(-facts.penalty), person.min_hours, Columns::none, false);
    }
    // All seats of the standing plan count as changed, until they are kept.
    if (facts.counts_changes()) columns.beforehand = -facts.change * facts.standing->size();
    settle(facts, columns);
    return columns;
}

}  // namespace nangluc::proof
