#include "engines/assign/proof/rows.hpp"

#include <algorithm>
#include <stdexcept>

namespace nangluc::proof {

Rows::Rows(const Facts& facts, const Columns& columns) : facts_(facts), columns_(columns) {
    for (const auto& [pair, column] : columns.attend) {
        seats_[pair.first].push_back({column, pair.second});
        const auto office = facts.persons.at(pair.first).office;
        attending_[{office, pair.second}].push_back(column);
    }
    for (const auto& [pair, column] : columns.sent) sent_to_[pair.second].push_back(column);
}

Row Rows::row(const Priced& named) const {
    const auto& [family, at, given, price] = named;
    if (family == "capacity") return class_size(at[0], facts_.sessions.at(at[0]).capacity, 1);
    if (family == "min_class") {
        return class_size(at[0], facts_.sessions.at(at[0]).least(), -1);
    }
    if (family == "budget") return budget();
    if (family == "sent_least") return sent(at[0], at[1], 1);
    if (family == "sent_most") return sent(at[0], at[1], -1);
    if (family == "presence") return presence(at[0], at[1]);
    if (family == "presence_link") return presence_link(at[0], at[1]);
    if (family == "once") return once(at[0], at[1]);
    if (family == "slot") return slot(at[0], at[1]);
    if (family == "prerequisite") return prerequisite(at[0], at[1], at[2]);
    if (family == "max_hours") return max_hours(at[0]);
    if (family == "max_sessions") return max_sessions(at[0]);
    if (family == "min_hours") return min_hours(at[0], given);
    if (family == "link") return link(at[0], at[1]);
    if (auto row = supply(named)) return std::move(*row);
    throw std::runtime_error("no rows are called " + family);
}

const std::vector<Rows::Seat>& Rows::seats_of(Id person) const {
    static const std::vector<Seat> none;
    if (!facts_.persons.contains(person)) throw std::runtime_error("unknown person");
    const auto found = seats_.find(person);
    return found == seats_.end() ? none : found->second;
}

Id Rows::hours(const Seat& seat) const {
    return facts_.programmes.at(session(seat).programme).hours;
}

// In one sense no more than the capacity, in the other no fewer than the minimum, if it is open.
Row Rows::class_size(Id session, Id seats, int sign) const {
    Row row{{{columns_.open.at(session), -one() * seats * sign}}, 0};
    const auto sent = sent_to_.find(session);
    if (sent == sent_to_.end()) return row;
    for (const auto column : sent->second) row.terms.push_back({column, one() * sign});
    return row;
}

Row Rows::budget() const {
    Row row{{}, facts_.budget};
    for (const auto& [id, session] : facts_.sessions) {
        row.terms.push_back({columns_.open.at(id), session.fixed_cost});
    }
    for (const auto& [pair, column] : columns_.sent) {
        const auto venue = facts_.sessions.at(pair.second).venue;
        row.terms.push_back({column, facts_.travel.at({pair.first, venue})});
    }
    return row;
}

// What an office sends is who of it attends: the sum in one sense and in the other.
Row Rows::sent(Id office, Id session, int sign) const {
    Row row{{{columns_.sent.at({office, session}), -one() * sign}}, 0};
    for (const auto column : attending_.at({office, session})) {
        row.terms.push_back({column, one() * sign});
    }
    return row;
}

Row Rows::presence(Id office, Id slot) const {
    Row row{{}, one() * facts_.most_absent(office, slot)};
    for (auto at = columns_.sent.lower_bound({office, INT64_MIN});
         at != columns_.sent.end() && at->first.first == office;
         ++at) {
        if (!facts_.sessions.at(at->first.second).slots.contains(slot)) continue;
        row.terms.push_back({at->second, one()});
    }
    return row;
}

Row Rows::presence_link(Id office, Id session) const {
    return {
        {{columns_.sent.at({office, session}), one()},
         {columns_.open.at(session),
          -one() * facts_.most_absent(office, facts_.sessions.at(session))}},
        0};
}

Row Rows::once(Id person, Id programme) const {
    Row row{{}, one()};
    for (const auto& seat : seats_of(person)) {
        if (session(seat).programme == programme) row.terms.push_back({seat.column, one()});
    }
    return row;
}

Row Rows::slot(Id person, Id slot) const {
    Row row{{}, one()};
    for (const auto& seat : seats_of(person)) {
        if (session(seat).slots.contains(slot)) row.terms.push_back({seat.column, one()});
    }
    return row;
}

// Up to a slot a person has attended the programme at most as often as its prerequisite before it:
// both at most once, and the first only after the second.
Row Rows::prerequisite(Id person, Id programme, Id slot) const {
    const auto first = facts_.programmes.at(programme).prerequisite;
    if (!first || facts_.holds(person, *first))
        throw std::runtime_error("no prerequisite to attend");
    Row row{{}, 0};
    for (const auto& seat : seats_of(person)) {
        const auto& offer = session(seat);
        if (offer.programme == programme && offer.first() <= slot) {
            row.terms.push_back({seat.column, one()});
        } else if (offer.programme == *first && offer.last() < slot) {
            row.terms.push_back({seat.column, -one()});
        }
    }
    return row;
}

Row Rows::max_hours(Id person) const {
    Row row{{}, one() * facts_.persons.at(person).max_hours};
    for (const auto& seat : seats_of(person)) {
        row.terms.push_back({seat.column, one() * hours(seat)});
    }
    return row;
}

Row Rows::max_sessions(Id person) const {
    const auto most = facts_.persons.at(person).max_sessions;
    if (!most) throw std::runtime_error("no most sessions of a person");
    Row row{{}, one() * *most};
    for (const auto& seat : seats_of(person)) row.terms.push_back({seat.column, one()});
    return row;
}

// Whatever the programmes given bring, `rest` stays to be covered, and no other programme covers
// more of it than all: missing + Σ min(hours, rest) · attended >= rest.
Row Rows::min_hours(Id person, const std::vector<Id>& given) const {
    auto rest = facts_.persons.at(person).min_hours;
    const std::set<Id> taken(given.begin(), given.end());
    for (const auto programme : taken) rest -= facts_.programmes.at(programme).hours;
    if (rest < 0) throw std::runtime_error("nothing is left to cover");
    Row row{{{columns_.missing.at(person), -one()}}, -one() * rest};
    for (const auto& seat : seats_of(person)) {
        if (taken.contains(session(seat).programme)) continue;
        row.terms.push_back({seat.column, -one() * std::min(hours(seat), rest)});
    }
    return row;
}

Row Rows::link(Id person, Id session) const {
    return {
        {{columns_.attend.at({person, session}), one()}, {columns_.open.at(session), -one()}}, 0};
}

}  // namespace nangluc::proof
