#include "modules/platform/health.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/jobs.hpp"
#include "kit/log.hpp"
#include "kit/metrics.hpp"

namespace nangluc::platform {

static constexpr std::int64_t second = 1'000'000;

constexpr auto count_silent_jobs = R"sql(
    SELECT COUNT(*) AS jobs
      FROM platform_jobs
     WHERE status = 'running' AND lease_until < $1
)sql";

static HealthCheck check_jobs(db::Tx& tx, Instant now) {
    const Instant before{now.microseconds - 120 * second};
    const auto silent = tx.one(count_silent_jobs, before).value().get<std::int64_t>("jobs");
    return {.name = "jobs", .ok = silent == 0, .value = silent};
}

constexpr auto select_oldest_delivery = R"sql(
    SELECT MIN(o.at) AS at
      FROM platform_outbox_deliveries d
      JOIN platform_outbox o ON o.id = d.outbox_id
)sql";

static HealthCheck check_outbox(db::Tx& tx, Instant now) {
    const auto oldest = tx.one(select_oldest_delivery).value().get<std::optional<Instant>>("at");
    const auto lag = oldest ? (now.microseconds - oldest->microseconds) / second : 0;
    return {.name = "outbox", .ok = lag <= 300, .value = lag};
}

constexpr auto select_last_audit = R"sql(
    SELECT MAX(at) AS at
      FROM platform_audit_heads
)sql";

static HealthCheck check_audit(db::Tx& tx, Instant now) {
    const auto last = tx.one(select_last_audit).value().get<std::optional<Instant>>("at");
    const auto age = last ? (now.microseconds - last->microseconds) / second : 0;
    return {.name = "audit", .ok = true, .value = age};
}

static HealthCheck check_disk(const std::filesystem::path& folder) {
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    const auto free = error ? 0 : static_cast<std::int64_t>(space.available >> 20);
    return {.name = "disk", .ok = free >= 256, .value = free};
}

void Health::check_database(std::vector<HealthCheck>& checks) {
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

std::vector<HealthCheck> Health::check() {
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
    return checks;
}

constexpr auto count_jobs = R"sql(
    SELECT status, COUNT(*) AS jobs
      FROM platform_jobs
     GROUP BY status
)sql";

constexpr auto count_deliveries = R"sql(
    SELECT COUNT(*) AS deliveries
      FROM platform_outbox_deliveries
)sql";

constexpr auto count_audit_rows = R"sql(
    SELECT sequence
      FROM platform_audit_heads
)sql";

void Health::measure() {
    auto& series = metrics();
    kit_.db.read([&](db::Tx& tx) {
        for (const auto status : {JobStatus::waiting, JobStatus::running, JobStatus::failed}) {
            series.gauge("nangluc_jobs", {{"status", name_of(status)}}).set(0);
        }
        for (const auto& row : tx.all(count_jobs)) {
            series.gauge(
                      "nangluc_jobs", {{"status", row.get<std::string>("status")}}
            ).set(row.get<double>("jobs"));
        }
        series.gauge("nangluc_outbox_waiting")
            .set(tx.one(count_deliveries).value().get<double>("deliveries"));
        double audit_rows = 0;
        for (const auto& row : tx.all(count_audit_rows)) audit_rows += row.get<double>("sequence");
        series.gauge("nangluc_audit_rows").set(audit_rows);
    });
    series.gauge("nangluc_resident_bytes").set(static_cast<double>(resident_bytes()));
}

}  // namespace nangluc::platform
