#pragma once

#include "base/date.hpp"

namespace nangluc {

// How long a job stays with a runner that says nothing.
inline Instant lease_from(Instant now) {
    return {now.microseconds + 60'000'000};
}

}  // namespace nangluc
