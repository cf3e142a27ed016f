#include "app/commands/desk.hpp"

#include <chrono>
#include <fstream>
#include <thread>

#include "base/clock.hpp"
#include "kit/http/target.hpp"
#include "kit/json/json.hpp"
#include "modules/organisation/unit/unit_store.hpp"
#include "modules/platform/account/account_store.hpp"
#include "modules/platform/job/job_store.hpp"

namespace nangluc::app {

struct FaultRead {
    std::string path;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(FaultRead, (), (path, code))

struct ProblemRead {
    std::string type;
    std::string title;
    int status = 0;
    std::string code;
    std::vector<FaultRead> faults;
    std::string request_id;
};
BOOST_DESCRIBE_STRUCT(ProblemRead, (), (type, title, status, code, faults, request_id))

Desk::Desk(const Config& config)
    : db_(db::open({.address = config.database.address})),
      clock_(system_clock(config.time_zone)),
      application_(config, *db_, *clock_) {}

Result<Actor> Desk::actor_called(std::string_view login) {
    const auto account =
        TRY(db_->read([&](db::Tx& tx) { return platform::find_account_by_login(tx, login); }));
    if (account.status == platform::AccountStatus::closed) return not_found("account");
    auto actor = application_.actor_of(account.id);
    actor.came_by({.request_id = "command-line", .idempotency_key = {}});
    return actor;
}

Result<organisation::Unit> Desk::unit_coded(std::string_view code) {
    return db_->read([&](db::Tx& tx) -> Result<organisation::Unit> {
        std::optional<organisation::Unit> lowest;
        for (auto& unit : organisation::find_units(tx, code, now(), 200)) {
            const bool is_lower = !lowest || lowest->path.text.size() < unit.path.text.size();
            if (unit.code == code && is_lower) lowest = std::move(unit);
        }
        if (!lowest) return not_found("unit");
        return std::move(*lowest);
    });
}

Result<> Desk::finish(JobId id) {
    for (;;) {
        const auto job = TRY(db_->read([&](db::Tx& tx) { return platform::find_job(tx, id); }));
        if (job.status == JobStatus::done) return {};
        if (job.refusal_code) return conflict(*job.refusal_code);
        if (job.has_ended()) return conflict("job." + name_of(job.status));
        if (!kit().jobs.run_one()) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
}

http::Reply Desk::get(const Actor& actor, std::string_view target) {
    http::Request request;
    request.request_id = "command-line";
    auto parsed = http::parse_target(std::string(http::api_root) + std::string(target));
    if (!parsed) return http::problem(parsed.error(), request.request_id);
    request.path = std::move(parsed.value().path);
    request.query = std::move(parsed.value().query);
    auto hooks = application_.hooks();
    hooks.sign_in = [&](const http::Request&) -> Result<Actor> { return actor; };
    return http::dispatch(application_.router(), std::move(request), hooks);
}

Result<> write_whole(const std::filesystem::path& file, const std::string& bytes) {
    if (std::filesystem::exists(file)) return conflict("file.exists");
    const std::filesystem::path half_done = file.string() + ".incomplete";
    {
        std::ofstream out(half_done, std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out) return unavailable("file.unwritable");
    }
    std::filesystem::rename(half_done, file);
    return {};
}

Error error_of(const http::Reply& reply) {
    Error error{Refusal::unavailable, "http." + std::to_string(reply.status)};
    if (auto problem = json::read<ProblemRead>(reply.body)) {
        error.code = problem.value().code;
        for (auto& [path, code] : problem.value().faults) {
            error.faults.push_back({std::move(path), std::move(code)});
        }
    }
    return error;
}

}  // namespace nangluc::app
