#pragma once

#include <string>
#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/needs/gap/gap_service.hpp"
#include "modules/needs/group/group_store.hpp"

namespace nangluc::needs {

// Who a rule would find, before anything is saved.
struct GroupPreview {
    struct UnitPeople {
        organisation::Unit unit;
        int people = 0;
    };
    struct CompetencyPeople {
        CompetencyId competency;
        std::string name;
        int people = 0;
    };
    int people = 0;
    int memberships = 0;            // a person counts once for each competency
    std::vector<UnitPeople> units;  // of the rule
    std::vector<CompetencyPeople> competencies;
};

struct NewGroup {
    std::string title;
    UnitId unit;
    GroupRule rule;
};

struct GroupPage {
    TargetGroup group;
    std::string unit_name;  // as it is called; where it stands no longer, as it was last called
    std::string successor_name;  // of what stands in its place; empty while it stands itself
    int people = 0;
    bool may_edit = false;
    bool may_approve = false;
};

// A frozen member with the name of the unit then; the unit above stands behind it, since every
// commune has the same divisions.
struct NamedMember {
    ListedMember member;
    std::string unit_name;
};

// The members of a group as a list leaves the house.
struct MemberList {
    TargetGroup group;
    std::vector<NamedMember> members;
    CompetencyNames names;
};

// Target groups: formed by edit_groups at their unit, approved by another with approve_plans there.
class GroupService {
public:
    GroupService(const Kit& kit, RegisterKeeper& keeper) : kit_(kit), keeper_(keeper) {}

    Result<GroupPreview> preview(
        const Actor& actor, const GroupRule& rule, std::string_view language
    );
    // Saves the rule with the members it finds now, each with the explanation of its gap. Refuses
    // group.empty and what check() refuses; units outside the group's own are not_found("unit").
    Result<GroupPage> form(const Actor& actor, const NewGroup& wanted);

    Result<GroupPage> find(const Actor& actor, TargetGroupId id);
    Result<std::vector<GroupPage>> list(
        const Actor& actor, UnitId unit, TargetGroupId after, int limit
    );
    Result<std::vector<NamedMember>> members(
        const Actor& actor, TargetGroupId id, const MemberPlace& after, int limit
    );
    // Whole or not at all: refuses too_large("group.too_many_to_export") beyond 200,000 rows.
    Result<MemberList> list_for_export(const Actor& actor, TargetGroupId id);
    // What running the rule again today would change, counted whole and told by the page; nothing
    // is saved. A unit of the rule that was merged away is what stands in its place.
    struct MovementsQuestion {
        MovementPlace after;
        int limit = 50;
        std::string language = "vi";
    };
    struct Movements {
        int entered = 0;
        int left = 0;
        std::vector<MemberMovement> movements;
        bool has_more = false;
        std::unordered_map<PersonId, organisation::Person> people;
        CompetencyNames names;
    };
    Result<Movements> run_again(
        const Actor& actor, TargetGroupId id, const MovementsQuestion& question
    );

    Result<GroupPage> approve(const Actor& actor, TargetGroupId id, const std::string& reason);
    Result<GroupPage> close(const Actor& actor, TargetGroupId id, const std::string& reason);

private:
    // Where the rule's units stand, each in reach of the actor.
    Result<std::vector<UnitPath>> places_of(db::Tx& tx, const Actor& actor, const GroupRule& rule)
        const;
    GroupPage page_of(db::Tx& tx, const Actor& actor, TargetGroup group) const;
    std::vector<FrozenMember> freeze(const std::vector<Member>& members, AsOf now) const;

    template <class Verb>
    Result<GroupPage> act(
        const Actor& actor,
        TargetGroupId id,
        Permission permission,
        const std::string& reason,
        Verb verb
    );

    const Kit& kit_;
    RegisterKeeper& keeper_;
};

}  // namespace nangluc::needs
