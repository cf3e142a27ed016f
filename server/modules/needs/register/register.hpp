#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "engines/gaps/live.hpp"
#include "kit/db/db.hpp"
#include "modules/competency/api.hpp"
#include "modules/needs/api.hpp"
#include "modules/organisation/api.hpp"

namespace nangluc::needs {

// Everybody who holds a post today, as the gap engine counts them: units in pre-order, people in
// their main unit, profiles of requirements, packed levels. A cache of the rows, built from them at
// any time; `live` follows single changes.
struct Register {
    Date on;
    std::vector<organisation::Unit> units;  // by unit number
    std::vector<PersonId> people;           // by person number, ascending
    std::vector<GroupId> position_groups;   // of the main posts, by person number
    std::vector<PositionId> positions;      // likewise
    std::vector<int> headcount;             // at or below, by unit number
    std::vector<competency::Competency>
        competencies;  // by place in the blocks; gaps in it have no id
    gaps::LiveCube live;

    // By id; gaps::no_unit and none where the register does not know it.
    gaps::UnitNumber number_of(UnitId unit) const;
    std::optional<gaps::PersonNumber> number_of(PersonId person) const;
    std::optional<gaps::Competency> number_of(CompetencyId competency) const;

    std::unordered_map<UnitId, gaps::UnitNumber> unit_numbers;
    std::unordered_map<CompetencyId, gaps::Competency> competency_numbers;
};

// Today's, of the whole country, with the levels of the projection. People and levels are read side
// by side, each in a snapshot of its own: a level that changes between the two may or may not be
// in it, and its news brings it in.
std::unique_ptr<Register> build_register(db::Db& db, AsOf now);

// What stands at or below a place, the levels reckoned from the ratings for that date: a few
// milliseconds a person.
std::unique_ptr<Register> reckon_register(db::Tx& tx, const UnitPath& below, AsOf at);

}  // namespace nangluc::needs
