#pragma once

#include "kit/http/http.hpp"
#include "kit/kit.hpp"

namespace nangluc::platform {

void add_notice_routes(http::Router& router, const Kit& kit);

}  // namespace nangluc::platform
