#pragma once

#include <optional>
#include <string>

#include "base/clock.hpp"
#include "kit/db/db.hpp"

namespace nangluc {

// Signs the heads of all audit chains, so that who can write the database alone can neither rewrite
// the audit nor cut its end off unseen. The key comes from the master key of the data folder. Each
// seal goes to the log too (audit.sealed): kept elsewhere, those lines show that the last seals
// themselves are still there.
class AuditSeals {
public:
    AuditSeals(db::Db& db, const Clock& clock, const std::string& master_key);

    // False where nothing was added to the audit since the last seal.
    bool seal();

    // 32 bytes, for whoever verifies with no more than a copy of the database.
    const std::string& public_key() const { return public_key_; }

private:
    db::Db& db_;
    const Clock& clock_;
    std::string public_key_;
    std::string secret_key_;
};

struct SealVerification {
    std::int64_t seals = 0;
    std::optional<std::int64_t> first_broken;  // its number
};

// Whether each seal is signed with this key, follows the one before it, and names audit rows that
// are still there.
SealVerification verify_seals(db::Tx& tx, const std::string& public_key);

}  // namespace nangluc
