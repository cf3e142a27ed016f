#pragma once

#include "kit/http/http.hpp"

#include "modules/platform/account/account_service.hpp"

namespace nangluc::platform {

void add_account_routes(http::Router& router, AccountService& accounts);

}  // namespace nangluc::platform
