#include "modules/competency/requirement/affected.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "modules/competency/requirement/requirement_store.hpp"

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

namespace {

// All that is in force for the competency, with that one requirement as it is given; left out where
// it is not in force on the date.
RequirementTable table_with(db::Tx& tx, const Requirement& stated, AsOf at) {
    auto requirements = list_requirements_in_force(tx, at);
    std::erase_if(requirements, [&](const Requirement& other) {
        return other.competency != stated.competency || other.id == stated.id;
    });
    if (stated.period.contains(at.on)) requirements.push_back(stated);

    std::unordered_map<UnitId, UnitPath> scopes;
    for (const auto& requirement : requirements) {
        if (scopes.contains(requirement.scope)) continue;
        const auto path = organisation::path_of(tx, requirement.scope, at);
        if (path) scopes.emplace(requirement.scope, path.value());
    }
    return {std::move(requirements), scopes};
}

struct Asked {
    int minimum = 0;
    bool by_it = false;
};
Asked ask(const RequirementTable& table, const Standing& standing, const Requirement& stated) {
    Asked asked;
    for (const auto* requirement : table.of(standing, stated.goal)) {
        asked.minimum = std::max(asked.minimum, requirement->minimum);
        asked.by_it = asked.by_it || requirement->id == stated.id;
    }
    return asked;
}

}  // namespace

Result<AskedChanges> list_asked_changes(
    db::Tx& tx, RequirementId id, const Restatement& restatement, AsOf at
) {
    const auto stated = TRY(find_requirement(tx, id)).requirement;
    auto restated = stated;
    restated.minimum = restatement.minimum.value_or(stated.minimum);
    restated.period.from = restatement.from.value_or(stated.period.from);
    restated.period.until = restatement.until.value_or(stated.period.until);
    const auto scope = TRY(organisation::path_of(tx, stated.scope, at));

    std::vector<organisation::Holding> holdings;
    organisation::each_holding_below(tx, scope, at, [&](const organisation::Holding& holding) {
        holdings.push_back(holding);
    });
    const auto table_before = table_with(tx, stated, at);
    const auto table_after = table_with(tx, restated, at);
    Places places(tx, at);
    std::map<PersonId, AskedChange> people;
    for (const auto& holding : holdings) {
        const auto* place = places.find(holding.unit);
        if (!place) continue;
        const Standing standing{
            .person = holding.person,
            .holdings = {holding},
            .places = {place->path},
            .levels = {place->level},
        };
        const auto before = ask(table_before, standing, stated);
        const auto after = ask(table_after, standing, restated);
        if (!before.by_it && !after.by_it) continue;
        auto& change = people[holding.person];
        change.person = holding.person;
        change.before = std::max(change.before, before.minimum);
        change.after = std::max(change.after, after.minimum);
    }

    AskedChanges changes{.scope = scope, .competency = stated.competency, .people = {}};
    for (const auto& [person, change] : people) changes.people.push_back(change);
    return changes;
}

}  // namespace nangluc::competency
