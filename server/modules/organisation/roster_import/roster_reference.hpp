#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "modules/organisation/roster_import/roster_import.hpp"

namespace nangluc::organisation {

// A post of the sub-tree with what it is authorised.
struct KnownPost {
    PostId id;
    UnitId unit;
    PositionId position;
    int authorised = 0;
    Date since;
};

// A unit that is called by a name no more: it was renamed, merged, split, or ended.
struct FormerUnit {
    UnitId unit;
    std::string full_name;
    // What stands in its place inside the sub-tree, the default first; the unit itself where it was
    // renamed only.
    std::vector<UnitId> now;
    bool is_renamed = false;
};

// Everything the rows of a roster are compared with, but the people: units, posts and catalogues of
// one sub-tree on one day. What stands outside does not exist here.
struct RosterReference {
    Date today;
    UnitId root;
    std::unordered_map<UnitId, Unit> units;
    // By folded full name, name and code. Divisions are found among those below a unit.
    std::unordered_map<std::string, std::vector<UnitId>> units_by_name;
    std::unordered_map<std::string, std::vector<FormerUnit>> former_by_name;
    std::unordered_map<std::string, std::vector<PositionId>> positions_by_name;
    std::map<PositionId, std::string> position_names;  // of those with a post here
    std::unordered_map<UnitId, std::vector<KnownPost>> posts_by_unit;
    std::unordered_map<PositionId, std::vector<PostId>> posts_by_position;
    std::unordered_map<PostId, KnownPost> posts;
    std::unordered_map<std::string, std::string> ranks_by_name;  // folded name or code -> code
    std::vector<std::string> rank_names;
    std::vector<std::string> rank_names_en;
    // How many letters staff numbers of digits alone have here, most of them; 0 where nobody knows.
    int usual_digits = 0;

    // Units at or below `above` that are called so.
    std::vector<UnitId> called(const std::string& folded, UnitId above) const;
};

// The word kept for a qualification, a sex or a kind of holding; empty where it is none.
std::string qualification_called(std::string_view text);
std::string sex_called(std::string_view text);
std::optional<HoldingKind> kind_called(std::string_view text);

// For the drop-downs of the template.
std::vector<std::string> qualification_choices(bool in_english);
std::vector<std::string> sex_choices(bool in_english);
std::vector<std::string> kind_choices(bool in_english);

}  // namespace nangluc::organisation
