#pragma once

#include "kit/http/http.hpp"

#include "modules/platform/account/account_service.hpp"
#include "modules/platform/audit/audit_service.hpp"
#include "modules/platform/grant/grant_service.hpp"
#include "modules/platform/health/health_service.hpp"
#include "modules/platform/job/job_service.hpp"
#include "modules/platform/recovery/recovery_service.hpp"
#include "modules/platform/session/session_service.hpp"
#include "modules/platform/setting/setting_service.hpp"

namespace nangluc::platform {

// What platform needs beside the kit: it answers for the installation as a whole.
struct Installation {
    PersonKeys& keys;
    std::span<const db::Migration> migrations;
    std::filesystem::path data_folder;
};

// Accounts, sessions, roles, settings, and what is to be read of audit and jobs.
class Module {
public:
    Module(const Kit& kit, const Installation& installation);

    void add_routes(http::Router& router);
    void add_health_check(std::function<HealthCheck()> check) { health_.add(std::move(check)); }

    // The hook of http::Hooks::sign_in: who bears the token of a request. Nobody where there is
    // none.
    Result<Actor> sign_in(const http::Request& request);
    // The hook of JobRunner::resolve_actors_with.
    Actor actor_of(AccountId account) { return sessions_.actor_of(account); }
    void keep_seen_sessions() { sessions_.keep_seen(); }

    // To be called at the start, at the first work of a day, and when units were reorganised.
    void refresh_places();

private:
    Kit kit_;
    PasswordHasher hasher_;
    SessionService sessions_;
    AccountService accounts_;
    GrantService grants_;
    RecoveryService recoveries_;
    SettingService settings_;
    AuditService audit_;
    JobService jobs_;
    HealthService health_;
};

}  // namespace nangluc::platform
