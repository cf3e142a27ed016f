#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "kit/db/db.hpp"

namespace nangluc::db {

// Up to `size` connections, opened when first needed. A connection that is not sound when it comes
// back is dropped. Thread-safe.
template <class Connection>
class Pool {
public:
    using Open = std::function<std::unique_ptr<Connection>()>;

    Pool(int size, Open open) : open_(std::move(open)), slots_(static_cast<std::size_t>(size)) {
        for (int slot = size; slot-- > 0;) free_.push_back(slot);
    }

    // A connection as long as this lives.
    class Loan {
    public:
        Loan(Pool& pool, int slot) : pool_(pool), slot_(slot) {}
        ~Loan() { pool_.give_back(slot_); }
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;

        Connection& operator*() const { return *pool_.slots_[index()]; }
        Connection* operator->() const { return pool_.slots_[index()].get(); }
        // A number from 0 that no other loan of the pool has now.
        int slot() const { return slot_; }

    private:
        std::size_t index() const { return static_cast<std::size_t>(slot_); }

        Pool& pool_;
        int slot_;
    };

    // Waits for a free one, at most half a minute: then it throws DbError `busy`.
    Loan lend() {
        const int slot = take_slot();
        auto& connection = slots_[static_cast<std::size_t>(slot)];
        try {
            if (!connection) connection = open_();
        } catch (...) {
            give_back(slot);
            throw;
        }
        return Loan(*this, slot);
    }

    // After one connection was lost the idle ones are gone as well, as a rule.
    void forget_idle() {
        const std::lock_guard lock(mutex_);
        for (const int slot : free_) slots_[static_cast<std::size_t>(slot)].reset();
    }

private:
    int take_slot() {
        std::unique_lock lock(mutex_);
        const auto is_free = [&] { return !free_.empty(); };
        if (!freed_.wait_for(lock, std::chrono::seconds(30), is_free)) {
            throw DbError(DbError::Kind::busy, "", "every connection is in use");
        }
        const int slot = free_.back();
        free_.pop_back();
        return slot;
    }

    void give_back(int slot) {
        auto& connection = slots_[static_cast<std::size_t>(slot)];
        if (connection && !connection->is_sound()) connection.reset();
        {
            const std::lock_guard lock(mutex_);
            free_.push_back(slot);
        }
        freed_.notify_one();
    }

    Open open_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<Connection>> slots_;
    std::vector<int> free_;
};

}  // namespace nangluc::db
