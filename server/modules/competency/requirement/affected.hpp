#pragma once

#include <unordered_map>
#include <vector>

#include "kit/db/db.hpp"
#include "modules/competency/api.hpp"

namespace nangluc::competency {

// People at or below a place of whom a competency is required, each counted once a competency, and
// once in all.
struct Affected {
    std::unordered_map<CompetencyId, int> by_competency;
    int people = 0;
};
Affected count_affected(
    db::Tx& tx, const std::vector<CompetencyId>& competencies, const UnitPath& below, AsOf at
);

}  // namespace nangluc::competency
