#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/clock.hpp"
#include "kit/jobs.hpp"

namespace nangluc {

// Jobs in their table. A runner takes a job for a minute at a time and says every few seconds that
// it is still there; one that goes silent loses the job to another, which starts from the
// checkpoint. What a runner writes after it lost the job is not taken.
class JobRunner final : public Jobs {
public:
    // The rights of an account as they stand now.
    using ActorOf = std::function<Actor(AccountId account)>;

    JobRunner(db::Db& db, const Clock& clock, IdMaker& ids);
    ~JobRunner() override;

    // Until it is given, a job acts with its account and no rights. At wiring only.
    void resolve_actors_with(ActorOf actor_of) { actor_of_ = std::move(actor_of); }

    void handle(std::string kind, Handler handler) override;
    void when_dropped(std::string kind, Dropped dropped) override;
    JobId start(
        db::Tx& tx, const Actor& actor, std::string_view kind, std::string input, UnitId unit
    ) override;
    bool cancel(db::Tx& tx, JobId job) override;
    bool accept(db::Tx& tx, JobId job) override;
    bool run_one() override;

    // Runs jobs on threads of their own until stop(). A job that runs then is told to return, and
    // waits for the next start with what it saved; the stop is not counted as an attempt.
    void begin(int threads);
    void stop();

private:
    class Run;
    struct Taken;
    struct Ending;

    std::optional<Taken> take_next();
    Ending run(Run& run, const Handler& handler) const;
    Ending ending_after_fault(std::int64_t attempts) const;
    void end(const Taken& job, const Ending& ending);
    void drop(db::Tx& tx, JobId job, const std::string& kind, const std::string& input) const;
    void work(const std::stop_token& stopping);

    db::Db& db_;
    const Clock& clock_;
    IdMaker& ids_;
    std::string runner_;  // the name of this process
    ActorOf actor_of_;
    std::map<std::string, Handler, std::less<>> handlers_;
    std::map<std::string, Dropped, std::less<>> dropped_;

    std::atomic<bool> is_stopping_{false};
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::vector<std::jthread> threads_;
};

// Lets a job that failed, was refused or was cancelled run again from its checkpoint, with three
// attempts. False where it stands otherwise.
bool retry_job(db::Tx& tx, const Clock& clock, JobId id);

}  // namespace nangluc
