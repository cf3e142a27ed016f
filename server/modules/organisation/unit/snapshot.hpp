#pragma once

#include <functional>
#include <string>
#include <vector>

#include "modules/organisation/unit/unit.hpp"

namespace nangluc::organisation {

// One line of a published list of units: how a unit was called and where it stood that day.
struct SnapshotUnit {
    std::string code;
    std::string level;
    std::string type;
    std::string name;
    std::string full_name;
    std::string name_en;
    std::string full_name_en;
    std::string parent_code;  // of the nearest level above; empty: the nation

    friend bool operator==(const SnapshotUnit&, const SnapshotUnit&) = default;
};

// One line of a published mapping. Codes belong to their level and to their side of the change.
struct SuccessionLine {
    std::string old_level;
    std::string old_code;
    std::string new_level;
    std::string new_code;
    Extent extent = Extent::whole;
    bool is_default = true;
};

// The state of a country on a date. `reform` maps the units of the snapshot before to these; where
// it is empty, a unit of the same level and code is the same unit.
struct Snapshot {
    Date on;
    std::vector<SnapshotUnit> units;
    std::vector<SuccessionLine> reform = {};
    DecisionId decision = {};
};

struct DatedName {
    UnitId unit;
    SnapshotUnit called;
    Period period;
    DecisionId decision;
};

struct DatedPlace {
    UnitId unit;
    UnitId parent;
    std::string level;
    UnitPath path;
    int seq = 0;
    Period period;
    DecisionId decision;
};

// What a row of snapshots says about identities, names and places in time.
struct UnitHistory {
    std::vector<UnitId> units;
    std::vector<DatedName> names;
    std::vector<DatedPlace> places;
    std::vector<Succession> successions;
};

// Turns snapshots, in time order, into dated facts below one root.
//
// A code is not an identity. Across a reform a unit continues only if it has a single predecessor
// of its own level and code, whole; every other one is new, with its successions. A successor may
// stand on another level. `make_id` is called once for each new unit, in the order of the lists.
UnitHistory history_of(
    UnitId root, const std::vector<Snapshot>& snapshots, const std::function<UnitId()>& make_id
);

}  // namespace nangluc::organisation
