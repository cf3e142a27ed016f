#pragma once

#include <map>
#include <string>
#include <vector>

#include "kit/kit.hpp"
#include "modules/organisation/person/people_load.hpp"

namespace nangluc::world {

// The words of a cell, which stand with one space between them.
std::vector<std::string> words_of(const std::string& text);

struct DivisionPlan {
    std::string code;
    std::string type;
    std::string name;
    std::string name_en;
    std::string system;
    std::vector<std::string> applies_to;  // types of unit
};

struct PostPlan {
    std::string position;
    int authorised = 1;
};

// The catalogues of the world and how its offices are staffed, read from data/world.
struct Offices {
    std::vector<organisation::RankRow> ranks;
    std::vector<organisation::GroupRow> groups;
    std::map<std::string, organisation::PositionRow> positions;  // by code
    std::map<std::string, std::string> rank_of_position;         // codes
    std::vector<DivisionPlan> divisions;
    std::map<std::string, std::vector<PostPlan>> posts;  // by division

    // Divisions of an office of that type.
    std::vector<const DivisionPlan*> divisions_of(const std::string& unit_type) const;
};

Result<Offices> read_offices(const Kit& kit, const std::string& folder);
void load_catalogues(db::Tx& tx, const Offices& offices);

}  // namespace nangluc::world
