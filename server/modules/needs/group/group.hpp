#pragma once

#include <string>
#include <vector>

#include "modules/needs/register/register.hpp"

namespace nangluc::needs {

enum class GroupStatus { draft, approved, closed };
BOOST_DESCRIBE_ENUM(GroupStatus, draft, approved, closed)

enum class Combine { all, any };
BOOST_DESCRIBE_ENUM(Combine, all, any)

// A gap of at least so many levels in one competency, from a level held in the range.
struct GroupCondition {
    CompetencyId competency;
    int min_gap = 1;
    int held_from = 0;
    int held_until = 100;

    friend bool operator==(const GroupCondition&, const GroupCondition&) = default;
};
BOOST_DESCRIBE_STRUCT(GroupCondition, (), (competency, min_gap, held_from, held_until))

// Who belongs to a target group: at or below any of the units, in any of the position groups (all
// where none is named), with all or any of the gaps.
struct GroupRule {
    std::vector<UnitId> units;
    std::vector<GroupCondition> conditions;
    Combine combine = Combine::any;
    std::vector<GroupId> position_groups;

    friend bool operator==(const GroupRule&, const GroupRule&) = default;
};
BOOST_DESCRIBE_STRUCT(GroupRule, (), (units, conditions, combine, position_groups))

// Refuses group.no_unit, group.no_condition and group.condition (a gap under 1, a range that ends
// before it starts), at their place.
Result<> check(const GroupRule& rule);

// The members that the rule finds now: one a person and condition that is met, in the order of the
// tree. Units and competencies that the register does not know find nobody.
std::vector<Member> find_members(const Register& reg, const GroupRule& rule);

struct TargetGroup {
    TargetGroupId id;
    std::string title;
    UnitId unit;  // of whom it is; its sub-tree holds the units of the rule
    GroupRule rule;
    Date on;
    Instant known_at;
    GroupStatus status = GroupStatus::draft;
    AccountId account;  // who formed it
    int version = 1;

    // Refuses group.not_draft and group.own (who formed it does not approve it).
    Result<> approve(AccountId by);
    // Refuses group.closed.
    Result<> close();
};

// What running the rule again shows.
enum class Movement { entered, left };
BOOST_DESCRIBE_ENUM(Movement, entered, left)

// Why somebody entered or left: no longer required or newly so, level changed, no longer assessed
// or newly so, or moved in or out of the units.
enum class MovementCause { moved, requirement, level, assessment };
BOOST_DESCRIBE_ENUM(MovementCause, moved, requirement, level, assessment)

struct MemberMovement {
    Movement movement = Movement::entered;
    MovementCause cause = MovementCause::level;
    Member member;  // as frozen for who left, as now for who entered
};
// Where a movement stands in their list: who entered first, then who left, by person and
// competency.
struct MovementPlace {
    Movement movement = Movement::entered;
    PersonId person;
    CompetencyId competency;

    friend auto operator<=>(const MovementPlace&, const MovementPlace&) = default;
};
BOOST_DESCRIBE_STRUCT(MovementPlace, (), (movement, person, competency))
MovementPlace place_of(const MemberMovement& movement);
// In the order of their places.
std::vector<MemberMovement> compare_members(
    const Register& reg,
    const GroupRule& rule,
    const std::vector<Member>& frozen,
    const std::vector<Member>& now
);

}  // namespace nangluc::needs
