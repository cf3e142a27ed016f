#include "modules/platform/job/job_store.hpp"

namespace nangluc::platform {

bool Job::has_ended() const {
    return status != JobStatus::waiting && status != JobStatus::running;
}

bool Job::may_be_run_again() const {
    return has_ended() && status != JobStatus::done;
}

bool Job::may_be_accepted() const {
    return status == JobStatus::running && !offer.empty() && !is_accept_asked && !is_cancel_asked;
}

static Job job_of(const db::Row& row) {
    return {
        .id = row.get<JobId>("id"),
        .kind = row.get<std::string>("kind"),
        .unit = row.get<UnitId>("unit_id"),
        .asked_by = row.get<AccountId>("asked_by"),
        .status = row.get<JobStatus>("status"),
        .stage = row.get<std::string>("stage"),
        .done = row.get<std::int64_t>("done"),
        .total = row.get<std::int64_t>("total"),
        .result = row.get<std::optional<std::string>>("result"),
        .refusal_code = row.get<std::optional<std::string>>("refusal_code"),
        .faults = row.get<std::optional<std::string>>("faults"),
        .offer = row.get<std::string>("offer"),
        .is_cancel_asked = row.get<bool>("cancel_asked"),
        .is_accept_asked = row.get<bool>("accept_asked"),
        .attempts = row.get<int>("attempts"),
        .created_at = row.get<Instant>("created_at"),
        .started_at = row.get<std::optional<Instant>>("started_at"),
        .ended_at = row.get<std::optional<Instant>>("ended_at"),
    };
}

constexpr auto select_job = R"sql(
    SELECT id, kind, unit_id, asked_by, status, stage, done, total, result, refusal_code, faults,
           offer, cancel_asked, accept_asked, attempts, created_at, started_at, ended_at
      FROM platform_jobs
     WHERE id = $1
)sql";

Result<Job> find_job(db::Tx& tx, JobId id) {
    const auto row = tx.one(select_job, id);
    if (!row) return not_found("job");
    return job_of(*row);
}

constexpr auto select_jobs = R"sql(
    SELECT id, kind, unit_id, asked_by, status, stage, done, total, result, refusal_code, faults,
           offer, cancel_asked, accept_asked, attempts, created_at, started_at, ended_at
      FROM platform_jobs
     WHERE id < $1
       AND (status = $2 OR $2 IS NULL)
       AND (kind = $3 OR $3 IS NULL)
     ORDER BY id DESC
     LIMIT $4
)sql";

std::vector<Job> list_jobs(db::Tx& tx, const JobFilter& filter) {
    std::vector<Job> jobs;
    const auto rows = tx.all(select_jobs, filter.before, filter.status, filter.kind, filter.limit);
    for (const auto& row : rows) jobs.push_back(job_of(row));
    return jobs;
}

}  // namespace nangluc::platform
