#pragma once

#include "kit/http/http.hpp"

#include "modules/platform/recovery/recovery_service.hpp"

namespace nangluc::platform {

void add_recovery_routes(http::Router& router, RecoveryService& recoveries);

}  // namespace nangluc::platform
