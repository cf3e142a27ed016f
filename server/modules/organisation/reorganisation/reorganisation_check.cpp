#include <algorithm>
#include <map>
#include <unordered_set>

#include "modules/organisation/reorganisation/reorganisation.hpp"

namespace nangluc::organisation {

namespace {

class Checker {
public:
    Checker(const std::vector<Step>& steps, const Standing& standing)
        : steps_(steps),
          standing_(standing),
          busy_(standing.busy.begin(), standing.busy.end()),
          promised_(standing.promised.begin(), standing.promised.end()) {
        for (const auto& unit : standing.units) {
            stands_.insert(unit.id);
            parents_[unit.id] = unit.parent;
        }
        for (const auto& step : steps) note(step);
    }

    std::vector<Fault> faults() && {
        if (steps_.empty()) faults_.push_back({"/steps", "required"});
        for (at_ = 0; at_ < steps_.size(); ++at_) check_step(steps_[at_]);
        if (faults_.empty()) check_cycles();
        if (faults_.empty()) check_outcome();
        return std::move(faults_);
    }

private:
    // What the steps before and after do, so that each step is judged by the whole.
    void note(const Step& step) {
        if (step.kind == StepKind::establish) {
            established_.insert(step.unit);
            parents_[step.unit] = step.into;
        }
        if (step.kind == StepKind::move) parents_[step.unit] = step.into;
        if (step.kind == StepKind::merge) ended_.insert(step.units.begin(), step.units.end());
        if (step.kind == StepKind::split || step.kind == StepKind::abolish) {
            ended_.insert(step.unit);
        }
    }

    void check_step(const Step& step) {
        switch (step.kind) {
            case StepKind::establish:
                return check_establish(step);
            case StepKind::merge:
                return check_merge(step);
            case StepKind::split:
                return check_split(step);
            case StepKind::abolish:
                check_ended(step.unit, "/unit");
                if (step.into) return check_target(step.into, step.unit);
                if (!step.individually) fault("/into", "no_successor");
                return;
            case StepKind::move:
                check_touched(step.unit, "/unit", moved_);
                if (ended_.contains(step.unit)) fault("/unit", "twice");
                return check_target(step.into, step.unit);
            case StepKind::rename:
                check_touched(step.unit, "/unit", renamed_);
                if (ended_.contains(step.unit)) fault("/unit", "twice");
                return check_called(step.called);
        }
    }

    void check_establish(const Step& step) {
        if (!promised_.contains(step.unit)) fault("/unit", "not_promised");
        if (!touched_.insert(step.unit).second) fault("/unit", "twice");
        if (step.called.kind.empty()) fault("/called/kind", "required");
        if (step.called.level.empty()) fault("/called/level", "required");
        check_called(step.called);
        check_target(step.into, step.unit);
    }

    void check_merge(const Step& step) {
        if (step.units.empty()) fault("/units", "required");
        for (std::size_t i = 0; i < step.units.size(); ++i) {
            check_ended(step.units[i], "/units/" + std::to_string(i));
        }
        check_target(step.into, {});
    }

    void check_split(const Step& step) {
        check_ended(step.unit, "/unit");
        std::unordered_set<UnitId> parts;
        for (std::size_t i = 0; i < step.units.size(); ++i) {
            const auto place = "/units/" + std::to_string(i);
            if (!parts.insert(step.units[i]).second) fault(place, "twice");
            if (step.units[i] == step.unit) fault(place, "itself");
            if (!will_stand(step.units[i])) fault(place, "does_not_stand");
        }
        if (parts.size() < 2) fault("/units", "too_few");
        if (!step.into) return fault("/into", "required");
        if (!parts.contains(step.into)) fault("/into", "not_a_part");
    }

    void check_ended(UnitId unit, const std::string& place) {
        check_touched(unit, place, touched_);
    }

    void check_touched(UnitId unit, const std::string& place, std::unordered_set<UnitId>& by) {
        if (!unit) return fault(place, "required");
        if (!stands_.contains(unit)) return fault(place, "does_not_stand");
        if (unit == standing_.root) fault(place, "is_the_root");
        if (busy_.contains(unit)) fault(place, "changes_later");
        if (!by.insert(unit).second) fault(place, "twice");
    }

    void check_target(UnitId into, UnitId subject) {
        if (!into) return fault("/into", "required");
        if (into == subject) return fault("/into", "itself");
        if (!will_stand(into)) fault("/into", "does_not_stand");
    }

