#include "modules/platform/session/attempt.hpp"

#include <algorithm>

namespace nangluc::platform {

static constexpr std::int64_t second = 1'000'000;

Instant closed_until(AttemptKind kind, std::int64_t failures, Instant now) {
    const std::int64_t free = kind == AttemptKind::login ? 4 : 40;
    if (failures <= free) return now;

    const auto doublings = std::min<std::int64_t>(failures - free - 1, 5);
    const auto pause = std::min<std::int64_t>(30 * second << doublings, 900 * second);
    return {now.microseconds + pause};
}

Instant forgotten_before(Instant now) {
    return {now.microseconds - 86'400 * second};
}

}  // namespace nangluc::platform
