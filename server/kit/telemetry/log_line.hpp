#pragma once

#include "base/date.hpp"
#include "kit/log.hpp"

namespace nangluc {

// The line that log() writes, without its end.
std::string log_line(Instant at, Level level, std::string_view event, LogFields fields);

}  // namespace nangluc
