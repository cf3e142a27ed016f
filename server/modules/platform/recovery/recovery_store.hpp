#pragma once

#include "modules/platform/recovery/recovery.hpp"

namespace nangluc::platform {

// Absent: not_found("recovery").
Result<Recovery> find_recovery(db::Tx& tx, RecoveryId id);
Result<Recovery> find_recovery_by_code(db::Tx& tx, std::string_view code_hash);
// Of one account, the latest first.
std::vector<Recovery> list_recoveries(db::Tx& tx, AccountId account);
// Waiting for a second person, the oldest first.
std::vector<Recovery> list_asked_recoveries(db::Tx& tx);

// Writes the recovery as it has become, and the act that made it so.
void save_recovery(db::Tx& tx, IdMaker& ids, Recovery& recovery, RecoveryAct act);

}  // namespace nangluc::platform
