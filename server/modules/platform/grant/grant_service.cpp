#include "modules/platform/grant/grant_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"

#include "modules/platform/account/account_store.hpp"
#include "modules/platform/grant/grant_store.hpp"
#include "modules/platform/grant/rights.hpp"

namespace nangluc::platform {

namespace {

struct GrantChange {
    AccountId account;
    Role role = Role::civil_servant;
    UnitId unit;
    Date from;
    Date until;
    std::string reason;
    BOOST_DESCRIBE_CLASS(GrantChange, (), (account, role, unit, from, until, reason), (), ())
};

void write_audit(
    Audit& audit, db::Tx& tx, const Actor& actor, std::string_view act, const GrantChange& change
) {
    audit.write(
        tx,
        actor,
        {.act = act,
         .object = change.account.value,
         .unit = change.unit,
         .change = json::write(change)}
    );
}

}  // namespace

Result<std::vector<Grant>> GrantService::list(const Actor& actor, AccountId id) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<Grant>> {
        const auto account = TRY(find_account(tx, id));
        if (actor.account() != id) {
            const auto place = place_of(tx, kit_.subtrees, account, kit_.clock.today());
            TRY(actor.require(Permission::read_accounts, place, "account"));
        }
        return list_known_grants(tx, id);
    });
}

std::vector<Role> GrantService::roles_held_over(
    db::Tx& tx, const Actor& actor, const UnitPath& place
) const {
    std::vector<Role> roles;
    for (const auto& grant : list_grants(tx, actor.account(), kit_.clock.as_of_now())) {
        const auto root = kit_.subtrees.path_of(tx, grant.unit, kit_.clock.today());
        if (root && root->contains(place)) roles.push_back(grant.role);
    }
    return roles;
}

Result<> GrantService::require_may_give(db::Tx& tx, const Actor& actor, Role role, UnitId unit)
    const {
    const auto place = kit_.subtrees.path_of(tx, unit, kit_.clock.today());
    if (!place) return not_found("unit");
    TRY(actor.require(Permission::grant_roles, *place, "unit"));
    if (!may_pass_on(roles_held_over(tx, actor, *place), role)) {
        return forbidden("grant.more_than_held");
    }
    return {};
}

Result<Grant> GrantService::give(const Actor& actor, const GrantToGive& wanted) {
    const Grant grant{
        .id = kit_.ids.make<GrantId>(),
        .account = wanted.account,
        .role = wanted.role,
        .unit = wanted.unit,
        .period = wanted.period,
        .granted_by = actor.account(),
        .reason = wanted.reason,
    };
    if (actor.account() == grant.account) return forbidden("grant.to_oneself");
    TRY(grant.check(kit_.clock.today()));

    return kit_.db.transaction([&](db::Tx& tx) -> Result<Grant> {
        const auto account = TRY(find_account(tx, grant.account));
        const auto place = place_of(tx, kit_.subtrees, account, kit_.clock.today());
        TRY(actor.require(Permission::read_accounts, place, "account"));
        TRY(require_may_give(tx, actor, grant.role, grant.unit));
        if (account.status == AccountStatus::closed) return conflict("account.closed");
        const auto known = list_known_grants(tx, grant.account);
        const bool is_held = std::ranges::any_of(known, [&](const Grant& held) {
            return held.role == grant.role && held.unit == grant.unit &&
                   held.period.overlaps(grant.period);
        });
        if (is_held) return conflict("grant.already_held");

        add_grant(tx, grant, kit_.clock.now());
        const auto& [from, until] = grant.period;
        write_audit(
            kit_.audit,
            tx,
            actor,
            "grant.given",
            {grant.account, grant.role, grant.unit, from, until, grant.reason}
        );
        return grant;
    });
}

Result<Grant> GrantService::end(const Actor& actor, GrantId id, Date on, std::string_view reason) {
    if (reason.empty()) return invalid("grant.without_reason", {{"/reason", "required"}});

    return kit_.db.transaction([&](db::Tx& tx) -> Result<Grant> {
        const auto grant = TRY(find_grant(tx, id));
        if (grant.account != actor.account()) {
            const auto may = require_may_give(tx, actor, grant.role, grant.unit);
            if (!may && may.error().refusal == Refusal::not_found) return not_found("grant");
            if (!may) return may.error();
        }
        auto ended = TRY(grant.ended(on, kit_.clock.today()));
        ended.id = kit_.ids.make<GrantId>();

        TRY(supersede_grant(tx, id, kit_.clock.now()));
        add_grant(tx, ended, kit_.clock.now());
        const auto& [from, until] = ended.period;
        write_audit(
            kit_.audit,
            tx,
            actor,
            "grant.ended",
            {grant.account, grant.role, grant.unit, from, until, std::string(reason)}
        );
        return ended;
    });
}

std::vector<Role> GrantService::list_roles_to_give(const Actor& actor, UnitId unit) {
    return kit_.db.read([&](db::Tx& tx) {
        std::vector<Role> roles;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto role) {
            if (require_may_give(tx, actor, role.value, unit)) roles.push_back(role.value);
        });
        return roles;
    });
}

}  // namespace nangluc::platform
