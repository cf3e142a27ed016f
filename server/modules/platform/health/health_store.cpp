#include "modules/platform/health/health_store.hpp"

namespace nangluc::platform {

constexpr auto count_silent_jobs = R"sql(
    SELECT COUNT(*) AS jobs
      FROM platform_jobs
     WHERE status = 'running' AND lease_until < $1
)sql";

std::int64_t count_jobs_silent_since(db::Tx& tx, Instant moment) {
    return tx.one(count_silent_jobs, moment).value().get<std::int64_t>("jobs");
}

constexpr auto select_oldest_delivery = R"sql(
    SELECT MIN(o.at) AS at
      FROM platform_outbox_deliveries d
      JOIN platform_outbox o ON o.id = d.outbox_id
)sql";

std::optional<Instant> find_oldest_delivery(db::Tx& tx) {
    return tx.one(select_oldest_delivery).value().get<std::optional<Instant>>("at");
}

constexpr auto select_last_audit = R"sql(
    SELECT MAX(at) AS at
      FROM platform_audit_heads
)sql";

std::optional<Instant> find_last_audit(db::Tx& tx) {
    return tx.one(select_last_audit).value().get<std::optional<Instant>>("at");
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

constexpr auto select_chain_lengths = R"sql(
    SELECT sequence
      FROM platform_audit_heads
)sql";

WorkFigures count_work(db::Tx& tx) {
    WorkFigures figures;
    for (const auto& row : tx.all(count_jobs)) {
        figures.jobs[row.get<JobStatus>("status")] = row.get<std::int64_t>("jobs");
    }
    figures.deliveries = tx.one(count_deliveries).value().get<std::int64_t>("deliveries");
    for (const auto& row : tx.all(select_chain_lengths)) {
        figures.audit_rows += row.get<std::int64_t>("sequence");
    }
    return figures;
}

}  // namespace nangluc::platform
