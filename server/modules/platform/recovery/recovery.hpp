#pragma once

#include "modules/platform/api.hpp"

namespace nangluc {

using RecoveryId = Id<struct RecoveryTag>;

}  // namespace nangluc

namespace nangluc::platform {

enum class RecoveryStatus { asked, confirmed, used, withdrawn };
BOOST_DESCRIBE_ENUM(RecoveryStatus, asked, confirmed, used, withdrawn)

struct RecoveryAct {
    RecoveryStatus became = RecoveryStatus::asked;
    AccountId done_by;
    Instant done_at;
    std::string reason;
};

// A way back for someone who cannot sign in. One person asks, another confirms and is shown a code
// once, which they hand over in person; the one who lost the password chooses a new one with it.
struct Recovery {
    RecoveryId id;
    AccountId account;
    RecoveryStatus status = RecoveryStatus::asked;
    std::string code_hash;
    Instant code_until;
    std::vector<RecoveryAct> acts;

    AccountId asked_by() const { return acts.front().done_by; }
    bool is_open(Instant now) const;

    // Refuses with conflict("recovery.not_asked") what is no longer waiting, with
    // forbidden("recovery.same_person") the one who asked and the one it is for.
    Result<> confirm(AccountId by, std::string new_code_hash, Instant until);
    // Refuses with conflict("recovery.over") what was used or withdrawn.
    Result<> withdraw();
    // Refuses with unauthenticated("recovery.refused") whatever is wrong.
    Result<> use(Instant now);
};

}  // namespace nangluc::platform
