#include "modules/organisation/unit/unit_service.hpp"

#include <algorithm>
#include <unordered_set>

#include "kit/db/db.hpp"

namespace nangluc::organisation {

static std::vector<Unit> units_then(
    db::Tx& tx, const std::vector<Succession>& successions, UnitId Succession::*side, Instant known
) {
    std::vector<Unit> units;
    for (const auto& succession : successions) {
        if (auto unit = find_former_unit(tx, succession.*side, known)) {
            units.push_back(std::move(unit.value()));
        }
    }
    return units;
}

Result<UnitPage> UnitService::find(UnitId id, AsOf at) {
    return kit_.db.read([&](db::Tx& tx) -> Result<UnitPage> {
        UnitPage page;
        auto standing = find_unit(tx, id, at);
        page.stands = static_cast<bool>(standing);
        page.unit = page.stands ? take(standing) : TRY(find_former_unit(tx, id, at.known_at));
        page.ancestors = list_ancestors(tx, page.unit.path, at);

        const auto before = list_predecessors(tx, id);
        const auto after = list_successors(tx, id);
        page.predecessors = units_then(tx, before, &Succession::old_unit, at.known_at);
        page.successors = units_then(tx, after, &Succession::new_unit, at.known_at);
        page.successions = before;
        page.successions.insert(page.successions.end(), after.begin(), after.end());
        return page;
    });
}

static std::vector<Child> children_of(db::Tx& tx, UnitId parent, AsOf at) {
    const auto parents = list_parents_among(tx, parent, at);
    std::vector<Child> children;
    for (auto& unit : list_children(tx, parent, at)) {
        const bool has_children = std::ranges::find(parents, unit.id) != parents.end();
        children.push_back({std::move(unit), has_children});
    }
    return children;
}

Result<std::vector<Child>> UnitService::children(UnitId parent, AsOf at) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<Child>> {
        TRY(path_of(tx, parent, at));
        return children_of(tx, parent, at);
    });
}

std::vector<Child> UnitService::roots(AsOf at) {
    return kit_.db.read([&](db::Tx& tx) {
        std::vector<Child> roots;
        for (auto& unit : list_roots(tx, at)) {
            const bool has_children = !list_children(tx, unit.id, at).empty();
            roots.push_back({std::move(unit), has_children});
        }
        return roots;
    });
}

Result<std::vector<FoundUnit>> UnitService::search(
    const std::string& text, UnitId below, AsOf at, int limit
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<FoundUnit>> {
        const auto place = below ? TRY(path_of(tx, below, at)) : UnitPath();
        return find_units_below(tx, text, place, at, limit);
    });
}

Result<Counts> UnitService::counts(UnitId below, AsOf at) {
    return kit_.db.read([&](db::Tx& tx) -> Result<Counts> {
        const auto root = TRY(path_of(tx, below, at));
        return Counts{
            .levels = count_by_level(list_units_below(tx, root, at)),
            .quoted = list_quoted_counts(tx),
        };
    });
}

Result<Comparison> UnitService::compare(UnitId below, Date then, Date now) {
    return kit_.db.read([&](db::Tx& tx) -> Result<Comparison> {
        const auto root = TRY(path_of(tx, below, AsOf::latest(then)));
        const auto units_then = list_units_below(tx, root, AsOf::latest(then));
        const auto units_now = list_units_below(tx, root, AsOf::latest(now));

        std::unordered_set<UnitId> standing;
        for (const auto& unit : units_now) standing.insert(unit.id);
        const auto stands = [&](UnitId unit) { return standing.contains(unit); };
        const SuccessionMap successions(list_successions(tx));

        Comparison comparison{
            .then = count_by_level(units_then),
            .now = count_by_level(units_now),
        };
        std::unordered_set<UnitId> parents;
        for (const auto& unit : units_then) parents.insert(unit.parent);
        for (const auto& unit : units_then) {
            if (parents.contains(unit.id)) continue;
            switch (successions.follow(unit.id, stands).fate) {
                case Fate::stood:
                    ++comparison.stood;
                    break;
                case Fate::succeeded:
                    ++comparison.succeeded;
                    break;
                case Fate::placed_by_default:
                    ++comparison.placed_by_default;
                    break;
                case Fate::unknown:
                    comparison.unknown.push_back(unit);
                    break;
            }
        }
        return comparison;
    });
}

std::vector<StructureChange> UnitService::structure_changes() {
    return kit_.db.read([](db::Tx& tx) { return list_structure_changes(tx); });
}

}  // namespace nangluc::organisation
