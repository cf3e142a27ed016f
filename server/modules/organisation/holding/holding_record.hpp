#pragma once

#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/holding/holding.hpp"

namespace nangluc::organisation {

// Writing and reading the whole record of holdings, as known now.

// One line of a person's career, named as things were called when it began.
struct CareerLine {
    Holding holding;
    std::string position_name;
    std::string position_name_en;
    std::string unit_name;
    std::string note;
};

// Absent: not_found("post").
Result<PostRecord> find_post_record(db::Tx& tx, PostId post);
// Absent or superseded: not_found("holding").
Result<Holding> find_holding(db::Tx& tx, HoldingId holding);
std::vector<Holding> list_career(db::Tx& tx, PersonId person);
// The latest first.
std::vector<CareerLine> list_career_lines(db::Tx& tx, PersonId person, Instant known_at);

// Keeps the holding under a new id, which it returns.
HoldingId add_holding(db::Tx& tx, const Kit& kit, const Holding& holding, const std::string& note);
// No longer known from now on; what is to stand in its place is added.
void supersede_holding(db::Tx& tx, const Kit& kit, HoldingId holding);

}  // namespace nangluc::organisation
