#pragma once

#include "kit/kit.hpp"

#include "modules/platform/job/job_store.hpp"
#include "modules/platform/shown_rows.hpp"

namespace nangluc::platform {

using JobPage = ShownRows<Job>;

// Everybody sees and stops the jobs that they asked for; who holds see_jobs sees those of their
// units too, and may stop them or let them run again.
class JobService {
public:
    explicit JobService(const Kit& kit) : kit_(kit) {}

    JobPage list(const Actor& actor, const JobFilter& filter);
    Result<Job> find(const Actor& actor, JobId id);
    // Refuses with conflict("job.has_ended").
    Result<Job> cancel(const Actor& actor, JobId id);
    // Asks it to end with what it offers. Refuses with conflict("job.offers_nothing").
    Result<Job> accept(const Actor& actor, JobId id);
    // Refuses with conflict("job.not_to_be_run_again") what waits, runs or is done.
    Result<Job> run_again(const Actor& actor, JobId id);

private:
    Result<Job> find_visible(db::Tx& tx, const Actor& actor, JobId id) const;

    Kit kit_;
};

}  // namespace nangluc::platform
