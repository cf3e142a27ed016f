#include "kit/work/job_runner.hpp"

#include <unistd.h>

#include <chrono>
#include <stdexcept>

#include "kit/json/json.hpp"
#include "kit/log.hpp"
#include "kit/secrets.hpp"
#include "kit/work/job_lease.hpp"
#include "kit/work/job_run.hpp"
#include "kit/work/spans.hpp"

namespace nangluc {

namespace {

constexpr std::int64_t most_attempts = 3;

struct FaultOfJob {
    std::string path;
    std::string code;
    BOOST_DESCRIBE_CLASS(FaultOfJob, (), (path, code), (), ())
};

std::string faults_text(const Error& error) {
    std::vector<FaultOfJob> faults;
    for (const auto& fault : error.faults) faults.push_back({fault.path, fault.code});
    return json::write(faults);
}

}  // namespace

// How an attempt ended; `waiting` where another follows.
struct JobRunner::Ending {
    JobStatus status = JobStatus::done;
    std::optional<std::string> result = {};
    std::optional<Error> error = {};
    std::int64_t pause = 0;
    bool counts = true;
};

JobRunner::JobRunner(db::Db& db, const Clock& clock, IdMaker& ids)
    : db_(db),
      clock_(clock),
      ids_(ids),
      runner_(std::to_string(getpid()) + '-' + to_hex(random_bytes(8))),
      actor_of_([](AccountId account) { return Actor(account, {}, {}); }) {}

JobRunner::~JobRunner() {
    stop();
}

void JobRunner::handle(std::string kind, Handler handler) {
    if (!handlers_.emplace(std::move(kind), std::move(handler)).second) {
        throw std::logic_error("two handlers for one kind of job");
    }
}

void JobRunner::when_dropped(std::string kind, Dropped dropped) {
    dropped_.insert_or_assign(std::move(kind), std::move(dropped));
}

constexpr auto insert_job = R"sql(
    INSERT INTO platform_jobs (id, kind, input, unit_id, asked_by, status, stage, done, total,
                               checkpoint, attempts, next_at, cancel_asked, created_at)
    VALUES ($1, $2, $3, $4, $5, 'waiting', '', 0, 0, '', 0, $6, 0, $6)
)sql";

JobId JobRunner::start(
    db::Tx& tx, const Actor& actor, std::string_view kind, std::string input, UnitId unit
) {
    const auto id = ids_.make<JobId>();
    tx.run(insert_job, id, kind, input, unit, actor.account(), clock_.now());
    return id;
}

// The condition stands twice, because a second runner may have taken the row that was found.
constexpr auto take_job = R"sql(
    UPDATE platform_jobs
       SET status = 'running', runner = $1, lease_until = $2, attempts = attempts + 1,
           started_at = COALESCE(started_at, $3)
     WHERE id = (SELECT id
                   FROM platform_jobs
                  WHERE (status = 'waiting' AND next_at <= $3)
                     OR (status = 'running' AND lease_until < $3)
                  ORDER BY id
                  LIMIT 1)
       AND ((status = 'waiting' AND next_at <= $3) OR (status = 'running' AND lease_until < $3))
    RETURNING id, kind, input, checkpoint, asked_by, attempts
)sql";

std::optional<JobRunner::Taken> JobRunner::take_next() {
    return db_.transaction([&](db::Tx& tx) -> std::optional<Taken> {
        const auto now = clock_.now();
        const auto row = tx.one(take_job, runner_, lease_from(now), now);
        if (!row) return std::nullopt;
        return Taken{
            .id = row->get<JobId>("id"),
            .kind = row->get<std::string>("kind"),
            .input = row->get<std::string>("input"),
            .checkpoint = row->get<std::string>("checkpoint"),
            .asked_by = row->get<AccountId>("asked_by"),
            .attempts = row->get<std::int64_t>("attempts"),
        };
    });
}

constexpr auto update_ended_job = R"sql(
    UPDATE platform_jobs
       SET status = $4, result = $5, refusal_code = $6, faults = $7, next_at = $8,
           attempts = $9, ended_at = $10, lease_until = NULL, runner = NULL, offer = ''
     WHERE id = $1 AND runner = $2 AND attempts = $3 AND status = 'running'
)sql";

void JobRunner::end(const Taken& job, const Ending& ending) {
    const auto now = clock_.now();
    const auto& error = ending.error;
    db_.transaction([&](db::Tx& tx) {
        const auto rows = tx.run(
            update_ended_job,
            job.id,
            runner_,
            job.attempts,
            ending.status,
            ending.result,
            error ? std::optional(error->code) : std::nullopt,
            error ? std::optional(faults_text(*error)) : std::nullopt,
            Instant{now.microseconds + ending.pause},
            ending.counts ? job.attempts : job.attempts - 1,
            ending.status == JobStatus::waiting ? std::nullopt : std::optional(now)
        );
        if (rows == 1 && ending.status == JobStatus::failed) drop(tx, job.id, job.kind, job.input);
    });
    log(Level::info,
        "job.ended",
        {{"job", job.id.value},
         {"kind", job.kind},
         {"attempt", job.attempts},
         {"status", name_of(ending.status)},
         {"code", error ? error->code : ""}});
}

