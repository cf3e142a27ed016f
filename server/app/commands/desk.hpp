#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "app/wiring/application.hpp"
#include "kit/jobs.hpp"
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

    // Waits until the job has ended: done here, or by a server that runs over the same database.
    // Refuses with the job's own code where it was refused, and with job.failed or job.cancelled.
    Result<> finish(JobId job);

    // The answer of the interface, as over HTTP. `target` is below /api/v1.
    http::Reply get(const Actor& actor, std::string_view target);

private:
    std::unique_ptr<db::Db> db_;
    std::unique_ptr<Clock> clock_;
    Application application_;
};

// Writes a new file, whole or not at all. Refuses file.exists and file.unwritable.
Result<> write_whole(const std::filesystem::path& file, const std::string& bytes);

// The code and faults of a refused reply, as a refusal.
Error error_of(const http::Reply& reply);

}  // namespace nangluc::app
