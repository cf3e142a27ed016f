#include "kit/work/job_run.hpp"

#include <chrono>

#include "kit/log.hpp"
#include "kit/work/job_lease.hpp"

namespace nangluc {

JobRunner::Run::Run(JobRunner& runner, const Taken& job, Actor actor)
    : runner_(runner), job_(job), actor_(std::move(actor)) {
    report_.checkpoint = job.checkpoint;
    watcher_ = std::jthread([this](const std::stop_token& closing) { watch(closing); });
}

// It may run while an exception is on its way, and the database may be why.
JobRunner::Run::~Run() {
    try {
        close();
    } catch (const std::exception& fault) {
        log(Level::warning, "job.report_failed", {{"job", job_.id.value}, {"error", fault.what()}});
    }
}

void JobRunner::Run::save_checkpoint(std::string json) {
    const std::lock_guard lock(mutex_);
    report_.checkpoint = std::move(json);
    report_.is_new = true;
}

void JobRunner::Run::progress(std::string_view stage, std::int64_t done, std::int64_t total) {
    const std::lock_guard lock(mutex_);
    report_.stage = stage;
    report_.done = done;
    report_.total = total;
    report_.is_new = true;
}

void JobRunner::Run::offer(std::string json) {
    const std::lock_guard lock(mutex_);
    report_.offer = std::move(json);
    report_.is_new = true;
}

bool JobRunner::Run::is_cancelled() const {
    const bool must_stop = is_asked_ || is_lost_ || runner_.is_stopping_;
    if (must_stop) was_told_ = true;
    return must_stop;
}

void JobRunner::Run::watch(const std::stop_token& closing) {
    using namespace std::chrono;
    auto renewed = steady_clock::now();
    while (!closing.stop_requested()) {
        try {
            look_for_wishes();
            const bool is_due = steady_clock::now() - renewed > seconds(10);
            write_report(is_due);
            if (is_due) renewed = steady_clock::now();
        } catch (const std::exception& fault) {
            // The next round tries again; if it lasts, the lease runs out and the job moves on.
            log(Level::warning,
                "job.report_failed",
                {{"job", job_.id.value}, {"error", fault.what()}});
        }
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, closing, milliseconds(500), [] { return false; });
    }
}

constexpr auto select_wishes = R"sql(
    SELECT cancel_asked, accept_asked
      FROM platform_jobs
     WHERE id = $1
)sql";

void JobRunner::Run::look_for_wishes() {
    const auto row = runner_.db_.read([&](db::Tx& tx) { return tx.one(select_wishes, job_.id); });
    if (!row) return;
    if (row->get<bool>("cancel_asked")) is_asked_ = true;
    if (row->get<bool>("accept_asked")) is_accepted_ = true;
}

constexpr auto update_report = R"sql(
    UPDATE platform_jobs
       SET stage = $4, done = $5, total = $6, checkpoint = $7, offer = $8,
           lease_until = $9
     WHERE id = $1 AND runner = $2 AND attempts = $3 AND status = 'running'
)sql";

void JobRunner::Run::write_report(bool also_renew) {
    Report report;
    {
        const std::lock_guard lock(mutex_);
        if (!report_.is_new && !also_renew) return;
        report = report_;
        report_.is_new = false;
    }
    try {
        save(report);
    } catch (...) {
        const std::lock_guard lock(mutex_);
        report_.is_new = true;
        throw;
    }
}

void JobRunner::Run::save(const Report& report) {
    const auto rows = runner_.db_.transaction([&](db::Tx& tx) {
        return tx.run(
            update_report,
            job_.id,
            runner_.runner_,
            job_.attempts,
            report.stage,
            report.done,
            report.total,
            report.checkpoint,
            report.offer,
            lease_from(runner_.clock_.now())
        );
    });
    if (rows == 0) is_lost_ = true;
}

void JobRunner::Run::close() {
    if (!watcher_.joinable()) return;
    watcher_.request_stop();
    watcher_.join();
    write_report(false);
}

}  // namespace nangluc
