#pragma once

#include <compare>
#include <map>
#include <unordered_map>
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
    // The profiles found so far, as the engine takes them.
    gaps::Profiles profiles() const;

private:
    using Set = std::vector<const competency::Requirement*>;

    // What of a holding its requirements can come from. The post itself counts only where some
    // requirement names a post, else every post would have a set of its own.
    struct Key {
        UnitId unit;
        PostId post;
        PositionId position;
        RankId rank;

        friend auto operator<=>(const Key&, const Key&) = default;
    };

    std::size_t number_of(Set set);
    Set personal_set(PersonId person, const UnitPath& place) const;

    const competency::RequirementTable& requirements_;
    const std::unordered_map<CompetencyId, gaps::Competency>& numbers_;
    bool asks_posts_ = false;
    std::unordered_map<std::int64_t, bool> asked_people_;
    std::map<Key, std::size_t> set_of_key_;
    std::map<Set, std::size_t> set_numbers_;
    std::vector<Set> sets_;
    std::map<std::vector<std::size_t>, gaps::ProfileNumber> profile_numbers_;
    std::vector<std::vector<std::size_t>> profiles_;
};

}  // namespace nangluc::needs
