#include "modules/needs/register/profile_table.hpp"

#include <algorithm>

#include "base/repeated.hpp"

namespace nangluc::needs {

using competency::Goal;
using competency::ReasonKind;

ProfileTable::ProfileTable(
    const competency::RequirementTable& requirements,
    const std::unordered_map<CompetencyId, gaps::Competency>& numbers
)
    : requirements_(requirements), numbers_(numbers) {
    for (const auto& requirement : requirements.all()) {
        if (requirement.reason.kind == ReasonKind::post) asks_posts_ = true;
        if (requirement.reason.kind == ReasonKind::rank) asks_ranks_ = true;
        if (requirement.reason.kind == ReasonKind::person) {
            asked_people_[requirement.reason.id] = true;
        }
        scopes_.insert(requirement.scope);
    }
    // Number 0 is the empty set: profile 0 requires nothing.
    number_of({});
    profile_of({}, {}, {});
}

std::size_t ProfileTable::KeyHash::operator()(const Key& key) const noexcept {
    std::size_t hash = 0;
    for (const auto part :
         {key.scope.value,
          static_cast<std::int64_t>(key.level),
          key.post.value,
          key.position.value,
          key.rank.value}) {
        hash = (hash ^ static_cast<std::size_t>(part)) * 0x9e3779b97f4a7c15;
        hash ^= hash >> 32;
    }
    return hash;
}

UnitId ProfileTable::scope_of(UnitId unit, const UnitPath& place) {
    const auto [found, is_new] = scope_of_unit_.emplace(unit, UnitId{});
    if (!is_new) return found->second;
    const auto width = place.text.size() / static_cast<std::size_t>(std::max(place.depth(), 1));
    for (auto above = place; !above.text.empty(); above.text.erase(above.text.size() - width)) {
        if (scopes_.contains(above.unit())) return found->second = above.unit();
    }
    return {};
}

std::size_t ProfileTable::number_of_level(const std::string& level) {
    const auto found = std::ranges::find(levels_, level);
    if (found != levels_.end()) return static_cast<std::size_t>(found - levels_.begin());
    levels_.push_back(level);
    return levels_.size() - 1;
}

std::size_t ProfileTable::number_of(Set set) {
    const auto [found, is_new] = set_numbers_.emplace(set, sets_.size());
    if (is_new) sets_.push_back(std::move(set));
    return found->second;
}

std::size_t ProfileTable::set_of(
    const organisation::Holding& holding, const UnitPath& place, const std::string& level
) {
    const Key key{
        .scope = scope_of(holding.unit, place),
        .level = number_of_level(level),
        .post = asks_posts_ ? holding.post : PostId{},
        .position = holding.position,
        .rank = asks_ranks_ ? holding.rank : RankId{},
    };
    if (const auto known = set_of_key_.find(key); known != set_of_key_.end()) return known->second;

    const competency::Standing standing{
        .person = {},
        .holdings = {holding},
        .places = {place},
        .levels = {level},
        .next_positions = {},
    };
    const auto number = number_of(requirements_.of(standing, Goal::present));
    set_of_key_.emplace(key, number);
    return number;
}

ProfileTable::Set ProfileTable::personal_set(PersonId person, const UnitPath& place) const {
    const competency::Standing standing{
        .person = person,
        .holdings = {},
        .places = {place},
        .levels = {},
        .next_positions = {},
    };
    return requirements_.of(standing, Goal::present);
}

gaps::ProfileNumber ProfileTable::profile_of(
    PersonId person, const UnitPath& place, std::vector<std::size_t> sets
) {
    if (asked_people_.contains(person.value))
        sets.push_back(number_of(personal_set(person, place)));
    std::ranges::sort(sets);
    erase_repeated(sets);

    const auto next = static_cast<gaps::ProfileNumber>(profiles_.size());
    const auto [found, is_new] = profile_numbers_.emplace(sets, next);
    if (is_new) profiles_.push_back(std::move(sets));
    return found->second;
}

gaps::Profiles ProfileTable::profiles() const {
    gaps::Competency last = 0;
    for (const auto& [id, number] : numbers_) last = std::max(last, number);

    gaps::Profiles profiles(last + 1, profiles_.size());
    for (std::size_t profile = 0; profile < profiles_.size(); ++profile) {
        for (const auto set : profiles_[profile]) {
            for (const auto* requirement : sets_[set]) {
                const auto number = numbers_.at(requirement->competency);
                const auto at = static_cast<gaps::ProfileNumber>(profile);
                const auto minimum = std::max<gaps::Level>(
                    profiles.required(at, number), static_cast<gaps::Level>(requirement->minimum)
                );
                const auto desired = std::max<gaps::Level>(
                    profiles.required(at, number, gaps::Norm::desired),
                    static_cast<gaps::Level>(requirement->desired)
                );
                profiles.require(at, number, minimum, desired);
            }
        }
    }
    return profiles;
}

}  // namespace nangluc::needs
