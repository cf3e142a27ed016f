#include <algorithm>
#include <ranges>

#include "base/repeated.hpp"

#include "modules/competency/api.hpp"

namespace nangluc::competency {

namespace {

// A reason a person has, and the place at which it holds: what their post at that place gives.
struct HeldReason {
    Reason reason;
    const UnitPath* place;
};

void add_reasons_of(
    const organisation::Holding& holding,
    const UnitPath& place,
    const std::string& level,
    std::vector<HeldReason>& reasons
) {
    const auto add = [&](ReasonKind kind, std::int64_t id, std::string word = {}) {
        if (id != 0 || !word.empty()) reasons.push_back({{kind, id, std::move(word)}, &place});
    };
    add(ReasonKind::post, holding.post.value);
    add(ReasonKind::position, holding.position.value);
    add(ReasonKind::position_group, holding.position_group.value);
    add(ReasonKind::occupational_group, holding.occupational_group.value);
    add(ReasonKind::rank, holding.rank.value);
    add(ReasonKind::administrative_level, 0, level);
}

std::vector<HeldReason> reasons_of(const Standing& standing, Goal goal) {
    std::vector<HeldReason> reasons;
    if (standing.places.empty()) return reasons;

    // What is required to prepare for a post is required where the person stands now.
    const auto& home = standing.places.front();
    reasons.push_back({{ReasonKind::person, standing.person.value, {}}, &home});
    if (goal == Goal::next) {
        for (const auto position : standing.next_positions) {
            reasons.push_back({{ReasonKind::position, position.value, {}}, &home});
        }
        for (const auto& group : standing.next_groups) reasons.push_back({group, &home});
        return reasons;
    }
    for (std::size_t i = 0; i < standing.holdings.size(); ++i) {
        add_reasons_of(standing.holdings[i], standing.places[i], standing.levels[i], reasons);
    }
    return reasons;
}

// A personal requirement states its goal itself; the requirements of a post are the same whether
// somebody holds it or prepares for it.
bool serves(const Requirement& requirement, Goal goal) {
    return requirement.reason.kind != ReasonKind::person || requirement.goal == goal;
}

}  // namespace

std::size_t RequirementTable::ReasonHash::operator()(const Reason& reason) const noexcept {
    const auto kind_and_id =
        static_cast<std::size_t>(reason.id) * 8 + static_cast<std::size_t>(reason.kind);
    return std::hash<std::size_t>{}(kind_and_id) ^ std::hash<std::string>{}(reason.word);
}

RequirementTable::RequirementTable(
    std::vector<Requirement> requirements, const std::unordered_map<UnitId, UnitPath>& scopes
)
    : requirements_(std::move(requirements)) {
    for (std::size_t i = 0; i < requirements_.size(); ++i) {
        const auto scope = scopes.find(requirements_[i].scope);
        if (scope == scopes.end()) continue;
        by_reason_[requirements_[i].reason].push_back({i, scope->second});
    }
}

std::vector<const Requirement*> RequirementTable::of(const Standing& standing, Goal goal) const {
    std::vector<const Requirement*> found;
    for (const auto& [reason, place] : reasons_of(standing, goal)) {
        const auto scoped = by_reason_.find(reason);
        if (scoped == by_reason_.end()) continue;
        for (const auto& [index, scope] : scoped->second) {
            const auto& requirement = requirements_[index];
            if (scope.contains(*place) && serves(requirement, goal)) found.push_back(&requirement);
        }
    }

    // Two posts may bring the same requirement; it is one reason. Ties go by id, so that the same
    // facts always give the same order.
    std::ranges::sort(found, [](const Requirement* a, const Requirement* b) {
        return std::tuple(a->competency, -a->minimum, a->id) <
               std::tuple(b->competency, -b->minimum, b->id);
    });
    erase_repeated(found);
    return found;
}

}  // namespace nangluc::competency
