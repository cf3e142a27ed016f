#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "kit/db/sqlite_connection.hpp"

namespace nangluc::db {

// The one writer of a file, on a thread of its own. What waits is done in one transaction, because
// the disk's confirmation costs far more than the work; each piece of work keeps its own savepoint,
// so that one that is refused takes nothing of the others with it.
class SqliteWriter {
public:
    using Work = std::function<bool(Tx&)>;

    SqliteWriter(const Db& db, const std::string& path);
    ~SqliteWriter();  // after everything that waits
    SqliteWriter(const SqliteWriter&) = delete;
    SqliteWriter& operator=(const SqliteWriter&) = delete;

    // Returns when the work is on the disk, or rolled back as it asked; throws what it threw.
    void run(const Work& work);

private:
    struct Waiting {
        const Work* work;
        std::promise<void> answer;

        void tell(const std::exception_ptr& failure);
    };
    using Group = std::vector<Waiting*>;
    class TogetherImpossible {};

    void serve();
    Group next_group();
    void do_group(const Group& group);
    void do_alone(Waiting& waiting);
    void do_together(const Group& group);
    std::exception_ptr do_in_savepoint(const Work& work);
    bool do_work(const Work& work);

    const Db& db_;
    SqliteConnection connection_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Waiting*> queue_;
    bool stop_ = false;
    std::thread thread_;
};

}  // namespace nangluc::db
