#include "modules/platform/health/health_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/log.hpp"
#include "kit/metrics.hpp"

#include "modules/platform/health/health_store.hpp"

namespace nangluc::platform {

static constexpr std::int64_t second = 1'000'000;

// Seconds from then to now; 0 where there is no then.
static std::int64_t age(std::optional<Instant> then, Instant now) {
    return then ? (now.microseconds - then->microseconds) / second : 0;
}

static HealthCheck check_jobs(db::Tx& tx, Instant now) {
    const auto silent = count_jobs_silent_since(tx, {now.microseconds - 120 * second});
    return {.name = "jobs", .ok = silent == 0, .value = silent};
}

static HealthCheck check_outbox(db::Tx& tx, Instant now) {
    const auto lag = age(find_oldest_delivery(tx), now);
    return {.name = "outbox", .ok = lag <= 300, .value = lag};
}

static HealthCheck check_audit(db::Tx& tx, Instant now) {
    return {.name = "audit", .ok = true, .value = age(find_last_audit(tx), now)};
}

static HealthCheck check_disk(const std::filesystem::path& folder) {
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    const auto free = error ? 0 : static_cast<std::int64_t>(space.available >> 20);
    return {.name = "disk", .ok = free >= 256, .value = free};
}

void HealthService::check_database(std::vector<HealthCheck>& checks) {
    const auto states = db::migration_states(kit_.db, migrations_);
    const auto pending = std::ranges::count_if(states, [](const db::MigrationState& state) {
        return state.applied_at.empty();
    });
    checks.push_back({.name = "migrations", .ok = pending == 0, .value = pending});
    if (pending != 0) return;

    const auto now = kit_.clock.now();
    kit_.db.read([&](db::Tx& tx) {
        checks.push_back(check_jobs(tx, now));
        checks.push_back(check_outbox(tx, now));
        checks.push_back(check_audit(tx, now));
    });
}

std::vector<HealthCheck> HealthService::check() {
    std::vector<HealthCheck> checks = {{.name = "database"}};
    try {
        std::vector<HealthCheck> of_database;
        check_database(of_database);
        std::ranges::move(of_database, std::back_inserter(checks));
    } catch (const std::exception& fault) {
        // Said in the reply, because whoever asks cannot reach the log of a server that is ill.
        log(Level::error, "health.database_failed", {{"error", fault.what()}});
        checks.front().ok = false;
    }
    checks.push_back(check_disk(data_folder_));
    for (const auto& other : others_) checks.push_back(other());
    return checks;
}

void HealthService::measure() {
    auto& series = metrics();
    const auto set = [&](JobStatus status, std::int64_t jobs) {
        series.gauge("nangluc_jobs", {{"status", name_of(status)}}).set(static_cast<double>(jobs));
    };
    const auto figures = kit_.db.read([](db::Tx& tx) { return count_work(tx); });

    for (const auto status : {JobStatus::waiting, JobStatus::running, JobStatus::failed}) {
        set(status, 0);
    }
    for (const auto& [status, jobs] : figures.jobs) set(status, jobs);
    series.gauge("nangluc_outbox_waiting").set(static_cast<double>(figures.deliveries));
    series.gauge("nangluc_audit_rows").set(static_cast<double>(figures.audit_rows));
    series.gauge("nangluc_resident_bytes").set(static_cast<double>(resident_bytes()));
}

}  // namespace nangluc::platform
