#include "modules/platform/module.hpp"

#include "base/clock.hpp"
#include "kit/http/session_token.hpp"

#include "modules/platform/account/account_http.hpp"
#include "modules/platform/audit/audit_http.hpp"
#include "modules/platform/grant/grant_http.hpp"
#include "modules/platform/health/health_http.hpp"
#include "modules/platform/job/job_http.hpp"
#include "modules/platform/notice/notice_http.hpp"
#include "modules/platform/recovery/recovery_http.hpp"
#include "modules/platform/session/session_http.hpp"
#include "modules/platform/setting/setting_http.hpp"

namespace nangluc::platform {

Module::Module(const Kit& kit, const Installation& installation)
    : kit_(kit),
      sessions_(kit, hasher_),
      accounts_(kit, hasher_),
      grants_(kit),
      recoveries_(kit, hasher_),
      settings_(kit),
      audit_(kit, installation.keys),
      jobs_(kit),
      health_(kit, installation.migrations, installation.data_folder) {}

void Module::add_routes(http::Router& router) {
    add_session_routes(router, sessions_);
    add_account_routes(router, accounts_);
    add_grant_routes(router, grants_, kit_.clock);
    add_recovery_routes(router, recoveries_);
    add_setting_routes(router, settings_);
    add_audit_routes(router, audit_);
    add_job_routes(router, jobs_);
    add_notice_routes(router, kit_);
    add_health_routes(router, health_);
}

Result<Actor> Module::sign_in(const http::Request& request) {
    const auto token = http::session_token(request);
    if (!token) return Actor();
    return sessions_.find_actor(token->text);
}

void Module::refresh_places() {
    kit_.db.transaction([&](db::Tx& tx) {
        platform::refresh_places(tx, kit_.subtrees, kit_.clock.today());
    });
}

}  // namespace nangluc::platform
