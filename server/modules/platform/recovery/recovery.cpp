#include "modules/platform/recovery/recovery.hpp"

namespace nangluc::platform {

bool Recovery::is_open(Instant now) const {
    if (status == RecoveryStatus::asked) return true;
    return status == RecoveryStatus::confirmed && now < code_until;
}

Result<> Recovery::confirm(AccountId by, std::string new_code_hash, Instant until) {
    if (status != RecoveryStatus::asked) return conflict("recovery.not_asked");
    if (by == asked_by() || by == account) return forbidden("recovery.same_person");

    status = RecoveryStatus::confirmed;
    code_hash = std::move(new_code_hash);
    code_until = until;
    return {};
}

Result<> Recovery::withdraw() {
    const bool is_over = status == RecoveryStatus::used || status == RecoveryStatus::withdrawn;
    if (is_over) return conflict("recovery.over");

    status = RecoveryStatus::withdrawn;
    return {};
}

Result<> Recovery::use(Instant now) {
    if (status != RecoveryStatus::confirmed) return unauthenticated("recovery.refused");
    if (now >= code_until) return unauthenticated("recovery.refused");

    status = RecoveryStatus::used;
    return {};
}

}  // namespace nangluc::platform
