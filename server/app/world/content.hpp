#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/world/offices.hpp"
#include "app/world/staffing.hpp"
#include "modules/competency/api.hpp"
#include "modules/programmes/api.hpp"

namespace nangluc::world {

// Where the world's requirements and rules hold, and the communes that have a rule of their own.
struct Scopes {
    UnitId nation;
    UnitId requirements;                    // the nation, or the demo province
    std::map<std::string, UnitId> by_code;  // communes
};

// Frameworks, requirements, rating rules and the catalogue of programmes, as data/world states
// them.
struct Content {
    std::vector<competency::Competency> competencies;
    std::map<std::string, ProgrammeVersionId> programmes;  // by code
};
Result<Content> load_content(
    db::Tx& tx,
    const Kit& kit,
    const std::string& share,
    const Offices& offices,
    const Scopes& scopes
);

}  // namespace nangluc::world
