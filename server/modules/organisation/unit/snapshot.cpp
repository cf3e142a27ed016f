#include "modules/organisation/unit/snapshot.hpp"

#include <map>
#include <stdexcept>
#include <unordered_map>

namespace nangluc::organisation {

namespace {

using Key = std::pair<std::string, std::string>;  // level and code

// A unit that stands, with the facts of it that are still open.
struct Standing {
    UnitId unit;
    std::size_t name = 0;  // index of its open row
    std::size_t place = 0;
};

using StandingByKey = std::map<Key, Standing>;

class Historian {
public:
    Historian(UnitId root, const std::function<UnitId()>& make_id)
        : root_(UnitPath::root(root)), make_id_(make_id) {}

    void tell(const Snapshot& snapshot) {
        const auto before = std::move(standing_);
        standing_.clear();
        const auto continuing = continuing_units(snapshot, before);

        int seq = 0;
        for (const auto& unit : in_order_of_tree(snapshot)) {
            const Key key{unit->level, unit->code};
            const auto same = continuing.find(key);
            const auto now = same == continuing.end() ? begin(*unit, snapshot, seq)
                                                      : go_on(same->second, *unit, snapshot, seq);
            standing_.emplace(key, now);
            ++seq;
        }
        end_the_others(before, snapshot.on);
        add_successions(snapshot, before);
    }

    UnitHistory take() { return std::move(history_); }

private:
    // Parents before children, each level in the order of the list.
    static std::vector<const SnapshotUnit*> in_order_of_tree(const Snapshot& snapshot) {
        std::vector<const SnapshotUnit*> ordered;
        for (const auto* level : {"province", "district", "commune"}) {
            for (const auto& unit : snapshot.units) {
                if (unit.level == level) ordered.push_back(&unit);
            }
        }
        if (ordered.size() != snapshot.units.size()) {
            throw std::invalid_argument("a unit of the snapshot is of an unknown level");
        }
        return ordered;
    }

    static StandingByKey continuing_units(const Snapshot& snapshot, const StandingByKey& before) {
        if (snapshot.reform.empty()) return before;

        std::map<Key, std::vector<const SuccessionLine*>> predecessors;
        for (const auto& line : snapshot.reform) {
            predecessors[{line.new_level, line.new_code}].push_back(&line);
        }
        StandingByKey continuing;
        for (const auto& [key, lines] : predecessors) {
            const auto& line = *lines.front();
            const bool is_same = lines.size() == 1 && line.extent == Extent::whole &&
                                 key == Key{line.old_level, line.old_code};
            if (is_same) continuing.emplace(key, before.at(key));
        }
        return continuing;
    }

    const UnitPath& path_above(const SnapshotUnit& unit) const {
        if (unit.parent_code.empty()) return root_;
        const auto* above = unit.level == "commune" ? "district" : "province";
        auto parent = standing_.find({above, unit.parent_code});
        // Without districts a commune hangs on its province.
        if (parent == standing_.end()) parent = standing_.find({"province", unit.parent_code});
        if (parent == standing_.end()) {
            throw std::invalid_argument("no parent " + unit.parent_code + " for " + unit.full_name);
        }
        return history_.places[parent->second.place].path;
    }

    Standing begin(const SnapshotUnit& unit, const Snapshot& snapshot, int seq) {
        const auto id = make_id_();
        history_.units.push_back(id);
        return {id, open_name(id, unit, snapshot), open_place(id, unit, snapshot, seq)};
    }

    Standing go_on(Standing now, const SnapshotUnit& unit, const Snapshot& snapshot, int seq) {
        const auto& called = history_.names[now.name].called;
        const bool same_words = called.type == unit.type && called.full_name == unit.full_name &&
                                called.full_name_en == unit.full_name_en;
        if (!same_words) {
            history_.names[now.name].period.until = snapshot.on;
            now.name = open_name(now.unit, unit, snapshot);
        }
        if (history_.places[now.place].path != path_above(unit).child(now.unit)) {
            history_.places[now.place].period.until = snapshot.on;
            now.place = open_place(now.unit, unit, snapshot, seq);
        }
        return now;
    }

    std::size_t open_name(UnitId id, const SnapshotUnit& unit, const Snapshot& snapshot) {
        history_.names.push_back({id, unit, {snapshot.on}, snapshot.decision});
        return history_.names.size() - 1;
    }

    std::size_t open_place(UnitId id, const SnapshotUnit& unit, const Snapshot& snapshot, int seq) {
        const auto& above = path_above(unit);
        DatedPlace place{
            .unit = id,
            .parent = above.unit(),
            .level = unit.level,
            .path = above.child(id),
            .seq = seq,
            .period = {snapshot.on},
            .decision = snapshot.decision,
        };
        history_.places.push_back(std::move(place));
        return history_.places.size() - 1;
    }

    void end_the_others(const StandingByKey& before, Date on) {
        std::unordered_map<UnitId, bool> stands;
        for (const auto& [key, unit] : standing_) stands[unit.unit] = true;
        for (const auto& [key, unit] : before) {
            if (stands.contains(unit.unit)) continue;
            history_.names[unit.name].period.until = on;
            history_.places[unit.place].period.until = on;
        }
    }

    void add_successions(const Snapshot& snapshot, const StandingByKey& before) {
        for (const auto& line : snapshot.reform) {
            const auto old_unit = before.at({line.old_level, line.old_code}).unit;
            const auto new_unit = standing_.at({line.new_level, line.new_code}).unit;
            if (old_unit == new_unit) continue;
            history_.successions.push_back(
                {old_unit, new_unit, line.extent, line.is_default, snapshot.on, snapshot.decision}
            );
        }
    }

    UnitPath root_;
    const std::function<UnitId()>& make_id_;
    StandingByKey standing_;
    UnitHistory history_;
};

}  // namespace

UnitHistory history_of(
    UnitId root, const std::vector<Snapshot>& snapshots, const std::function<UnitId()>& make_id
) {
    Historian historian(root, make_id);
    for (const auto& snapshot : snapshots) historian.tell(snapshot);
    return historian.take();
}

}  // namespace nangluc::organisation
