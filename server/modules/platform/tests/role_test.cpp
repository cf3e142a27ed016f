#include "modules/platform/grant/role.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace nangluc;
using namespace nangluc::platform;

static bool may_pass_on(Role held, Role granted) {
    const std::vector roles = {held};
    return platform::may_pass_on(roles, granted);
}

static bool may(Role role, Permission permission) {
    const auto permissions = permissions_of(role);
    return std::ranges::find(permissions, permission) != permissions.end();
}

TEST_CASE("nobody who submits plans approves them by the same role") {
    for (const auto role : {Role::hr_officer, Role::planner, Role::approver}) {
        CHECK_FALSE((may(role, Permission::submit_plans) && may(role, Permission::approve_plans)));
    }
}

TEST_CASE("an administrator gives working roles but names neither approvers nor auditors") {
    CHECK(may_pass_on(Role::administrator, Role::hr_officer));
    CHECK(may_pass_on(Role::administrator, Role::administrator));
    CHECK_FALSE(may_pass_on(Role::administrator, Role::approver));
    CHECK_FALSE(may_pass_on(Role::administrator, Role::auditor));
}

TEST_CASE("a leader names approvers and auditors") {
    CHECK(may_pass_on(Role::approver, Role::approver));
    CHECK(may_pass_on(Role::approver, Role::auditor));
    CHECK_FALSE(may_pass_on(Role::approver, Role::hr_officer));
}

TEST_CASE("an administrator reads no ratings, no personal facts and no audit") {
    CHECK_FALSE(may(Role::administrator, Permission::read_ratings));
    CHECK_FALSE(may(Role::administrator, Permission::read_personal_facts));
    CHECK_FALSE(may(Role::administrator, Permission::read_audit));
}

TEST_CASE("a role that checks another is named as a conflict on the same account") {
    const std::vector both = {Role::planner, Role::approver};
    const std::vector apart = {Role::planner, Role::assessor};

    CHECK(conflicts_among(both) == std::vector{std::pair{Role::planner, Role::approver}});
    CHECK(conflicts_among(apart).empty());
}
