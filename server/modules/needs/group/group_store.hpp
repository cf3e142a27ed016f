#pragma once

#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/needs/group/group.hpp"

namespace nangluc::needs {

Result<TargetGroup> find_group(db::Tx& tx, TargetGroupId id);
// Groups of the units at or below a place, newest first; `after` is the last one shown. A unit that
// no longer stands is where its successor stands.
std::vector<TargetGroup> list_groups(
    db::Tx& tx, const UnitPath& place, AsOf at, TargetGroupId after, int limit
);
int count_people(db::Tx& tx, TargetGroupId id);
// What a unit is called, or was called last.
std::string last_name_of(db::Tx& tx, UnitId unit, AsOf at);

void add_group(db::Tx& tx, const TargetGroup& group, Instant now);
// Refuses stale("group.stale").
Result<> save_group(db::Tx& tx, TargetGroup& group);
void add_group_act(
    db::Tx& tx, const Kit& kit, const TargetGroup& group, AccountId by, const std::string& reason
);

// A frozen member with the ground of the decision as JSON.
struct FrozenMember {
    Member member;
    std::string explanation;
};
void add_members(db::Tx& tx, TargetGroupId group, const std::vector<FrozenMember>& members);

// A frozen member as a list shows it.
struct ListedMember {
    Member member;
    std::string person_name;
    std::string person_key;  // by which the list is sorted
    std::string staff_number;
    std::string explanation;
};
// The last member of the page before.
struct MemberPlace {
    std::string person_key;
    PersonId person;
    CompetencyId competency;
};
BOOST_DESCRIBE_STRUCT(MemberPlace, (), (person_key, person, competency))

// By given name, in Vietnamese order.
std::vector<ListedMember> list_members_by_name(
    db::Tx& tx, TargetGroupId group, const MemberPlace& after, int limit
);

}  // namespace nangluc::needs
