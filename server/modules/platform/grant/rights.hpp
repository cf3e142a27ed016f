#pragma once

#include "modules/platform/account/account.hpp"

namespace nangluc::platform {

// The account with what its grants allow at `at`. A grant over a unit that does not stand then
// gives nothing.
Actor actor_with_rights(
    db::Tx& tx, const Subtrees& subtrees, AccountId account, PersonId person, AsOf at
);

// Where requests about the account are judged: the place of its unit today, or its last one.
UnitPath place_of(db::Tx& tx, const Subtrees& subtrees, const Account& account, Date today);

}  // namespace nangluc::platform
