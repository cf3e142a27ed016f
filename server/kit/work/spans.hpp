#pragma once

#include <cstdint>

namespace nangluc {

// In microseconds, as instants count.
inline constexpr std::int64_t second = 1'000'000;
inline constexpr std::int64_t hour = 3600 * second;

}  // namespace nangluc
