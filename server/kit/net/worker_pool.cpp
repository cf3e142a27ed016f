#include "kit/net/worker_pool.hpp"

#include <algorithm>

namespace nangluc::net {

WorkerPool::WorkerPool(unsigned workers, std::size_t most_waiting)
    : most_waiting_(most_waiting),
      length_(metrics().gauge("nangluc_queue_length", {{"queue", "requests"}})) {
    for (unsigned i = 0; i < std::max(workers, 1U); ++i) {
        threads_.emplace_back([this] { work(); });
    }
}

bool WorkerPool::add(std::function<void()> task) {
    {
        const std::lock_guard lock(mutex_);
        if (stops_ || tasks_.size() >= most_waiting_) return false;
        tasks_.push_back(std::move(task));
        length_.set(static_cast<double>(tasks_.size()));
    }
    changed_.notify_one();
    return true;
}

std::size_t WorkerPool::waiting() const {
    const std::lock_guard lock(mutex_);
    return tasks_.size();
}

void WorkerPool::stop() {
    {
        const std::lock_guard lock(mutex_);
        stops_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
}

void WorkerPool::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return stops_ || !tasks_.empty(); });
        if (tasks_.empty()) return;

        const auto task = std::move(tasks_.front());
        tasks_.pop_front();
        length_.set(static_cast<double>(tasks_.size()));
        lock.unlock();
        task();
        lock.lock();
    }
}

}  // namespace nangluc::net
