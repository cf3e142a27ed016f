#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/clock.hpp"
#include "kit/outbox.hpp"

namespace nangluc {

// The outbox in its tables. Each hearer hears its news in the order of their ids: one that fails is
// tried again after 1 s, 5 s, 30 s … up to an hour, and holds back what follows for that hearer
// only. Several servers may deliver at once: what is delivered is taken out in the transaction in
// which it is heard, so a second server finds nothing to do.
//
// What is followed is delivered to a journal first, which numbers it in the order of its commits;
// each server reads on in the journal from where it was. Ids alone would not do: a transaction that
// takes long commits an id that lies behind what others have read already.
class StoredOutbox final : public Outbox {
public:
    StoredOutbox(db::Db& db, const Clock& clock, IdMaker& ids)
        : db_(db), clock_(clock), ids_(ids), made_at_(clock.now()) {}
    ~StoredOutbox() override;

    void publish(db::Tx& tx, std::string_view event, std::string json) override;
    void on(std::string event, std::string hearer_name, Hearer hearer) override;
    void follow(std::string event, std::string follower_name, Follower follower) override;
    int deliver() override;

    // Delivers from a thread of its own until stop().
    void begin();
    void stop();

private:
    struct Next;
    enum class Outcome { heard, nothing_left, failed };

    std::optional<Next> find_next(const std::string& hearer);
    Outcome deliver_next(const std::string& hearer);
    void put_off(const std::string& hearer, const Next& next, std::string_view error);
    int read_journal();
    void tell_followers(std::string_view event, std::string_view body) const;
    void clean();

    db::Db& db_;
    const Clock& clock_;
    IdMaker& ids_;
    std::map<std::string, std::map<std::string, Hearer>> hearers_;      // by name, then by event
    std::map<std::string, std::map<std::string, Follower>> followers_;  // by event, then by name
    Instant made_at_;
    std::optional<std::int64_t> read_until_;  // number in the journal

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;
};

}  // namespace nangluc
