#pragma once

#include <string>
#include <vector>

#include "engines/assign/proof/facts.hpp"

namespace nangluc::proof {

// A row of the rules, named by its family and ids, and the price of its limit.
struct Priced {
    std::string family;
    std::vector<Id> at;
    std::vector<Id> given;  // programmes taken as attended
    Exact price;
};

// One side of a question: at most, or at least, so many of a column.
struct Answer {
    std::string of;      // session, sent, teach or attend
    std::vector<Id> at;  // session; office or lecturer and session; session and persons
    bool at_most = true;
    Id number = 0;

    bool same_question(const Answer& other) const {
        const auto own = at_most ? number : number - 1;
        const auto others = other.at_most ? other.number : other.number - 1;
        return of == other.of && at == other.at && own == others;
    }
};

struct Leaf {
    std::vector<std::size_t> prices;  // all but the last narrow, the last bounds
    std::vector<Answer> answers;      // from the root
};

struct Certificate {
    std::optional<Exact> value;  // nothing: no plan was found
    std::optional<Exact> bound;  // nothing: there is none that keeps every rule
    std::vector<Pair> lessons;   // lecturer, session
    std::vector<std::vector<Priced>> prices;
    std::vector<Leaf> leaves;
    std::optional<std::size_t>
        apart;  // in place of leaves: prices at which each is looked at alone
};

// Throws std::runtime_error with the line that is none of the grammar.
Certificate read_certificate(const std::string& text);

}  // namespace nangluc::proof
