#pragma once

#include "modules/platform/grant/grant.hpp"

namespace nangluc::platform {

// Grants in force.
std::vector<Grant> list_grants(db::Tx& tx, AccountId account, AsOf at);
// All that are known now, ended and future ones too, the latest first.
std::vector<Grant> list_known_grants(db::Tx& tx, AccountId account);
// Absent or superseded: not_found("grant").
Result<Grant> find_grant(db::Tx& tx, GrantId id);

void add_grant(db::Tx& tx, const Grant& grant, Instant now);
// Refuses with conflict("grant.already_ended") where another has done so.
Result<> supersede_grant(db::Tx& tx, GrantId id, Instant now);

}  // namespace nangluc::platform
