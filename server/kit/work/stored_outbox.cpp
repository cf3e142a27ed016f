#include "kit/work/stored_outbox.hpp"
#include "kit/work/spans.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>

#include "kit/log.hpp"

namespace nangluc {

namespace {

constexpr std::array<std::int64_t, 6> pauses = {
    second,
    5 * second,
    30 * second,
    120 * second,
    600 * second,
    hour,
};
constexpr std::int64_t events_kept = 168 * hour;
constexpr std::int64_t skew = 300 * second;  // more than the clocks of two servers differ
constexpr auto journal = "journal";          // the hearer that writes it
constexpr int most_at_once = 1000;           // for one hearer, so that each gets its turn

Instant later(Instant from, std::int64_t microseconds) {
    return {from.microseconds + microseconds};
}

}  // namespace

struct StoredOutbox::Next {
    std::int64_t id = 0;
    std::string event;
    std::string body;
    std::int64_t attempts = 0;
    Instant next_at;
};

StoredOutbox::~StoredOutbox() {
    stop();
}

void StoredOutbox::on(std::string event, std::string hearer_name, Hearer hearer) {
    auto& events = hearers_[std::move(hearer_name)];
    if (!events.emplace(std::move(event), std::move(hearer)).second) {
        throw std::logic_error("a module hears an event twice");
    }
}

constexpr auto advance_journal = R"sql(
    INSERT INTO platform_journal_head (id, number)
    VALUES (1, 1)
        ON CONFLICT (id) DO UPDATE SET number = platform_journal_head.number + 1
    RETURNING number
)sql";

constexpr auto insert_journal_row = R"sql(
    INSERT INTO platform_journal (number, event, body, at)
    VALUES ($1, $2, $3, $4)
)sql";

void StoredOutbox::follow(std::string event, std::string follower_name, Follower follower) {
    // The head stays locked until the commit, so that numbers come in the order of commits.
    hearers_[journal].try_emplace(event, [this, event](db::Tx& tx, std::string_view body) {
        const auto number = tx.one(advance_journal)->get<std::int64_t>("number");
        tx.run(insert_journal_row, number, event, body, clock_.now());
    });
    auto& followers = followers_[std::move(event)];
    if (!followers.emplace(std::move(follower_name), std::move(follower)).second) {
        throw std::logic_error("a module follows an event twice");
    }
}

constexpr auto insert_event = R"sql(
    INSERT INTO platform_outbox (id, event, body, at)
    VALUES ($1, $2, $3, $4)
)sql";

constexpr auto insert_delivery = R"sql(
    INSERT INTO platform_outbox_deliveries (hearer, outbox_id, attempts, next_at)
    VALUES ($1, $2, 0, $3)
)sql";

void StoredOutbox::publish(db::Tx& tx, std::string_view event, std::string json) {
    const std::string name{event};
    const auto now = clock_.now();
    const auto id = ids_.next();

    tx.run(insert_event, id, name, json, now);
    for (const auto& [hearer, events] : hearers_) {
        if (events.contains(name)) tx.run(insert_delivery, hearer, id, now);
    }
}

constexpr auto select_next_delivery = R"sql(
    SELECT o.id, o.event, o.body, d.attempts, d.next_at
      FROM platform_outbox_deliveries d
      JOIN platform_outbox o ON o.id = d.outbox_id
     WHERE d.hearer = $1
     ORDER BY d.outbox_id
     LIMIT 1
)sql";

std::optional<StoredOutbox::Next> StoredOutbox::find_next(const std::string& hearer) {
    return db_.read([&](db::Tx& tx) -> std::optional<Next> {
        const auto row = tx.one(select_next_delivery, hearer);
        if (!row) return std::nullopt;
        return Next{
            .id = row->get<std::int64_t>("id"),
            .event = row->get<std::string>("event"),
            .body = row->get<std::string>("body"),
            .attempts = row->get<std::int64_t>("attempts"),
            .next_at = row->get<Instant>("next_at"),
        };
    });
}

constexpr auto delete_delivery = R"sql(
    DELETE FROM platform_outbox_deliveries
     WHERE hearer = $1 AND outbox_id = $2
)sql";

