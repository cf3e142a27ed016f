#pragma once

#include <compare>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engines/gaps/profiles.hpp"
#include "modules/competency/api.hpp"

namespace nangluc::needs {

// Finds for millions of people which set of requirements applies, and gives each different set a
// profile number. Holdings that bring the same reasons at the same place share one set; people with
// the same sets share one profile: a few thousand for a nation.
class ProfileTable {
public:
    ProfileTable(
        const competency::RequirementTable& requirements,
        const std::unordered_map<CompetencyId, gaps::Competency>& numbers
    );

    // The set that one holding brings at a place of an administrative level.
    std::size_t set_of(
        const organisation::Holding& holding, const UnitPath& place, const std::string& level
    );
    // The profile of a person with these sets; a personal requirement makes a profile of its own.
    gaps::ProfileNumber profile_of(
        PersonId person, const UnitPath& place, std::vector<std::size_t> sets
    );
    // Whether any requirement comes from a rank.
    bool asks_ranks() const { return asks_ranks_; }
    // The profiles found so far, as the engine takes them.
    gaps::Profiles profiles() const;

private:
    using Set = std::vector<const competency::Requirement*>;

    // What of a holding its requirements can come from. The place counts by the nearest unit at or
    // above it for which something is required, and the post only where some requirement names a
    // post: else every unit, or every post, would have sets of its own.
    struct Key {
        UnitId scope;
        std::size_t level;
        PostId post;
        PositionId position;
        RankId rank;

        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const noexcept;
    };

    UnitId scope_of(UnitId unit, const UnitPath& place);
    std::size_t number_of_level(const std::string& level);
    std::size_t number_of(Set set);
    Set personal_set(PersonId person, const UnitPath& place) const;

    const competency::RequirementTable& requirements_;
    const std::unordered_map<CompetencyId, gaps::Competency>& numbers_;
    bool asks_posts_ = false;
    bool asks_ranks_ = false;
    std::unordered_map<std::int64_t, bool> asked_people_;
    std::unordered_set<UnitId> scopes_;
    std::unordered_map<UnitId, UnitId> scope_of_unit_;
    std::vector<std::string> levels_;
    std::unordered_map<Key, std::size_t, KeyHash> set_of_key_;
    std::map<Set, std::size_t> set_numbers_;
    std::vector<Set> sets_;
    std::map<std::vector<std::size_t>, gaps::ProfileNumber> profile_numbers_;
    std::vector<std::vector<std::size_t>> profiles_;
};

}  // namespace nangluc::needs
