#pragma once

#include "kit/http/http.hpp"

#include "modules/platform/session/session_service.hpp"

namespace nangluc::platform {

void add_session_routes(http::Router& router, SessionService& sessions);

}  // namespace nangluc::platform