StoredOutbox::Outcome StoredOutbox::deliver_next(const std::string& hearer) {
    const auto next = find_next(hearer);
    if (!next || next->next_at > clock_.now()) return Outcome::nothing_left;

    const auto& events = hearers_.at(hearer);
    const auto found = events.find(next->event);
    try {
        db_.transaction([&](db::Tx& tx) {
            // Taken out first: a second server waits here, then finds nothing.
            const bool is_ours = tx.run(delete_delivery, hearer, next->id) == 1;
            if (is_ours && found != events.end()) found->second(tx, next->body);
        });
        return Outcome::heard;
    } catch (const std::exception& fault) {
        put_off(hearer, *next, fault.what());
        return Outcome::failed;
    }
}

constexpr auto update_delivery = R"sql(
    UPDATE platform_outbox_deliveries
       SET attempts = attempts + 1, next_at = $3, error = $4
     WHERE hearer = $1 AND outbox_id = $2
)sql";

void StoredOutbox::put_off(const std::string& hearer, const Next& next, std::string_view error) {
    const auto attempt = std::min(static_cast<std::size_t>(next.attempts), pauses.size() - 1);
    const auto next_at = later(clock_.now(), pauses.at(attempt));

    log(Level::warning,
        "outbox.delivery_failed",
        {{"hearer", hearer},
         {"event", next.event},
         {"outbox_id", next.id},
         {"attempts", next.attempts + 1},
         {"error", error}});
    db_.transaction([&](db::Tx& tx) {
        tx.run(update_delivery, hearer, next.id, next_at, error.substr(0, 1000));
    });
}

int StoredOutbox::deliver() {
    int heard = 0;
    for (const auto& [hearer, events] : hearers_) {
        for (int i = 0; i < most_at_once; ++i) {
            if (deliver_next(hearer) != Outcome::heard) break;
            ++heard;
        }
    }
    return heard + read_journal();
}

// What was written well before this server was made is in whatever it has read since.
constexpr auto select_journal_start = R"sql(
    SELECT COALESCE(MAX(number), 0) AS number
      FROM platform_journal
     WHERE at < $1
)sql";

constexpr auto select_journal_rows = R"sql(
    SELECT number, event, body
      FROM platform_journal
     WHERE number > $1
     ORDER BY number
)sql";

int StoredOutbox::read_journal() {
    if (followers_.empty()) return 0;
    const auto rows = db_.read([&](db::Tx& tx) {
        if (!read_until_) {
            const auto start = tx.one(select_journal_start, later(made_at_, -skew));
            read_until_ = start->get<std::int64_t>("number");
        }
        return tx.all(select_journal_rows, *read_until_);
    });
    for (const auto& row : rows) {
        tell_followers(row.get<std::string>("event"), row.get<std::string>("body"));
        read_until_ = row.get<std::int64_t>("number");
    }
    return static_cast<int>(rows.size());
}

void StoredOutbox::tell_followers(std::string_view event, std::string_view body) const {
    const auto found = followers_.find(std::string(event));
    if (found == followers_.end()) return;
    for (const auto& [name, follower] : found->second) {
        try {
            follower(body);
        } catch (const std::exception& fault) {
            log(Level::error,
                "outbox.follower_failed",
                {{"follower", name}, {"event", event}, {"error", fault.what()}});
        }
    }
}

constexpr auto delete_heard_events = R"sql(
    DELETE FROM platform_outbox
     WHERE at < $1
       AND NOT EXISTS (SELECT 1
                         FROM platform_outbox_deliveries d
                        WHERE d.outbox_id = platform_outbox.id)
)sql";

constexpr auto delete_read_journal = R"sql(
    DELETE FROM platform_journal
     WHERE at < $1
)sql";

void StoredOutbox::clean() {
    const auto before = later(clock_.now(), -events_kept);
    db_.transaction([&](db::Tx& tx) {
        tx.run(delete_heard_events, before);
        tx.run(delete_read_journal, before);
    });
}

void StoredOutbox::begin() {
    thread_ = std::jthread([this](const std::stop_token& stopping) {
        using namespace std::chrono_literals;
        auto cleaned_at = Instant{};
        while (!stopping.stop_requested()) {
            try {
                deliver();
                if (later(cleaned_at, hour) < clock_.now()) {
                    cleaned_at = clock_.now();
                    clean();
                }
            } catch (const std::exception& fault) {
                log(Level::error, "outbox.failed", {{"error", fault.what()}});
            }
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, stopping, 200ms, [] { return false; });
        }
    });
}

void StoredOutbox::stop() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
}

}  // namespace nangluc
