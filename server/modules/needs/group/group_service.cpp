#include "modules/needs/group/group_service.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "kit/audit.hpp"
#include "kit/db/db.hpp"
#include "kit/json/json.hpp"
#include "modules/needs/gap/gap.hpp"
#include "modules/needs/gap/gap_reply.hpp"

namespace nangluc::needs {

static constexpr int most_exported = 200'000;

Result<std::vector<UnitPath>> GroupService::places_of(
    db::Tx& tx, const Actor& actor, const GroupRule& rule
) const {
    std::vector<UnitPath> places;
    for (const auto unit : rule.units) {
        const auto place = TRY(organisation::path_of(tx, unit, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::read_needs, place, "unit"));
        places.push_back(place);
    }
    return places;
}

static GroupPreview preview_of(
    const Register& reg, const GroupRule& rule, const std::vector<Member>& members
) {
    GroupPreview preview{.memberships = static_cast<int>(members.size())};
    std::map<CompetencyId, int> by_competency;
    std::map<PersonId, UnitId> people;
    for (const auto& member : members) {
        ++by_competency[member.competency];
        people.emplace(member.person, member.unit);
    }
    preview.people = static_cast<int>(people.size());
    for (const auto unit : rule.units) {
        const auto number = reg.number_of(unit);
        if (number == gaps::no_unit) continue;  // founded after the register was last read
        const auto& root = reg.units[number];
        const auto below = std::ranges::count_if(people, [&](const auto& person) {
            return root.path.contains(reg.units[reg.number_of(person.second)].path);
        });
        preview.units.push_back({root, static_cast<int>(below)});
    }
    for (const auto& [competency, count] : by_competency) {
        preview.competencies.push_back({competency, {}, count});
    }
    return preview;
}

Result<GroupPreview> GroupService::preview(
    const Actor& actor, const GroupRule& rule, std::string_view language
) {
    TRY(check(rule));
    const auto permitted = [&](db::Tx& tx) -> Result<CompetencyNames> {
        TRY(places_of(tx, actor, rule));
        return read_names(tx, language);
    };
    const auto names = TRY(kit_.db.read(permitted));
    TRY(keeper_.wait());
    auto preview = keeper_.read([&](const Register& reg) {
        return preview_of(reg, rule, find_members(reg, rule));
    });
    for (auto& each : preview.competencies) each.name = name_in(names, each.competency);
    return preview;
}

std::vector<FrozenMember> GroupService::freeze(const std::vector<Member>& members, AsOf now) const {
    return kit_.db.read([&](db::Tx& tx) {
        GapReader gaps(tx, now);
        const auto names = read_names(tx, "vi");
        ReasonNames reasons;
        std::vector<FrozenMember> frozen;
        for (const auto& member : members) {
            const auto gap = gaps.of(member.person, member.competency);
            if (!gap) {
                frozen.push_back({member, "{}"});
                continue;
            }
            add_reason_names(tx, gap->requirements, reasons);
            frozen.push_back({member, json::write(reply_of(*gap, names, reasons))});
        }
        return frozen;
    });
}

// Where the group's unit stands today; of its successor where it stands no longer.
static Result<UnitPath> place_of(db::Tx& tx, const TargetGroup& group, AsOf today) {
    const auto standing = organisation::successor_on(tx, group.unit, today.on);
    if (!standing) return not_found("target_group");
    return organisation::path_of(tx, standing, today);
}

GroupPage GroupService::page_of(db::Tx& tx, const Actor& actor, TargetGroup group) const {
    const auto today = kit_.clock.as_of_now();
    GroupPage page{
        .unit_name = last_name_of(tx, group.unit, today),
        .people = count_people(tx, group.id),
    };
    if (const auto place = place_of(tx, group, today)) {
        const auto standing = place.value().unit();
        if (standing != group.unit) page.successor_name = last_name_of(tx, standing, today);
        page.may_edit = actor.may(Permission::edit_groups, place.value());
        page.may_approve =
            actor.may(Permission::approve_plans, place.value()) && actor.account() != group.account;
    }
    page.group = std::move(group);
    return page;
}

Result<GroupPage> GroupService::form(const Actor& actor, const NewGroup& wanted) {
    TRY(check(wanted.rule));
    const auto permitted = [&](db::Tx& tx) -> Result<> {
        const auto place = TRY(organisation::path_of(tx, wanted.unit, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::edit_groups, place, "unit"));
        // Whoever reads the group is asked about its own unit only.
        const auto below = [&](const UnitPath& each) { return place.contains(each); };
        if (!std::ranges::all_of(TRY(places_of(tx, actor, wanted.rule)), below)) {
            return not_found("unit");
        }
        return {};
    };
    TRY(kit_.db.read(permitted));
    TRY(keeper_.wait());
    const auto members =
        keeper_.read([&](const Register& reg) { return find_members(reg, wanted.rule); });
    if (members.empty()) return conflict("group.empty");

    // The grounds of thousands are read before the one writer is asked for.
    const auto now = kit_.clock.as_of_now();
    const auto frozen = freeze(members, now);
    return kit_.db.transaction([&](db::Tx& tx) -> Result<GroupPage> {
        const TargetGroup group{
            .id = kit_.ids.make<TargetGroupId>(),
            .title = wanted.title,
            .unit = wanted.unit,
            .rule = wanted.rule,
            .on = now.on,
            .known_at = now.known_at,
            .account = actor.account(),
        };
        add_group(tx, group, kit_.clock.now());
        add_members(tx, group.id, frozen);
        add_group_act(tx, kit_, group, actor.account(), "");
        kit_.audit.write(
            tx, actor, {.act = "target_group.formed", .object = group.id.value, .unit = group.unit}
        );
        return page_of(tx, actor, group);
    });
}

// A group is judged at the place of its unit today.
static Result<TargetGroup> find_for(
    db::Tx& tx, const Kit& kit, const Actor& actor, TargetGroupId id, Permission permission
) {
    auto group = TRY(find_group(tx, id));
    const auto place = TRY(place_of(tx, group, kit.clock.as_of_now()));
    TRY(actor.require(permission, place, "target_group"));
    return group;
}

Result<GroupPage> GroupService::find(const Actor& actor, TargetGroupId id) {
    return kit_.db.read([&](db::Tx& tx) -> Result<GroupPage> {
        return page_of(tx, actor, TRY(find_for(tx, kit_, actor, id, Permission::read_needs)));
    });
}

Result<std::vector<GroupPage>> GroupService::list(
    const Actor& actor, UnitId unit, TargetGroupId after, int limit
) {
    const auto today = kit_.clock.as_of_now();
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<GroupPage>> {
        const auto place = TRY(organisation::path_of(tx, unit, today));
        TRY(actor.require(Permission::read_needs, place, "unit"));
        std::vector<GroupPage> pages;
        for (auto& group : list_groups(tx, place, today, after, limit)) {
            pages.push_back(page_of(tx, actor, std::move(group)));
        }
        return pages;
    });
}

