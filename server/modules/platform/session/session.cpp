#include "modules/platform/session/session.hpp"

namespace nangluc::platform {

static constexpr std::int64_t minute = 60'000'000;

bool Session::is_alive(SessionLimits limits, Instant now) const {
    if (ended_at) return false;
    if (now.microseconds >= began_at.microseconds + limits.hours * 60 * minute) return false;
    return now.microseconds < seen_at.microseconds + limits.idle_minutes * minute;
}

bool Session::is_to_be_noted(Instant now) const {
    return now.microseconds >= seen_at.microseconds + minute;
}

}  // namespace nangluc::platform
