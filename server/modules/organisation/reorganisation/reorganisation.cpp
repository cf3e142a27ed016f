#include "modules/organisation/reorganisation/reorganisation.hpp"

#include <algorithm>
#include <unordered_set>

namespace nangluc::organisation {

namespace {

// The structure while steps are carried out on it: who stands, called what, below whom.
class Draft {
public:
    Draft(const std::vector<Step>& steps, const Standing& standing) : standing_(standing) {
        for (const auto& unit : standing.units) {
            units_.emplace(unit.id, unit);
            order_.push_back(unit.id);
            below_[unit.parent].push_back(unit.id);
        }
        for (const auto& step : steps) establish(step);
        for (const auto& step : steps) carry_out(step);
    }

    Outcome outcome(Date effective_on) && {
        settle_places();
        for (auto& succession : outcome_.successions) succession.effective_on = effective_on;
        return std::move(outcome_);
    }

private:
    void establish(const Step& step) {
        if (step.kind == StepKind::merge) named_.insert(step.units.begin(), step.units.end());
        // A rename moves nothing: the unit still goes with the one above it.
        if (step.kind != StepKind::establish) {
            if (step.kind != StepKind::rename) named_.insert(step.unit);
            return;
        }
        Unit unit{.id = step.unit, .parent = step.into};
        call(unit, step.called);
        unit.kind = step.called.kind;
        unit.level = step.called.level;
        units_.emplace(unit.id, unit);
        order_.push_back(unit.id);
        outcome_.established.push_back({unit.id, step.called});
    }

    static void call(Unit& unit, const Called& called) {
        unit.code = called.code;
        unit.type = called.type;
        unit.name = called.name;
        unit.full_name = called.full_name;
        unit.full_name_en = called.full_name_en;
    }

    void carry_out(const Step& step) {
        switch (step.kind) {
            case StepKind::establish:
                break;
            case StepKind::merge:
                for (const auto unit : step.units) pass_whole(unit, step.into);
                break;
            case StepKind::split:
                end_with_all_below(step.unit, step.units, step.into);
                break;
            case StepKind::abolish:
                if (step.into) {
                    pass_whole(step.unit, step.into);
                } else {
                    end_with_all_below(step.unit, {}, {});
                }
                break;
            case StepKind::move:
                units_.at(step.unit).parent = step.into;
                break;
            case StepKind::rename:
                call(units_.at(step.unit), step.called);
                outcome_.renamed.push_back({step.unit, step.called});
                break;
        }
    }

    void pass_whole(UnitId unit, UnitId into) {
        end(unit);
        outcome_.successions.push_back({.old_unit = unit, .new_unit = into});
        for (const auto child : below_[unit]) {
            if (!named_.contains(child)) units_.at(child).parent = into;
        }
    }

    void end_with_all_below(UnitId unit, const std::vector<UnitId>& parts, UnitId standard) {
        end(unit);
        outcome_.asked.push_back(unit);
        for (const auto part : parts) {
            outcome_.successions.push_back(
                {.old_unit = unit,
                 .new_unit = part,
                 .extent = Extent::part,
                 .is_default = part == standard}
            );
        }
        for (const auto child : below_[unit]) {
            if (!named_.contains(child)) end_with_all_below(child, parts, standard);
        }
    }

    void end(UnitId unit) {
        ended_.insert(unit);
        outcome_.ended.push_back(unit);
    }

    UnitPath path_of(UnitId unit) {
        if (const auto known = paths_.find(unit); known != paths_.end()) return known->second;
        const auto& stands = units_.at(unit);
        auto path = unit == standing_.root ? stands.path : path_of(stands.parent).child(unit);
        paths_.emplace(unit, path);
        return path;
    }

    void settle_places() {
        for (const auto id : order_) {
            if (ended_.contains(id)) continue;
            auto& unit = units_.at(id);
            auto path = path_of(id);
            if (path != unit.path) outcome_.placed.push_back({id, unit.level, path});
            unit.path = std::move(path);
            outcome_.after.push_back(unit);
        }
        std::ranges::sort(outcome_.after, {}, &Unit::path);
    }

    const Standing& standing_;
    std::unordered_map<UnitId, Unit> units_;
    std::vector<UnitId> order_;
    std::unordered_map<UnitId, std::vector<UnitId>> below_;
    std::unordered_set<UnitId> named_;  // whose place a step of their own decides
    std::unordered_set<UnitId> ended_;
    std::unordered_map<UnitId, UnitPath> paths_;
    Outcome outcome_;
};

}  // namespace

Outcome outcome_of(const std::vector<Step>& steps, const Standing& standing, Date effective_on) {
    return Draft(steps, standing).outcome(effective_on);
}

bool may_place(const Outcome& outcome, UnitId unit, UnitId target) {
    if (std::ranges::find(outcome.after, target, &Unit::id) == outcome.after.end()) return false;
    bool has_parts = false;
    for (const auto& succession : outcome.successions) {
        if (succession.old_unit != unit) continue;
        if (succession.new_unit == target) return true;
        has_parts = true;
    }
    // A unit below a part is as good as the part: a division of the new commune.
    if (!has_parts) return true;
    const auto stands = std::ranges::find(outcome.after, target, &Unit::id);
    return std::ranges::any_of(outcome.successions, [&](const Succession& succession) {
        const auto part = std::ranges::find(outcome.after, succession.new_unit, &Unit::id);
        return succession.old_unit == unit && part != outcome.after.end() &&
               part->path.contains(stands->path);
    });
}

}  // namespace nangluc::organisation
