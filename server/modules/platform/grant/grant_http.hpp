#pragma once

#include "kit/http/http.hpp"

#include "modules/platform/grant/grant_service.hpp"

namespace nangluc::platform {

void add_grant_routes(http::Router& router, GrantService& grants, const Clock& clock);

}  // namespace nangluc::platform
