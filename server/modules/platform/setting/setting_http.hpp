#pragma once

#include "kit/http/http.hpp"

#include "modules/platform/setting/setting_service.hpp"

namespace nangluc::platform {

void add_setting_routes(http::Router& router, SettingService& settings);

}  // namespace nangluc::platform
