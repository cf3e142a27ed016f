#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "modules/needs/register/register.hpp"

namespace nangluc::needs {

using CompetencyNames = std::unordered_map<CompetencyId, competency::Competency>;

enum class RankBy { competency, area, position };
BOOST_DESCRIBE_ENUM(RankBy, competency, area, position)

// How much a level of a competency counts beside the others; 1 where nothing is said.
using Weights = std::unordered_map<CompetencyId, int>;

// One line of a ranking: whom and what it is about, and how much is missing there.
struct Need {
    CompetencyId competency;  // by competency
    std::string area;         // by area
    PositionId position;      // by position: of the main post
    int people = 0;           // with a gap, each once
    int levels = 0;           // missing together
    std::int64_t weighted = 0;
};

// Where the need is greatest at or below a unit: people × size of gap × weight, the largest first.
// `names` say of which area a competency is.
std::vector<Need> rank_needs(
    const Register& reg,
    gaps::UnitNumber unit,
    RankBy by,
    const Weights& weights,
    const CompetencyNames& names
);

}  // namespace nangluc::needs
