#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.hpp"
#include "kit/db/db.hpp"

namespace nangluc {

enum class Every { minute, day };

// Work that comes round by itself. Each turn is taken by one server for all that run over the
// database; what fails is given back and tried again, and what a server took and did not end,
// because it went down, is taken by another or by itself a quarter of an hour later. A server that
// was down for some turns does the work once. Daily work begins with the first day after the
// installation's own.
class Rounds {
public:
    using Task = std::function<void()>;

    Rounds(db::Db& db, const Clock& clock) : db_(db), clock_(clock) {}
    ~Rounds();

    // At wiring only. A name is one piece of work, also for the other servers.
    void add(std::string name, Every every, Task task);
    // Each minute on every server: what it keeps of its own.
    void add_own(std::string name, Task task);
    // Does what is due now; how many pieces. Tests call it directly.
    int run_due();

    // Looks each second from a thread of its own until stop().
    void begin();
    void stop();

private:
    struct Round {
        std::string name;
        Every every;
        Task task;
        bool is_own = false;
        std::int64_t seen = -1;   // the last turn that was done, as far as this server knows
        Instant look_again = {};  // another server is at it
    };

    enum class Taken { ours, by_another, done };

    std::int64_t turn_of(Every every) const;
    Taken take(const Round& round, std::int64_t turn);
    void end(const Round& round, std::int64_t turn);
    void give_back(const Round& round, std::int64_t turn);
    bool run(Round& round);

    db::Db& db_;
    const Clock& clock_;
    std::vector<Round> rounds_;

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;
};

}  // namespace nangluc