static std::string name_with_above(db::Tx& tx, UnitId id, AsOf at) {
    const auto unit = organisation::find_unit(tx, id, at);
    if (!unit) return {};
    const auto above = organisation::find_unit(tx, unit.value().parent, at);
    return above ? unit.value().full_name + ", " + above.value().full_name : unit.value().full_name;
}

// As the units were called on the day of the group, each asked for once.
static std::vector<NamedMember> with_units(db::Tx& tx, std::vector<ListedMember> members, AsOf at) {
    std::map<UnitId, std::string> units;
    std::vector<NamedMember> named;
    for (auto& listed : members) {
        const auto [unit, is_new] = units.try_emplace(listed.member.unit);
        if (is_new) unit->second = name_with_above(tx, unit->first, at);
        named.push_back({std::move(listed), unit->second});
    }
    return named;
}

Result<std::vector<NamedMember>> GroupService::members(
    const Actor& actor, TargetGroupId id, const MemberPlace& after, int limit
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<NamedMember>> {
        const auto group = TRY(find_for(tx, kit_, actor, id, Permission::read_needs));
        auto members = list_members_by_name(tx, id, after, limit);
        return with_units(tx, std::move(members), {group.on, kit_.clock.now()});
    });
}

Result<MemberList> GroupService::list_for_export(const Actor& actor, TargetGroupId id) {
    return kit_.db.read([&](db::Tx& tx) -> Result<MemberList> {
        const auto group = TRY(find_for(tx, kit_, actor, id, Permission::read_needs));
        auto members = list_members_by_name(tx, id, {}, most_exported + 1);
        if (members.size() > most_exported) return too_large("group.too_many_to_export");
        return MemberList{
            .group = group,
            .members = with_units(tx, std::move(members), {group.on, kit_.clock.now()}),
            .names = read_names(tx, "vi"),
        };
    });
}

