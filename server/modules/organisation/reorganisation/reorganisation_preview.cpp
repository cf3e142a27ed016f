#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/clock.hpp"
#include "modules/organisation/reorganisation/reorganisation_service.hpp"
#include "modules/organisation/unit/unit_store.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::organisation {

namespace {

Unit unit_of_step(const Step& step) {
    const auto& called = step.called;
    return {
        .id = step.unit,
        .parent = step.into,
        .code = called.code,
        .kind = called.kind,
        .type = called.type,
        .level = called.level,
        .name = called.name,
        .full_name = called.full_name,
        .full_name_en = called.full_name_en,
    };
}

using Units = std::unordered_map<UnitId, Unit>;

// Standing or to be established, by id.
Units units_known(const Standing& standing, const std::vector<Step>& steps) {
    Units units;
    for (const auto& unit : standing.units) units.emplace(unit.id, unit);
    for (const auto& step : steps) {
        if (step.kind == StepKind::establish) units.emplace(step.unit, unit_of_step(step));
    }
    return units;
}

std::vector<Unit> units_named(const Standing& standing, const std::vector<Step>& steps) {
    const auto known = units_known(standing, steps);
    std::unordered_set<UnitId> seen;
    std::vector<Unit> units;
    const auto name = [&](UnitId id) {
        const auto unit = known.find(id);
        if (unit != known.end() && seen.insert(id).second) units.push_back(unit->second);
    };
    for (const auto& step : steps) {
        name(step.unit);
        for (const auto unit : step.units) name(unit);
        name(step.into);
    }
    return units;
}

// Units that the outcome touches, for the counts of other modules.
std::vector<UnitId> touched(const Outcome& outcome) {
    auto units = outcome.ended;
    for (const auto& placed : outcome.placed) units.push_back(placed.unit);
    for (const auto& named : outcome.renamed) units.push_back(named.unit);
    std::ranges::sort(units);
    units.erase(std::unique(units.begin(), units.end()), units.end());
    return units;
}

// Units below a divided one end with it and go where it goes: its line says so for them.
std::vector<Succession> tops_of(const Outcome& outcome, const Units& units) {
    std::set<std::pair<UnitId, UnitId>> known;
    for (const auto& line : outcome.successions) known.emplace(line.old_unit, line.new_unit);
    std::vector<Succession> tops;
    for (const auto& line : outcome.successions) {
        if (!known.contains({units.at(line.old_unit).parent, line.new_unit})) tops.push_back(line);
    }
    return tops;
}

// What an outcome comes to, counted on the day before it.
class Effect {
public:
    Effect(db::Tx& tx, const Outcome& outcome, const Units& units, AsOf day)
        : tx_(tx), outcome_(outcome), units_(units), day_(day) {}

    void tell_established(Preview& preview) const {
        for (const auto& named : outcome_.established) {
            preview.established.push_back(units_.at(named.unit));
        }
    }

    void tell_ended(Preview& preview) const {
        for (const auto unit : outcome_.ended) {
            preview.ended.push_back(units_.at(unit));
            preview.posts += count_posts_at(tx_, unit, day_);
        }
    }

    void tell_moved(Preview& preview) const {
        std::unordered_set<UnitId> established;
        for (const auto& named : outcome_.established) established.insert(named.unit);
        for (const auto& placed : outcome_.placed) {
            if (established.contains(placed.unit)) continue;
            preview.moved.push_back(units_.at(placed.unit));
            preview.people_moved += count_people_at(tx_, placed.unit, day_);
        }
        for (const auto& succession : outcome_.successions) {
            if (succession.extent != Extent::whole) continue;
            preview.people_moved += count_people_at(tx_, succession.old_unit, day_);
        }
    }

    void tell_flows(Preview& preview) const {
        for (const auto& line : tops_of(outcome_, units_)) {
            const auto& unit = units_.at(line.old_unit);
            const int people = count_people_below(tx_, unit.path, day_);
            preview.flows.push_back(
                {unit, units_.at(line.new_unit), line.extent, line.is_default, people}
            );
        }
    }

private:
    db::Tx& tx_;
    const Outcome& outcome_;
    const Units& units_;
    AsOf day_;
};

}  // namespace

