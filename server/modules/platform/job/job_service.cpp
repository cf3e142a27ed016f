#include "modules/platform/job/job_service.hpp"

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/work/job_runner.hpp"

#include "modules/platform/place_filter.hpp"

namespace nangluc::platform {

JobPage JobService::list(const Actor& actor, const JobFilter& filter) {
    return kit_.db.read([&](db::Tx& tx) {
        PlaceFilter places(tx, kit_.subtrees, actor, Permission::see_jobs, kit_.clock.today());
        return list_shown<Job>(
            filter.limit,
            filter.before,
            [&](std::int64_t before, int count) {
                auto next = filter;
                next.before = before;
                next.limit = count;
                return list_jobs(tx, next);
            },
            [](const Job& job) { return job.id.value; },
            [&](const Job& job) {
                return job.asked_by == actor.account() || places.shows(job.unit, job.created_at);
            }
        );
    });
}

Result<Job> JobService::find_visible(db::Tx& tx, const Actor& actor, JobId id) const {
    auto job = TRY(find_job(tx, id));
    PlaceFilter places(tx, kit_.subtrees, actor, Permission::see_jobs, kit_.clock.today());
    const bool is_own = job.asked_by == actor.account();
    if (!is_own && !places.shows(job.unit, job.created_at)) return not_found("job");
    return job;
}

Result<Job> JobService::find(const Actor& actor, JobId id) {
    return kit_.db.read([&](db::Tx& tx) { return find_visible(tx, actor, id); });
}

Result<Job> JobService::cancel(const Actor& actor, JobId id) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<Job> {
        const auto job = TRY(find_visible(tx, actor, id));
        if (!kit_.jobs.cancel(tx, id)) return conflict("job.has_ended");
        kit_.audit.write(tx, actor, {.act = "job.cancelled", .object = id.value, .unit = job.unit});
        return find_job(tx, id);
    });
}

Result<Job> JobService::accept(const Actor& actor, JobId id) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<Job> {
        const auto job = TRY(find_visible(tx, actor, id));
        if (!kit_.jobs.accept(tx, id)) return conflict("job.offers_nothing");
        kit_.audit.write(tx, actor, {.act = "job.accepted", .object = id.value, .unit = job.unit});
        return find_job(tx, id);
    });
}

Result<Job> JobService::run_again(const Actor& actor, JobId id) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<Job> {
        const auto job = TRY(find_visible(tx, actor, id));
        if (!retry_job(tx, kit_.clock, id)) return conflict("job.not_to_be_run_again");
        kit_.audit.write(tx, actor, {.act = "job.run_again", .object = id.value, .unit = job.unit});
        return find_job(tx, id);
    });
}

}  // namespace nangluc::platform
