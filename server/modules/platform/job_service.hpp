#pragma once

#include "kit/kit.hpp"

#include "modules/platform/job_store.hpp"

namespace nangluc::platform {

struct JobPage {
    std::vector<Job> jobs;
    std::int64_t next_before = 0;  // 0 on the last page
};

// Everybody sees and stops the jobs that they asked for; who holds see_jobs sees those of their
// units too, and may stop them or let them run again.
class JobService {
public:
    explicit JobService(const Kit& kit) : kit_(kit) {}

    JobPage list(const Actor& actor, JobFilter filter);
    Result<Job> find(const Actor& actor, JobId id);
    // Refuses with conflict("job.has_ended").
    Result<Job> cancel(const Actor& actor, JobId id);
    // Refuses with conflict("job.not_to_be_run_again") what waits, runs or is done.
    Result<Job> run_again(const Actor& actor, JobId id);

private:
    Result<Job> find_visible(db::Tx& tx, const Actor& actor, JobId id) const;

    Kit kit_;
};

}  // namespace nangluc::platform
