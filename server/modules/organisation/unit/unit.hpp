#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/organisation/api.hpp"

namespace nangluc::organisation {

// How one unit passed into another.
enum class Extent { whole, part };
BOOST_DESCRIBE_ENUM(Extent, whole, part)

struct Succession {
    UnitId old_unit;
    UnitId new_unit;
    Extent extent = Extent::whole;
    bool is_default = true;
    Date effective_on;
    DecisionId decision = {};  // none where no table names it

    friend bool operator==(const Succession&, const Succession&) = default;
};

// How many units stood at one level on a date. `childless` counts those with nothing below them:
// five island districts had no communes, and published figures differ by just these.
struct LevelCount {
    std::string level;
    int units = 0;
    int childless = 0;

    friend bool operator==(const LevelCount&, const LevelCount&) = default;
};
BOOST_DESCRIBE_STRUCT(LevelCount, (), (level, units, childless))

// Levels in the order they are first met going down the tree.
std::vector<LevelCount> count_by_level(const std::vector<Unit>& units);

// Where each unit of an earlier day is counted today.
//     stood:     the unit still stands and is counted at itself
//     succeeded: at its only successor
//     placed_by_default: it was split; at the default target, and the report says so
//     unknown:   no table names a successor; the difference is named, not hidden
enum class Fate { stood, succeeded, placed_by_default, unknown };
BOOST_DESCRIBE_ENUM(Fate, stood, succeeded, placed_by_default, unknown)

struct Destination {
    UnitId unit;  // none where unknown
    Fate fate = Fate::unknown;

    friend bool operator==(const Destination&, const Destination&) = default;
};

// Follows successions, in time order, from a unit that stood once to one that stands now. `stands`
// tells whether a unit stands on the day asked about. A chain that comes back to itself is unknown.
class SuccessionMap {
public:
    explicit SuccessionMap(std::vector<Succession> successions);

    template <class Stands>
    Destination follow(UnitId unit, const Stands& stands) const {
        Destination at{unit, Fate::stood};
        for (int step = 0; step < longest_chain; ++step) {
            if (stands(at.unit)) return at;
            const auto* next = default_of(at.unit);
            if (next == nullptr) break;
            const bool split = next->extent == Extent::part || at.fate == Fate::placed_by_default;
            at = {next->new_unit, split ? Fate::placed_by_default : Fate::succeeded};
        }
        return {UnitId{}, Fate::unknown};
    }

private:
    static constexpr int longest_chain = 64;

    const Succession* default_of(UnitId unit) const;

    std::vector<Succession> defaults_;  // by old unit
};

}  // namespace nangluc::organisation