std::vector<ReorganisationPage> ReorganisationService::list(const Actor& actor) {
    return kit_.db.read([&](db::Tx& tx) {
        std::vector<ReorganisationPage> pages;
        for (auto& found : list_reorganisations(tx)) {
            if (auto page = find(actor, found.id, tx)) pages.push_back(take(page));
        }
        return pages;
    });
}

Result<ReorganisationPage> ReorganisationService::find(const Actor& actor, ReorganisationId id) {
    return kit_.db.read([&](db::Tx& tx) -> Result<ReorganisationPage> {
        auto page = TRY(find(actor, id, tx));
        page.units = units_named(standing_for(tx, page.reorganisation), page.reorganisation.steps);
        for (auto& act : page.acts) act.by_name = platform::name_of_account(tx, act.account);
        return page;
    });
}

Result<ReorganisationPage> ReorganisationService::find(
    const Actor& actor, ReorganisationId id, db::Tx& tx
) {
    auto found = TRY(find_reorganisation(tx, id));
    auto root = find_unit(tx, found.root, AsOf::latest(add_days(found.effective_on, -1)));
    if (!root) return not_found("reorganisation");
    const auto& place = root.value().path;
    if (!actor.may(Permission::prepare_reorganisations, place)) {
        TRY(actor.require(Permission::decide_reorganisations, place, "reorganisation"));
    }
    ReorganisationPage page{.acts = list_acts(tx, id)};
    page.actions = actions_of(actor, found, place, page.acts);
    page.root = take(root);
    page.reorganisation = std::move(found);
    return page;
}

Result<Preview> ReorganisationService::preview(const Actor& actor, ReorganisationId id) {
    return kit_.db.read([&](db::Tx& tx) -> Result<Preview> {
        const auto found = TRY(find(actor, id, tx)).reorganisation;
        const auto standing = standing_for(tx, found);
        Preview preview{.before = count_by_level(standing.units)};
        if (found.status != ReorganisationStatus::applied) {
            preview.faults = check(found.steps, standing);
            if (!preview.faults.empty()) return preview;
        }
        const auto outcome = outcome_of(found.steps, standing, found.effective_on);
        const auto units = units_known(standing, found.steps);
        preview.after = count_by_level(outcome.after);
        const Effect effect(tx, outcome, units, AsOf::latest(add_days(found.effective_on, -1)));
        effect.tell_established(preview);
        effect.tell_ended(preview);
        effect.tell_moved(preview);
        effect.tell_flows(preview);
        for (const auto& person : list_people_to_place(tx, found, outcome.asked)) {
            ++preview.people_asked;
            if (person.placed) ++preview.people_placed;
        }
        for (const auto& impact : impacts_) {
            const auto told = impact(tx, touched(outcome), found.effective_on);
            preview.impacts.insert(preview.impacts.end(), told.begin(), told.end());
        }
        return preview;
    });
}

Result<std::vector<Unplaced>> ReorganisationService::unplaced(
    const Actor& actor, ReorganisationId id
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<Unplaced>> {
        const auto page = TRY(find(actor, id, tx));
        TRY(actor.require(Permission::read_people, page.root.path, "reorganisation"));
        const auto& found = page.reorganisation;
        const auto standing = standing_for(tx, found);
        if (found.status != ReorganisationStatus::applied &&
            !check(found.steps, standing).empty()) {
            return std::vector<Unplaced>();
        }
        const auto outcome = outcome_of(found.steps, standing, found.effective_on);
        const auto units = units_known(standing, found.steps);
        std::unordered_map<UnitId, std::vector<Unit>> parts;
        for (const auto& succession : outcome.successions) {
            parts[succession.old_unit].push_back(units.at(succession.new_unit));
        }
        std::vector<Unplaced> lines;
        for (auto& person : list_people_to_place(tx, found, outcome.asked)) {
            const auto unit = person.unit;
            lines.push_back({std::move(person), units.at(unit).full_name, parts[unit]});
        }
        return lines;
    });
}

}  // namespace nangluc::organisation
