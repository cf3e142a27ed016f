#include "modules/competency/affected.hpp"

#include <unordered_set>

namespace nangluc::competency {

namespace {

// Where a unit stands and to which administrative level it belongs, asked once a unit.
class Places {
public:
    Places(db::Tx& tx, AsOf at) : tx_(tx), at_(at) {}

    struct Place {
        UnitPath path;
        std::string level;
    };
    const Place* find(UnitId unit) {
        const auto known = places_.find(unit);
        if (known != places_.end())
            return known->second.path.text.empty() ? nullptr : &known->second;

        auto& place = places_[unit];
        const auto path = organisation::path_of(tx_, unit, at_);
        if (!path) return nullptr;
        place.path = path.value();
        place.level = organisation::administrative_level_of(tx_, place.path, at_);
        return &place;
    }

private:
    db::Tx& tx_;
    AsOf at_;
    std::unordered_map<UnitId, Place> places_;
};

}  // namespace

Affected count_affected(
    db::Tx& tx, const std::vector<CompetencyId>& competencies, const UnitPath& below, AsOf at
) {
    Affected affected;
    for (const auto competency : competencies) affected.by_competency.emplace(competency, 0);
    if (competencies.empty()) return affected;

    std::vector<organisation::Holding> holdings;
    organisation::each_holding_below(tx, below, at, [&](const organisation::Holding& holding) {
        holdings.push_back(holding);
    });
    const auto table = load_requirement_table(tx, at);
    Places places(tx, at);
    std::unordered_map<CompetencyId, std::unordered_set<PersonId>> people;
    std::unordered_set<PersonId> everyone;
    for (const auto& holding : holdings) {
        const auto* place = places.find(holding.unit);
        if (!place) continue;
        const Standing standing{
            .person = holding.person,
            .holdings = {holding},
            .places = {place->path},
            .levels = {place->level},
        };
        for (const auto* requirement : table.of(standing, Goal::present)) {
            if (!affected.by_competency.contains(requirement->competency)) continue;
            people[requirement->competency].insert(holding.person);
            everyone.insert(holding.person);
        }
    }
    for (const auto& [competency, who] : people) {
        affected.by_competency[competency] = static_cast<int>(who.size());
    }
    affected.people = static_cast<int>(everyone.size());
    return affected;
}

}  // namespace nangluc::competency