JobRunner::Ending JobRunner::ending_after_fault(std::int64_t attempts) const {
    if (attempts >= most_attempts) return {.status = JobStatus::failed};
    return {.status = JobStatus::waiting, .pause = attempts == 1 ? 10 * second : 60 * second};
}

JobRunner::Ending JobRunner::run(Run& run, const Handler& handler) const {
    auto outcome = handler(run);
    if (run.was_told() && run.is_asked_to_cancel()) return {.status = JobStatus::cancelled};
    if (run.was_told()) return {.status = JobStatus::waiting, .counts = false};
    if (!outcome) return {.status = JobStatus::refused, .error = std::move(outcome.error())};
    return {.status = JobStatus::done, .result = take(outcome)};
}

bool JobRunner::run_one() {
    const auto job = take_next();
    if (!job) return false;

    // Its last attempt ended with the process: one more would end this one too.
    if (job->attempts > most_attempts) {
        end(*job, {.status = JobStatus::failed});
        return true;
    }
    const auto handler = handlers_.find(job->kind);
    if (handler == handlers_.end()) {
        // Perhaps a newer server knows the kind: it waits, and nothing is counted.
        end(*job, {.status = JobStatus::waiting, .pause = 60 * second, .counts = false});
        return true;
    }

    Ending ending;
    try {
        Run attempt(*this, *job, actor_of_(job->asked_by));
        ending = run(attempt, handler->second);
        attempt.close();
    } catch (const std::exception& fault) {
        log(Level::error,
            "job.attempt_failed",
            {{"job", job->id.value}, {"kind", job->kind}, {"error", fault.what()}});
        ending = ending_after_fault(job->attempts);
    }
    end(*job, ending);
    return true;
}

void JobRunner::work(const std::stop_token& stopping) {
    using namespace std::chrono_literals;
    while (!stopping.stop_requested()) {
        bool has_run = false;
        try {
            has_run = run_one();
        } catch (const std::exception& fault) {
            log(Level::error, "jobs.failed", {{"error", fault.what()}});
        }
        if (has_run) continue;
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, stopping, 500ms, [] { return false; });
    }
}

void JobRunner::begin(int threads) {
    is_stopping_ = false;
    for (int i = 0; i < threads; ++i) {
        threads_.emplace_back([this](const std::stop_token& stopping) { work(stopping); });
    }
}

void JobRunner::stop() {
    is_stopping_ = true;
    for (auto& thread : threads_) thread.request_stop();
    threads_.clear();
    is_stopping_ = false;
}

constexpr auto cancel_waiting_job = R"sql(
    UPDATE platform_jobs
       SET status = 'cancelled', cancel_asked = 1, ended_at = $2
     WHERE id = $1 AND status = 'waiting'
    RETURNING kind, input
)sql";

constexpr auto ask_running_job = R"sql(
    UPDATE platform_jobs
       SET cancel_asked = 1
     WHERE id = $1 AND status = 'running'
)sql";

bool JobRunner::cancel(db::Tx& tx, JobId id) {
    if (const auto waiting = tx.one(cancel_waiting_job, id, clock_.now())) {
        drop(tx, id, waiting->get<std::string>("kind"), waiting->get<std::string>("input"));
        return true;
    }
    return tx.run(ask_running_job, id) == 1;
}

constexpr auto accept_running_job = R"sql(
    UPDATE platform_jobs
       SET accept_asked = 1
     WHERE id = $1 AND status = 'running' AND offer <> ''
)sql";

bool JobRunner::accept(db::Tx& tx, JobId id) {
    return tx.run(accept_running_job, id) == 1;
}

void JobRunner::drop(db::Tx& tx, JobId job, const std::string& kind, const std::string& input)
    const {
    if (const auto dropped = dropped_.find(kind); dropped != dropped_.end()) {
        dropped->second(tx, job, input);
    }
}

constexpr auto restart_job = R"sql(
    UPDATE platform_jobs
       SET status = 'waiting', attempts = 0, next_at = $2, cancel_asked = 0, accept_asked = 0,
           offer = '', ended_at = NULL, result = NULL, refusal_code = NULL, faults = NULL
     WHERE id = $1 AND status IN ('failed', 'refused', 'cancelled')
)sql";

bool retry_job(db::Tx& tx, const Clock& clock, JobId id) {
    return tx.run(restart_job, id, clock.now()) == 1;
}

}  // namespace nangluc
