#pragma once

#include "kit/http/http.hpp"

#include "modules/platform/audit/audit_service.hpp"

namespace nangluc::platform {

void add_audit_routes(http::Router& router, AuditService& audit);

}  // namespace nangluc::platform
