#include "engines/assign/proof/columns.hpp"

namespace nangluc::proof {

namespace {

// Takes away what can never be, until nothing changes: a session before which its prerequisite
// cannot be attended, and one that fewer than its minimum can attend.
class Reach {
public:
    explicit Reach(const Facts& facts) : facts_(facts) {
        for (const auto& [need, weight] : facts.needs) {
            for (const auto& [id, session] : facts.sessions) {
                if (session.programme == need.second && may(need.first, session)) {
                    pairs_.insert({need.first, id});
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
    bool may(Id person, const Session& session) const {
        const auto& who = facts_.persons.at(person);
        return !facts_.holds(person, session.programme) &&
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
            if (earlier.programme == *first && earlier.slot < session.slot) return true;
        }
        return false;
    }

    const Facts& facts_;
    std::set<Pair> pairs_;
};

std::size_t add(Columns& columns, Exact gain, Id upper, Id session, bool whole) {
    columns.gains.push_back(std::move(gain));
    columns.upper.push_back(upper);
    columns.session.push_back(session);
    columns.whole.push_back(whole);
    return columns.gains.size() - 1;
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
        columns.attend[pair] = add(columns, facts.needs.at({person, programme}), 1, session, true);
        if (columns.sent.contains({office, session})) continue;
        columns.sent[{office, session}] =
            add(columns, 0, facts.max_absent.at(office), session, true);
    }
    for (const auto& [id, person] : facts.persons) {
        if (person.min_hours == 0) continue;
        columns.missing[id] =
            add(columns, Exact(-facts.penalty), person.min_hours, Columns::none, false);
    }
    return columns;
}

}  // namespace nangluc::proof
