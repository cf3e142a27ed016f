#pragma once

#include "kit/jobs.hpp"

#include "modules/platform/api.hpp"

namespace nangluc::platform {

// A job as its row says. `result` and `faults` are JSON.
struct Job {
    JobId id;
    std::string kind;
    UnitId unit;
    AccountId asked_by;
    JobStatus status = JobStatus::waiting;
    std::string stage;
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::optional<std::string> result;
    std::optional<std::string> refusal_code;
    std::optional<std::string> faults;
    std::string offer;  // JSON too: what it would end with if it were told to
    bool is_cancel_asked = false;
    bool is_accept_asked = false;
    int attempts = 0;
    Instant created_at;
    std::optional<Instant> started_at;
    std::optional<Instant> ended_at;

    bool has_ended() const;
    bool may_be_run_again() const;
    bool may_be_accepted() const;
};

// Absent: not_found("job").
Result<Job> find_job(db::Tx& tx, JobId id);

struct JobFilter {
    std::optional<JobStatus> status;
    std::optional<std::string> kind;
    std::int64_t before = INT64_MAX;
    int limit = 50;
};
// The latest first.
std::vector<Job> list_jobs(db::Tx& tx, const JobFilter& filter);

}  // namespace nangluc::platform
