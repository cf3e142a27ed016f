#pragma once

#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/unit/unit_store.hpp"

namespace nangluc::organisation {

// A unit with what its page shows. Former units are shown as they last were, with `stands` false.
struct UnitPage {
    Unit unit;
    bool stands = true;
    std::vector<Unit> ancestors;
    std::vector<Unit> predecessors;  // as they last stood
    std::vector<Unit> successors;
    std::vector<Succession> successions;  // both ways
};

struct Child {
    Unit unit;
    bool has_children = false;
};

struct Counts {
    std::vector<LevelCount> levels;
    std::vector<QuotedCount> quoted;
};

// Where the units of an earlier day are counted in the structure of a later one.
struct Comparison {
    std::vector<LevelCount> then;
    std::vector<LevelCount> now;
    // Units of then at the lowest level, by what became of them.
    int stood = 0;
    int succeeded = 0;
    int placed_by_default = 0;
    std::vector<Unit> unknown;  // named, because no table knows where they went
};

// Reading the structure. Names, codes and places of units are public to whoever is signed in.
class UnitService {
public:
    explicit UnitService(const Kit& kit) : kit_(kit) {}

    Result<UnitPage> find(UnitId id, AsOf at);
    Result<std::vector<Child>> children(UnitId parent, AsOf at);
    std::vector<Child> roots(AsOf at);
    // Below the whole country where `below` is none.
    Result<std::vector<FoundUnit>> search(
        const std::string& text, UnitId below, AsOf at, int limit
    );
    Result<Counts> counts(UnitId below, AsOf at);
    Result<Comparison> compare(UnitId below, Date then, Date now);
    std::vector<StructureChange> structure_changes();

private:
    const Kit& kit_;
};

}  // namespace nangluc::organisation
