#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "kit/metrics.hpp"

namespace nangluc::net {

// Threads that run tasks in the order they came. A task must not throw.
class WorkerPool {
public:
    WorkerPool(unsigned workers, std::size_t most_waiting);
    ~WorkerPool() { stop(); }

    // False when too many wait already: the task is not taken.
    bool add(std::function<void()> task);
    std::size_t waiting() const;
    // Runs what was taken, then ends the threads.
    void stop();

private:
    void work();

    const std::size_t most_waiting_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> tasks_;
    Gauge& length_;
    bool stops_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace nangluc::net
