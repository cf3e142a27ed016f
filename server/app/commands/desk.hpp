#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/wiring/application.hpp"
#include "modules/organisation/api.hpp"

namespace nangluc::app {

// An installation opened for one command, with somebody at the desk: what is done is done with the
// rights of that account and written to the audit as theirs. Whoever can open the database and the
// master key can already act for anybody, so a login is enough.
class Desk {
public:
    explicit Desk(const Config& config);

    Application& application() { return application_; }
    const Kit& kit() const { return application_.kit(); }
    AsOf now() const { return clock_->as_of_now(); }

    // Refuses not_found("account") for a login that is not there or is closed.
    Result<Actor> actor_called(std::string_view login);
    // By the code of the state: the lowest unit that carries it today, since old codes were used
    // again on another level. Refuses not_found("unit").
    Result<organisation::Unit> unit_coded(std::string_view code);

    // The answer of the interface, as over HTTP. `target` is below /api/v1.
    http::Reply get(const Actor& actor, std::string_view target);

private:
    std::unique_ptr<db::Db> db_;
    std::unique_ptr<Clock> clock_;
    Application application_;
};

// The code and faults of a refused reply, as a refusal.
Error error_of(const http::Reply& reply);

}  // namespace nangluc::app
