#pragma once

#include "kit/http/http.hpp"

#include "modules/platform/health/health_service.hpp"

namespace nangluc::platform {

// /health and /metrics are open: they hold figures of the installation, none of people. Who does
// not want them seen from outside closes them at the proxy.
void add_health_routes(http::Router& router, HealthService& health);

}  // namespace nangluc::platform
