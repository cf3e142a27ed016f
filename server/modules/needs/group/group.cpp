#include "modules/needs/group/group.hpp"

#include <algorithm>
#include <set>

#include "engines/gaps/queries.hpp"

namespace nangluc::needs {

Result<> check(const GroupRule& rule) {
    if (rule.units.empty()) return invalid("group.no_unit", {{"/units", "required"}});
    if (rule.conditions.empty()) {
        return invalid("group.no_condition", {{"/conditions", "required"}});
    }
    for (std::size_t i = 0; i < rule.conditions.size(); ++i) {
        const auto& [competency, min_gap, held_from, held_until] = rule.conditions[i];
        const bool is_sound = min_gap >= 1 && min_gap <= 100 && held_from >= 0 &&
                              held_until >= held_from && held_until <= 100;
        const auto at = "/conditions/" + std::to_string(i);
        if (!is_sound) return invalid("group.condition", {{at, "out_of_range"}});
    }
    return {};
}

namespace {

Member member_of(const Register& reg, gaps::PersonNumber person, const GroupCondition& condition) {
    const auto& population = reg.live.population();
    const auto number = reg.competency_numbers.at(condition.competency);
    const auto at = population.people()[person];
    const auto held = population.held(person, number);
    return {
        .person = reg.people[person],
        .competency = condition.competency,
        .unit = reg.units[at.unit].id,
        .required = population.profiles().required(at.profile, number),
        .held = held == gaps::not_assessed ? std::nullopt : std::optional<int>(held),
    };
}

bool meets(const Register& reg, gaps::PersonNumber person, const GroupCondition& condition) {
    const auto member = member_of(reg, person, condition);
    if (!member.held || member.required == 0) return false;
    return member.required - *member.held >= condition.min_gap &&
           *member.held >= condition.held_from && *member.held <= condition.held_until;
}

bool is_in_groups(const GroupRule& rule, GroupId group) {
    return rule.position_groups.empty() ||
           std::ranges::find(rule.position_groups, group) != rule.position_groups.end();
}

// The conditions as the engine takes them; nothing where a competency is not known and all are
// asked.
std::vector<gaps::Condition> conditions_of(const Register& reg, const GroupRule& rule) {
    std::vector<gaps::Condition> conditions;
    for (const auto& [competency, min_gap, held_from, held_until] : rule.conditions) {
        const auto number = reg.number_of(competency);
        if (!number && rule.combine == Combine::all) return {};
        if (!number) continue;
        conditions.push_back({
            .competency = *number,
            .min_gap = static_cast<gaps::Level>(min_gap),
            .held_from = static_cast<gaps::Level>(held_from),
            .held_until = static_cast<gaps::Level>(held_until),
        });
    }
    return conditions;
}

}  // namespace

// The people whom the engine finds below one unit of the rule, in the position groups asked for.
static std::vector<gaps::PersonNumber> find_people(
    const Register& reg,
    const GroupRule& rule,
    UnitId unit,
    const std::vector<gaps::Condition>& conditions
) {
    const auto number = reg.number_of(unit);
    if (number == gaps::no_unit || conditions.empty()) return {};

    const auto match = rule.combine == Combine::all ? gaps::Match::all : gaps::Match::any;
    std::vector<gaps::PersonNumber> people;
    for (const auto& [person, gap] : gaps::target_group(
             reg.live.population(), {.unit = number, .conditions = conditions, .match = match}
         )) {
        if (is_in_groups(rule, reg.position_groups[person])) people.push_back(person);
    }
    return people;
}

static void add_memberships(
    const Register& reg,
    const GroupRule& rule,
    gaps::PersonNumber person,
    std::vector<Member>& members
) {
    for (const auto& condition : rule.conditions) {
        const bool is_known = reg.number_of(condition.competency).has_value();
        if (is_known && meets(reg, person, condition)) {
            members.push_back(member_of(reg, person, condition));
        }
    }
}

std::vector<Member> find_members(const Register& reg, const GroupRule& rule) {
    const auto conditions = conditions_of(reg, rule);
    std::set<gaps::PersonNumber> seen;  // units of the rule may lie in each other
    std::vector<Member> members;
    for (const auto unit : rule.units) {
        for (const auto person : find_people(reg, rule, unit, conditions)) {
            if (seen.insert(person).second) add_memberships(reg, rule, person, members);
        }
    }
    return members;
}

Result<> TargetGroup::approve(AccountId by) {
    if (status != GroupStatus::draft) return conflict("group.not_draft");
    if (by == account) return conflict("group.own");

    status = GroupStatus::approved;
    return {};
}

Result<> TargetGroup::close() {
    if (status == GroupStatus::closed) return conflict("group.closed");

    status = GroupStatus::closed;
    return {};
}

namespace {

using Membership = std::pair<PersonId, CompetencyId>;

std::set<Membership> memberships_of(const std::vector<Member>& members) {
    std::set<Membership> memberships;
    for (const auto& member : members) memberships.emplace(member.person, member.competency);
    return memberships;
}

bool has_person(const std::set<Membership>& memberships, PersonId person) {
    const auto first = memberships.lower_bound({person, CompetencyId{}});
    return first != memberships.end() && first->first == person;
}

bool is_below_any(const Register& reg, const GroupRule& rule, UnitId unit) {
    const auto number = reg.number_of(unit);
    if (number == gaps::no_unit) return false;
    const auto& place = reg.units[number].path;
    return std::ranges::any_of(rule.units, [&](UnitId root) {
        const auto above = reg.number_of(root);
        return above != gaps::no_unit && reg.units[above].path.contains(place);
    });
}

// How the member stands now, whether or not the rule still finds them.
MovementCause cause_of_leaving(const Register& reg, const GroupRule& rule, const Member& frozen) {
    const auto person = reg.number_of(frozen.person);
    if (!person) return MovementCause::moved;
    if (!reg.number_of(frozen.competency)) return MovementCause::requirement;
    const auto now = member_of(reg, *person, {.competency = frozen.competency});
    if (!is_below_any(reg, rule, now.unit)) return MovementCause::moved;
    if (!now.held) return MovementCause::assessment;
    return now.required != frozen.required ? MovementCause::requirement : MovementCause::level;
}

MovementCause cause_of_entering(
    const std::set<Membership>& frozen, const Register& reg, const Member& now
) {
    // Somebody who was in the group for another competency has not moved.
    const bool was_here = has_person(frozen, now.person);
    const auto number = reg.number_of(now.person);
    return was_here || number ? MovementCause::level : MovementCause::moved;
}

}  // namespace

MovementPlace place_of(const MemberMovement& movement) {
    return {movement.movement, movement.member.person, movement.member.competency};
}

std::vector<MemberMovement> compare_members(
    const Register& reg,
    const GroupRule& rule,
    const std::vector<Member>& frozen,
    const std::vector<Member>& now
) {
    const auto before = memberships_of(frozen);
    const auto after = memberships_of(now);
    std::vector<MemberMovement> movements;
    for (const auto& member : frozen) {
        if (after.contains({member.person, member.competency})) continue;
        movements.push_back({Movement::left, cause_of_leaving(reg, rule, member), member});
    }
    for (const auto& member : now) {
        if (before.contains({member.person, member.competency})) continue;
        movements.push_back({Movement::entered, cause_of_entering(before, reg, member), member});
    }
    std::ranges::sort(movements, {}, place_of);
    return movements;
}

}  // namespace nangluc::needs
