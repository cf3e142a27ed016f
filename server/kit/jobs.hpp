#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "kit/actor.hpp"
#include "kit/db/db.hpp"

namespace nangluc {

using JobId = Id<struct JobTag>;

enum class JobStatus { waiting, running, done, refused, failed, cancelled };
BOOST_DESCRIBE_ENUM(JobStatus, waiting, running, done, refused, failed, cancelled)

// A piece of long work as its handler sees it.
class JobRun {
public:
    virtual ~JobRun() = default;
    virtual JobId id() const = 0;
    virtual const std::string& input() const = 0;  // JSON
    virtual const Actor& actor() const = 0;        // who asked for it, with the rights of now
    // What an earlier attempt saved; empty at the first.
    virtual const std::string& checkpoint() const = 0;
    virtual void save_checkpoint(std::string json) = 0;
    // `stage` is a code that the web turns into words; done and total are real counts.
    virtual void progress(std::string_view stage, std::int64_t done, std::int64_t total) = 0;
    // True once somebody asked to stop: undo what is half done, or leave it whole, and return.
    virtual bool is_cancelled() const = 0;
    // What stands so far, as JSON, for the page that waits. From then on somebody may accept it.
    virtual void offer(std::string json) = 0;
    // True once somebody said that what was offered is good enough: finish with it and return.
    virtual bool is_accepted() const = 0;
};

// Long work: anything over two seconds is a job row with progress, cancel, and resume after a crash
// (the lease runs out, another runner takes it with its checkpoint).
class Jobs {
public:
    // Returns the result as JSON, or a refusal, which ends the job as `refused`. What it throws is
    // tried again up to three times, then the job has `failed`.
    using Handler = std::function<Result<std::string>(JobRun& run)>;

    // What to put right in the transaction in which a job comes to nothing without its handler
    // being told: cancelled before it began, or failed for good.
    using Dropped = std::function<void(db::Tx& tx, JobId job, const std::string& input)>;

    virtual ~Jobs() = default;
    // Both called at wiring only.
    virtual void handle(std::string kind, Handler handler) = 0;
    virtual void when_dropped(std::string kind, Dropped dropped) = 0;
    // In the caller's transaction: the job exists if the change does.
    virtual JobId start(
        db::Tx& tx, const Actor& actor, std::string_view kind, std::string input, UnitId unit
    ) = 0;
    // Stops a waiting job at once and asks a running one to stop. False where it has ended already.
    virtual bool cancel(db::Tx& tx, JobId job) = 0;
    // Asks a running job to end with what it offers. False where it offers nothing or has ended.
    virtual bool accept(db::Tx& tx, JobId job) = 0;
    // Runs one waiting job to its end; false when there is none. Tests call it directly.
    virtual bool run_one() = 0;
};

}  // namespace nangluc
