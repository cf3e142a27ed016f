#pragma once

#include "kit/http/http.hpp"
#include "modules/assessment/moderation/moderation_service.hpp"

namespace nangluc::assessment {

void add_moderation_routes(http::Router& router, ModerationService& moderation, const Clock& clock);

}  // namespace nangluc::assessment
