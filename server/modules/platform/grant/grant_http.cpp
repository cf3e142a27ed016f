#include "modules/platform/grant/grant_http.hpp"

#include <array>

#include "base/clock.hpp"
#include "kit/http/routes.hpp"

namespace nangluc::platform {

using namespace http;

namespace {

struct GrantQuery {
    AccountId account;
};
BOOST_DESCRIBE_STRUCT(GrantQuery, (), (account))

struct ChoiceQuery {
    UnitId unit;
};
BOOST_DESCRIBE_STRUCT(ChoiceQuery, (), (unit))

enum class GrantState { to_come, in_force, ended };
BOOST_DESCRIBE_ENUM(GrantState, to_come, in_force, ended)

struct GrantItem {
    GrantId id;
    AccountId account;
    Role role = Role::civil_servant;
    UnitId unit;
    Date from;
    Date until;
    GrantState state = GrantState::in_force;
    std::optional<AccountId> granted_by;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    GrantItem, (), (id, account, role, unit, from, until, state, granted_by, reason)
)

struct NewGrant {
    AccountId account;
    Role role = Role::civil_servant;
    UnitId unit;
    Date from;
    std::optional<Date> until;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(NewGrant, (), (account, role, unit, from, until, reason))

struct GrantEnd {
    Date on;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(GrantEnd, (), (on, reason))

struct RoleItem {
    Role role = Role::civil_servant;
    std::vector<Permission> permissions;
    std::vector<Permission> held_in_trust;
};
BOOST_DESCRIBE_STRUCT(RoleItem, (), (role, permissions, held_in_trust))

GrantState state_of(const Grant& grant, Date today) {
    if (grant.period.until <= today) return GrantState::ended;
    return grant.period.from > today ? GrantState::to_come : GrantState::in_force;
}

GrantItem item_of(const Grant& grant, Date today) {
    return {
        .id = grant.id,
        .account = grant.account,
        .role = grant.role,
        .unit = grant.unit,
        .from = grant.period.from,
        .until = grant.period.until,
        .state = state_of(grant, today),
        .granted_by = grant.granted_by ? std::optional(grant.granted_by) : std::nullopt,
        .reason = grant.reason,
    };
}

RoleItem item_of(Role role) {
    const auto does = permissions_of(role);
    const auto trusted = held_in_trust(role);
    return {role, {does.begin(), does.end()}, {trusted.begin(), trusted.end()}};
}

void add_roles(Routes& at, GrantService& grants) {
    at.get(
        "/roles",
        "list_roles",
        Policy::signed_in(),
        [](const Request&) -> Result<Page<RoleItem>> {
            Page<RoleItem> page;
            boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto role) {
                page.items.push_back(item_of(role.value));
            });
            return page;
        }
    );
    at.get(
        "/grants/choices",
        "list_roles_to_give",
        Policy::needs(Permission::grant_roles),
        [&grants](const Request& request, const ChoiceQuery& query) -> Result<Page<RoleItem>> {
            Page<RoleItem> page;
            for (const auto role : grants.list_roles_to_give(request.actor(), query.unit)) {
                page.items.push_back(item_of(role));
            }
            return page;
        }
    );
}

}  // namespace

static void add_grants(Routes& at, GrantService& grants, const Clock& clock) {
    at.get(
        "/grants",
        "list_grants",
        Policy::signed_in(),
        [&](const Request& request, const GrantQuery& query) -> Result<Page<GrantItem>> {
            Page<GrantItem> page;
            for (const auto& grant : TRY(grants.list(request.actor(), query.account))) {
                page.items.push_back(item_of(grant, clock.today()));
            }
            return page;
        }
    );
    at.post(
        "/grants",
        "give_role",
        Policy::needs(Permission::grant_roles),
        [&](const Request& request, const NewGrant& body) -> Result<Created<GrantItem>> {
            const auto grant = TRY(grants.give(
                request.actor(),
                {.account = body.account,
                 .role = body.role,
                 .unit = body.unit,
                 .period = {body.from, body.until.value_or(Date::never())},
                 .reason = body.reason}
            ));
            return Created<GrantItem>{item_of(grant, clock.today())};
        }
    );
    at.post(
        "/grants/{grant}/end",
        "end_grant",
        Policy::signed_in(),
        [&](const Request& request, const GrantEnd& body) -> Result<GrantItem> {
            const auto id = TRY(request.path_id<GrantId>("grant"));
            const auto grant = TRY(grants.end(request.actor(), id, body.on, body.reason));
            return item_of(grant, clock.today());
        }
    );
}

void add_grant_routes(Router& router, GrantService& grants, const Clock& clock) {
    Routes at(router, "platform");
    add_roles(at, grants);
    add_grants(at, grants, clock);
}

}  // namespace nangluc::platform
