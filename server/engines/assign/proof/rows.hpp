#pragma once

#include <vector>

#include "engines/assign/proof/certificate.hpp"
#include "engines/assign/proof/columns.hpp"

namespace nangluc::proof {

struct Term {
    std::size_t column;
    Exact coefficient;
};

// Σ coefficient · column <= limit for every plan that keeps the rules.
struct Row {
    std::vector<Term> terms;
    Exact limit;
};

// The row that a name stands for, written anew from the facts. Throws std::out_of_range or
// std::runtime_error for a name that stands for nothing.
class Rows {
public:
    Rows(const Facts& facts, const Columns& columns);
    Row row(const Priced& named) const;

private:
    struct Seat {
        std::size_t column;
        Id session;
    };

    Row class_size(Id session, Id seats, int sign) const;
    Row budget() const;
    Row sent(Id office, Id session, int sign) const;
    Row presence(Id office, Id slot) const;
    Row presence_link(Id office, Id session) const;
    Row once(Id person, Id programme) const;
    Row slot(Id person, Id slot) const;
    Row prerequisite(Id person, Id programme, Id slot) const;
    Row max_hours(Id person) const;
    Row max_sessions(Id person) const;
    Row min_hours(Id person, const std::vector<Id>& given) const;
    Row link(Id person, Id session) const;
    Row rooms(Id venue, Id slot, Id seats) const;
    Row taught(Id session) const;
    Row teaches_slot(Id lecturer, Id slot) const;
    Row teaches_most(Id lecturer) const;
    Row floor_seats(const Floor& floor) const;
    Row floor_share(const Floor& floor) const;
    std::optional<Row> supply(const Priced& named) const;

    const std::vector<Seat>& seats_of(Id person) const;
    const Session& session(const Seat& seat) const { return facts_.sessions.at(seat.session); }
    Id hours(const Seat& seat) const;

    const Facts& facts_;
    const Columns& columns_;
    std::map<Id, std::vector<Seat>> seats_;               // by person
    std::map<Id, std::vector<std::size_t>> sent_to_;      // by session
    std::map<Pair, std::vector<std::size_t>> attending_;  // by office and session
};

}  // namespace nangluc::proof
