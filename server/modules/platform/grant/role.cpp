#include "modules/platform/grant/role.hpp"

#include <algorithm>
#include <array>

namespace nangluc::platform {

namespace {

struct RoleRights {
    Role role;
    std::vector<Permission> does;
    std::vector<Role> entrusts;  // roles whose rights are held in trust
};

using enum Permission;

// The table of roles. Whatever concerns a person's own file (their ratings, gaps, sessions, who
// read about them) needs no permission and stands in no line.
const std::vector<RoleRights> table = {
    // Sees and answers for their own file only.
    {Role::civil_servant, {}, {}},

    // Rates the people of their unit and sees what they lack.
    {Role::supervisor, {read_people, read_ratings, rate_as_supervisor, read_needs}, {}},

    // Keeps the roster and the posts of their unit; drafts and submits its plan.
    {Role::hr_officer,
     {read_people,
      read_personal_facts,
      edit_people,
      import_people,
      edit_posts,
      prepare_reorganisations,
      edit_requirements,
      read_ratings,
      decide_reviews,
      read_needs,
      edit_groups,
      read_plans,
      edit_plans,
      submit_plans,
      read_accounts,
      see_jobs},
     {}},

    // Keeps frameworks, requirements, rules and programmes; forms groups, optimises, submits.
    {Role::planner,
     {read_people,
      prepare_reorganisations,
      edit_frameworks,
      edit_requirements,
      edit_rules,
      read_ratings,
      read_needs,
      edit_groups,
      edit_programmes,
      read_plans,
      edit_plans,
      submit_plans,
      see_jobs},
     {}},

    // The leader: approves plans, decides reorganisations and reviews, and names the others who
    // approve and those who audit.
    {Role::approver,
     {read_people,
      decide_reorganisations,
      read_ratings,
      decide_reviews,
      read_needs,
      read_plans,
      approve_plans,
      read_accounts,
      grant_roles},
     {Role::approver, Role::auditor}},

    // Sits on panels and marks tests and work samples.
    {Role::assessor, {read_people, read_ratings, rate_as_assessor}, {}},

    // Opens accounts, gives the working roles, keeps the settings. Sees no ratings, no personal
    // facts and no audit.
    {Role::administrator,
     {read_accounts, edit_accounts, grant_roles, recover_accounts, edit_settings, see_jobs},
     {Role::civil_servant, Role::supervisor, Role::hr_officer, Role::planner, Role::assessor}},

    // Reads everything that shows who did what. Changes nothing.
    {Role::auditor,
     {read_people, read_ratings, read_needs, read_plans, read_accounts, read_audit, see_jobs},
     {}},
};

const RoleRights& rights_of(Role role) {
    return *std::ranges::find(table, role, &RoleRights::role);
}

bool holds(Role role, Permission permission) {
    const auto contains = [&](std::span<const Permission> permissions) {
        return std::ranges::find(permissions, permission) != permissions.end();
    };
    return contains(permissions_of(role)) || contains(held_in_trust(role));
}

constexpr std::array<std::pair<Role, Role>, 7> conflicting = {{
    {Role::hr_officer, Role::approver},
    {Role::planner, Role::approver},
    {Role::approver, Role::administrator},
    {Role::administrator, Role::auditor},
    {Role::hr_officer, Role::auditor},
    {Role::planner, Role::auditor},
    {Role::approver, Role::auditor},
}};

}  // namespace

std::span<const Permission> permissions_of(Role role) {
    return rights_of(role).does;
}

std::span<const Permission> held_in_trust(Role role) {
    static const auto trusted = [] {
        std::vector<std::pair<Role, std::vector<Permission>>> all;
        for (const auto& rights : table) {
            std::vector<Permission> permissions;
            for (const auto entrusted : rights.entrusts) {
                const auto& does = rights_of(entrusted).does;
                permissions.insert(permissions.end(), does.begin(), does.end());
            }
            all.emplace_back(rights.role, std::move(permissions));
        }
        return all;
    }();
    return std::ranges::find(trusted, role, [](const auto& entry) { return entry.first; })->second;
}

bool may_pass_on(std::span<const Role> held, Role granted) {
    return std::ranges::all_of(permissions_of(granted), [&](Permission permission) {
        return std::ranges::any_of(held, [&](Role role) { return holds(role, permission); });
    });
}

std::vector<std::pair<Role, Role>> conflicts_among(std::span<const Role> roles) {
    const auto held = [&](Role role) { return std::ranges::find(roles, role) != roles.end(); };

    std::vector<std::pair<Role, Role>> found;
    for (const auto& pair : conflicting) {
        if (held(pair.first) && held(pair.second)) found.push_back(pair);
    }
    return found;
}

}  // namespace nangluc::platform
