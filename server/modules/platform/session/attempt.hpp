#pragma once

#include "modules/platform/api.hpp"

namespace nangluc::platform {

// What guesses are counted by.
enum class AttemptKind { login, peer };
BOOST_DESCRIBE_ENUM(AttemptKind, login, peer)

// Until when a login or an address is closed after so many failures in a row. The first few cost
// nothing, since people mistype; then 30 s, doubled each time up to 15 minutes. An address has more
// of them free, because a whole office may share one.
Instant closed_until(AttemptKind kind, std::int64_t failures, Instant now);

// Failures older than a day are forgotten.
Instant forgotten_before(Instant now);

}  // namespace nangluc::platform
