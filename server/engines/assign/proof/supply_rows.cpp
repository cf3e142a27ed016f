#include <stdexcept>

#include "engines/assign/proof/rows.hpp"

namespace nangluc::proof {

std::optional<Row> Rows::supply(const Priced& named) const {
    const auto& [family, at, given, price] = named;
    if (family == "rooms") return rooms(at[0], at[1], at[2]);
    if (family == "taught") return taught(at[0]);
    if (family == "teaches_slot") return teaches_slot(at[0], at[1]);
    if (family == "teaches_most") return teaches_most(at[0]);
    if (family == "floor_seats") return floor_seats(facts_.floors.at(at[0]));
    if (family == "floor_share") return floor_share(facts_.floors.at(at[0]));
    return std::nullopt;
}

// Sessions that need so many seats, each in a room that has them, in one slot.
Row Rows::rooms(Id venue, Id slot, Id seats) const {
    const auto count = facts_.rooms_for(venue, seats);
    if (!count) throw std::runtime_error("rooms that nobody counts");
    Row row{{}, one() * *count};
    for (const auto& [id, session] : facts_.sessions) {
        const bool takes_one =
            session.venue == venue && session.capacity >= seats && session.slots.contains(slot);
        if (takes_one) row.terms.push_back({columns_.open.at(id), one()});
    }
    return row;
}

Row Rows::taught(Id session) const {
    if (!facts_.needs_lecturer(facts_.sessions.at(session))) {
        throw std::runtime_error("a session that needs no lecturer");
    }
    Row row{{{columns_.open.at(session), one()}}, 0};
    for (const auto& [pair, column] : columns_.teach) {
        if (pair.second == session) row.terms.push_back({column, -one()});
    }
    return row;
}

Row Rows::teaches_slot(Id lecturer, Id slot) const {
    Row row{{}, one()};
    for (const auto& [pair, column] : columns_.teach) {
        if (pair.first != lecturer || !facts_.sessions.at(pair.second).slots.contains(slot))
            continue;
        row.terms.push_back({column, one()});
    }
    return row;
}

Row Rows::teaches_most(Id lecturer) const {
    Row row{{}, one() * facts_.lecturers.at(lecturer).max_sessions};
    for (const auto& [pair, column] : columns_.teach) {
        if (pair.first == lecturer) row.terms.push_back({column, one()});
    }
    return row;
}

Row Rows::floor_seats(const Floor& floor) const {
    Row row{{}, -one() * floor.least_seats};
    for (const auto& [pair, column] : columns_.sent) {
        if (floor.offices.contains(pair.first)) row.terms.push_back({column, -one()});
    }
    return row;
}

// 100 · (weights met of its offices) >= percent · (weights met of all), said the other way round.
Row Rows::floor_share(const Floor& floor) const {
    Row row{{}, 0};
    for (const auto& [pair, column] : columns_.attend) {
        const auto programme = facts_.sessions.at(pair.second).programme;
        const bool theirs = floor.offices.contains(facts_.persons.at(pair.first).office);
        const Id percent = floor.least_percent - (theirs ? 100 : 0);
        row.terms.push_back({column, facts_.needs.at({pair.first, programme}) * percent});
    }
    return row;
}

}  // namespace nangluc::proof
