#pragma once

#include <map>

#include "kit/jobs.hpp"

namespace nangluc::platform {

// Jobs whose runner should have been heard of before that moment.
std::int64_t count_jobs_silent_since(db::Tx& tx, Instant moment);
// When the oldest news was published that somebody has still to hear.
std::optional<Instant> find_oldest_delivery(db::Tx& tx);
std::optional<Instant> find_last_audit(db::Tx& tx);

// How much there is of what the kit keeps.
struct WorkFigures {
    std::map<JobStatus, std::int64_t> jobs;
    std::int64_t deliveries = 0;
    std::int64_t audit_rows = 0;
};
WorkFigures count_work(db::Tx& tx);

}  // namespace nangluc::platform
