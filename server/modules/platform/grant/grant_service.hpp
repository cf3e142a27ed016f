#pragma once

#include "kit/kit.hpp"

#include "modules/platform/grant/grant.hpp"

namespace nangluc::platform {

struct GrantToGive {
    AccountId account;
    Role role = Role::civil_servant;
    UnitId unit;
    Period period;
    std::string reason;
};

class GrantService {
public:
    explicit GrantService(const Kit& kit) : kit_(kit) {}

    // Of one account, ended and future ones too. Anyone may read their own.
    Result<std::vector<Grant>> list(const Actor& actor, AccountId account);

    // Nobody gives a role to themselves, nor one with a right that they do not hold, in use or in
    // trust, over the whole of that unit. Refuses with forbidden("grant.to_oneself"),
    // forbidden("grant.more_than_held"), conflict("grant.already_held"),
    // conflict("account.closed").
    Result<Grant> give(const Actor& actor, const GrantToGive& wanted);

    // Who may give it may end it; anyone may give up their own.
    Result<Grant> end(const Actor& actor, GrantId id, Date on, std::string_view reason);

    // What may be given over a unit by this actor: the choices of the screen.
    std::vector<Role> list_roles_to_give(const Actor& actor, UnitId unit);

private:
    std::vector<Role> roles_held_over(db::Tx& tx, const Actor& actor, const UnitPath& place) const;
    Result<> require_may_give(db::Tx& tx, const Actor& actor, Role role, UnitId unit) const;

    Kit kit_;
};

}  // namespace nangluc::platform
