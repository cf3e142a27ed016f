#pragma once

#include <memory>

#include "base/clock.hpp"
#include "kit/config/config.hpp"
#include "kit/db/db.hpp"
#include "kit/http/dispatch.hpp"
#include "kit/kit.hpp"
#include "kit/work/audit_seal.hpp"

namespace nangluc::app {

// The whole application over a database: kit, modules, routes, subscriptions, jobs. Nothing runs by
// itself until begin().
class Application {
public:
    Application(const Config& config, db::Db& db, Clock& clock);
    ~Application();
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;

    const Kit& kit() const;
    const http::Router& router() const;
    http::Hooks hooks();
    // With the rights of today.
    Actor actor_of(AccountId account);

    // Starts the threads of jobs and outbox.
    void begin();
    void stop();
    // What those threads would do, once and here: for tests and for commands.
    void deliver_news();
    void run_jobs();
    int run_rounds();

    // Whether what was sealed of the audit is still there, under this installation's key.
    SealVerification verify_seals();
    // Whether the figures in memory equal those of a full pass over the rows.
    bool figures_agree();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace nangluc::app