static GroupService::Movements cut_page(
    const std::vector<MemberMovement>& movements, const GroupService::MovementsQuestion& question
) {
    GroupService::Movements page;
    for (const auto& each : movements) {
        ++(each.movement == Movement::entered ? page.entered : page.left);
        if (place_of(each) <= question.after) continue;
        page.has_more = static_cast<int>(page.movements.size()) == question.limit;
        if (!page.has_more) page.movements.push_back(each);
    }
    return page;
}

Result<GroupService::Movements> GroupService::run_again(
    const Actor& actor, TargetGroupId id, const MovementsQuestion& question
) {
    struct Frozen {
        TargetGroup group;
        std::vector<Member> members;
    };
    const auto permitted = [&](db::Tx& tx) -> Result<Frozen> {
        auto group = TRY(find_for(tx, kit_, actor, id, Permission::read_needs));
        // By the structure of now: over what took the place of a unit of the rule.
        for (auto& unit : group.rule.units) {
            const auto standing = organisation::successor_on(tx, unit, kit_.clock.today());
            if (standing) unit = standing;
        }
        return Frozen{std::move(group), TRY(list_members(tx, id))};
    };
    const auto frozen = TRY(kit_.db.read(permitted));
    TRY(keeper_.wait());
    const auto movements = keeper_.read([&](const Register& reg) {
        const auto& rule = frozen.group.rule;
        return compare_members(reg, rule, frozen.members, find_members(reg, rule));
    });
    return kit_.db.read([&](db::Tx& tx) -> Result<Movements> {
        auto found = cut_page(movements, question);
        found.names = read_names(tx, question.language);
        for (const auto& movement : found.movements) {
            const auto person = movement.member.person;
            if (found.people.contains(person)) continue;
            found.people.emplace(person, TRY(organisation::find_person(tx, person)));
        }
        return found;
    });
}

template <class Verb>
Result<GroupPage> GroupService::act(
    const Actor& actor,
    TargetGroupId id,
    Permission permission,
    const std::string& reason,
    Verb verb
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<GroupPage> {
        auto group = TRY(find_for(tx, kit_, actor, id, permission));
        TRY(verb(group));
        TRY(save_group(tx, group));
        add_group_act(tx, kit_, group, actor.account(), reason);
        const auto act = "target_group." + name_of(group.status);
        kit_.audit.write(tx, actor, {.act = act, .object = id.value, .unit = group.unit});
        return page_of(tx, actor, std::move(group));
    });
}

Result<GroupPage> GroupService::approve(
    const Actor& actor, TargetGroupId id, const std::string& reason
) {
    return act(actor, id, Permission::approve_plans, reason, [&](TargetGroup& group) {
        return group.approve(actor.account());
    });
}

Result<GroupPage> GroupService::close(
    const Actor& actor, TargetGroupId id, const std::string& reason
) {
    return act(actor, id, Permission::edit_groups, reason, [](TargetGroup& group) {
        return group.close();
    });
}

}  // namespace nangluc::needs