    void check_called(const Called& called) {
        if (called.name.empty()) fault("/called/name", "required");
        if (called.full_name.empty()) fault("/called/full_name", "required");
        if (called.type.empty()) fault("/called/type", "required");
    }

    bool will_stand(UnitId unit) const {
        return established_.contains(unit) || (stands_.contains(unit) && !ended_.contains(unit));
    }

    std::unordered_map<UnitId, UnitId> successors() const {
        std::unordered_map<UnitId, UnitId> successors;
        for (const auto& step : steps_) {
            if (step.kind == StepKind::merge) {
                for (const auto unit : step.units) successors[unit] = step.into;
            }
            if (step.kind == StepKind::abolish && step.into) successors[step.unit] = step.into;
        }
        return successors;
    }

    // From each moved or new unit the way up must reach the root.
    void check_cycles() {
        const auto passed_on = successors();
        for (at_ = 0; at_ < steps_.size(); ++at_) {
            if (steps_[at_].kind == StepKind::split) continue;
            if (!reaches_root(steps_[at_], passed_on)) fault("/into", "cycle");
        }
    }

    // A unit on the way that ends hands what is below it to its successor.
    bool reaches_root(const Step& step, const std::unordered_map<UnitId, UnitId>& passed_on) const {
        auto unit = step.into;
        for (std::size_t hops = 0; unit && unit != standing_.root; ++hops) {
            if (hops > parents_.size() || unit == step.unit) return false;
            const auto passed = passed_on.find(unit);
            unit = passed == passed_on.end() ? parent_of(unit) : passed->second;
        }
        return true;
    }

    UnitId parent_of(UnitId unit) const {
        const auto found = parents_.find(unit);
        return found == parents_.end() ? UnitId{} : found->second;
    }

    void check_outcome() {
        const auto outcome = outcome_of(steps_, standing_, {});
        check_targets(outcome);
        check_names(outcome.after);
        for (const auto& placed : outcome.placed) {
            if (busy_.contains(placed.unit)) return faults_.push_back({"/steps", "changes_later"});
        }
    }

    // A target may end without a step of its own, with the split unit above it.
    void check_targets(const Outcome& outcome) {
        std::unordered_set<UnitId> ended(outcome.ended.begin(), outcome.ended.end());
        for (at_ = 0; at_ < steps_.size(); ++at_) {
            const auto& step = steps_[at_];
            if (ended.contains(step.into)) fault("/into", "does_not_stand");
            if (step.kind != StepKind::split) continue;
            for (std::size_t i = 0; i < step.units.size(); ++i) {
                if (ended.contains(step.units[i])) {
                    fault("/units/" + std::to_string(i), "does_not_stand");
                }
            }
        }
    }

    void check_names(const std::vector<Unit>& after) {
        std::map<std::pair<std::string, std::string>, int> codes;
        std::map<std::pair<UnitId, std::string>, int> names;
        for (const auto& unit : after) {
            if (!unit.code.empty()) ++codes[{unit.level, unit.code}];
            ++names[{unit.path.parent(), unit.full_name}];
        }
        for (at_ = 0; at_ < steps_.size(); ++at_) {
            const auto& step = steps_[at_];
            if (step.kind != StepKind::establish && step.kind != StepKind::rename) continue;
            const auto unit = std::ranges::find(after, step.unit, &Unit::id);
            if (unit == after.end()) continue;
            if (!unit->code.empty() && codes[{unit->level, unit->code}] > 1) {
                fault("/called/code", "code_taken");
            }
            if (names[{unit->path.parent(), unit->full_name}] > 1) {
                fault("/called/full_name", "name_taken");
            }
        }
    }

    void fault(const std::string& place, std::string code) {
        faults_.push_back({"/steps/" + std::to_string(at_) + place, std::move(code)});
    }

    const std::vector<Step>& steps_;
    const Standing& standing_;
    std::unordered_set<UnitId> busy_;
    std::unordered_set<UnitId> promised_;
    std::unordered_set<UnitId> stands_;
    std::unordered_set<UnitId> established_;
    std::unordered_set<UnitId> ended_;
    std::unordered_set<UnitId> touched_;
    std::unordered_set<UnitId> moved_;
    std::unordered_set<UnitId> renamed_;
    std::unordered_map<UnitId, UnitId> parents_;
    std::vector<Fault> faults_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<Fault> check(const std::vector<Step>& steps, const Standing& standing) {
    return Checker(steps, standing).faults();
}

}  // namespace nangluc::organisation
