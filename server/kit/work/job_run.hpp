#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/clock.hpp"
#include "kit/work/job_runner.hpp"

namespace nangluc {

// A job as its runner took it.
struct JobRunner::Taken {
    JobId id;
    std::string kind;
    std::string input;
    std::string checkpoint;
    AccountId asked_by;
    std::int64_t attempts = 0;
};

// One attempt. What the handler reports is kept in memory and written by a thread beside it, twice
// a second at most: a handler may report from inside a transaction of its own, which on SQLite
// holds the only writer.
class JobRunner::Run final : public JobRun {
public:
    Run(JobRunner& runner, const Taken& job, Actor actor);
    ~Run() override;

    JobId id() const override { return job_.id; }
    const std::string& input() const override { return job_.input; }
    const Actor& actor() const override { return actor_; }
    const std::string& checkpoint() const override { return job_.checkpoint; }
    void save_checkpoint(std::string json) override;
    void progress(std::string_view stage, std::int64_t done, std::int64_t total) override;
    bool is_cancelled() const override;
    void offer(std::string json) override;
    bool is_accepted() const override { return is_accepted_; }

    // Whether the handler has been told to stop, and by whom.
    bool was_told() const { return was_told_; }
    bool is_asked_to_cancel() const { return is_asked_; }

    // Ends the thread beside and writes what is left.
    void close();

private:
    struct Report {
        std::string stage;
        std::int64_t done = 0;
        std::int64_t total = 0;
        std::string checkpoint;
        std::string offer;
        bool is_new = false;
    };

    void watch(const std::stop_token& closing);
    void look_for_wishes();
    void write_report(bool also_renew);
    void save(const Report& report);

    JobRunner& runner_;
    const Taken& job_;
    Actor actor_;

    std::atomic<bool> is_asked_{false};
    std::atomic<bool> is_accepted_{false};
    std::atomic<bool> is_lost_{false};
    mutable std::atomic<bool> was_told_{false};

    std::mutex mutex_;
    Report report_;
    std::condition_variable_any wake_;
    std::jthread watcher_;
};

}  // namespace nangluc
