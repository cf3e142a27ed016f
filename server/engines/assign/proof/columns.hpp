#pragma once

#include <map>
#include <vector>

#include "engines/assign/proof/facts.hpp"

namespace nangluc::proof {

// What may be decided, one column each, with the gain of it: a session opens, an office sends so
// many to a session, a person attends it, a lecturer teaches it, hours of a person stay missing.
// People attend only what they can ever attend; everything else about them is left to the rows.
struct Columns {
    std::map<Id, std::size_t> open;
    std::map<Pair, std::size_t> sent;    // office, session
    std::map<Pair, std::size_t> attend;  // person, session
    std::map<Pair, std::size_t> teach;   // lecturer, session
    std::map<Id, std::size_t> missing;   // person

    std::vector<Exact> gains;
    Exact beforehand;         // what every plan gains
    std::vector<Id> lower;    // each lies between this
    std::vector<Id> upper;    // and this
    std::vector<Id> session;  // without which the column is 0
    std::vector<bool> whole;
    bool nothing = false;  // a seat is settled that can never be: there is no plan

    static constexpr Id none = INT64_MIN;
};

Columns columns_of(const Facts& facts);

}  // namespace nangluc::proof
