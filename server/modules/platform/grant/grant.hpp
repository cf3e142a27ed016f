#pragma once

#include "modules/platform/grant/role.hpp"

namespace nangluc::platform {

// A role given to an account over a unit and all below it, for a time. Never overwritten: ending
// one supersedes its row and adds another that says until when.
struct Grant {
    GrantId id;
    AccountId account;
    Role role = Role::civil_servant;
    UnitId unit;
    Period period;
    AccountId granted_by;
    std::string reason;
    GrantId replaces = {};

    // A grant is about the days to come: what was may not be changed. Refuses with
    // invalid("grant.no_days"), invalid("grant.in_the_past") and invalid("grant.without_reason").
    Result<> check(Date today) const;

    // The same grant as it holds once it ends. The first day without it is `on`; refuses with
    // invalid("grant.end_in_the_past") and conflict("grant.already_ended").
    Result<Grant> ended(Date on, Date today) const;
};

}  // namespace nangluc::platform
