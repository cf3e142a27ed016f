#pragma once

#include "modules/platform/account/account.hpp"

namespace nangluc {

using SessionId = Id<struct SessionTag>;

}  // namespace nangluc

namespace nangluc::platform {

// Settings session_idle_minutes and session_hours.
struct SessionLimits {
    std::int64_t idle_minutes = 0;
    std::int64_t hours = 0;
};

// Someone signed in at one place. Known to us by the digest of its token only.
struct Session {
    SessionId id;
    AccountId account;
    std::string agent;  // what the browser says of itself
    std::string peer;   // the address it came from
    Instant began_at;
    Instant seen_at;
    std::optional<Instant> ended_at = std::nullopt;

    bool is_alive(SessionLimits limits, Instant now) const;
    // True when so long has passed that the use is worth a write: about once a minute.
    bool is_to_be_noted(Instant now) const;
};

}  // namespace nangluc::platform
