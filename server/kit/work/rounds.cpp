#include "kit/work/rounds.hpp"

#include <chrono>

#include "kit/log.hpp"

namespace nangluc {

static constexpr std::int64_t minute = 60'000'000;
// Longer than any task takes.
static constexpr std::int64_t round_lease = 15 * minute;

Rounds::~Rounds() {
    stop();
}

void Rounds::add(std::string name, Every every, Task task) {
    rounds_.push_back({std::move(name), every, std::move(task)});
}

void Rounds::add_own(std::string name, Task task) {
    rounds_.push_back({std::move(name), Every::minute, std::move(task), true});
}

std::int64_t Rounds::turn_of(Every every) const {
    if (every == Every::minute) return clock_.now().microseconds / minute;
    return days_between({1970, 1, 1}, clock_.today());
}

constexpr auto insert_round = R"sql(
    INSERT INTO platform_rounds (name, turn, at, done)
    VALUES ($1, $2, $3, CAST($4 AS bigint))
        ON CONFLICT (name) DO NOTHING
)sql";

constexpr auto take_turn = R"sql(
    UPDATE platform_rounds
       SET turn = $2, at = $3
     WHERE name = $1
       AND (turn < $2 OR (turn = $2 AND at < $4 AND (done < $2 OR done IS NULL)))
)sql";

constexpr auto select_done = R"sql(
    SELECT done
      FROM platform_rounds
     WHERE name = $1 AND done >= $2
)sql";

Rounds::Taken Rounds::take(const Round& round, std::int64_t turn) {
    return db_.transaction([&](db::Tx& tx) {
        const auto now = clock_.now();
        const bool begins = round.every == Every::minute;
        const auto done = begins ? turn - 1 : turn;
        if (tx.run(insert_round, round.name, turn, now, done) == 1) {
            return begins ? Taken::ours : Taken::done;
        }
        const Instant gone_silent{now.microseconds - round_lease};
        if (tx.run(take_turn, round.name, turn, now, gone_silent) == 1) return Taken::ours;
        return tx.one(select_done, round.name, turn) ? Taken::done : Taken::by_another;
    });
}

constexpr auto end_turn = R"sql(
    UPDATE platform_rounds
       SET done = $2
     WHERE name = $1
)sql";

void Rounds::end(const Round& round, std::int64_t turn) {
    db_.transaction([&](db::Tx& tx) { tx.run(end_turn, round.name, turn); });
}

constexpr auto return_turn = R"sql(
    UPDATE platform_rounds
       SET turn = CAST($2 AS bigint) - 1
     WHERE name = $1 AND turn = $2
)sql";

void Rounds::give_back(const Round& round, std::int64_t turn) {
    db_.transaction([&](db::Tx& tx) { tx.run(return_turn, round.name, turn); });
}

bool Rounds::run(Round& round) {
    const auto turn = turn_of(round.every);
    if (turn == round.seen || clock_.now() < round.look_again) return false;
    const auto taken = round.is_own ? Taken::ours : take(round, turn);
    if (taken == Taken::by_another) {
        round.look_again = {clock_.now().microseconds + minute};
        return false;
    }
    round.seen = turn;
    if (taken == Taken::done) return false;
    try {
        round.task();
        if (!round.is_own) end(round, turn);
        return true;
    } catch (...) {
        round.seen = -1;
        if (!round.is_own) give_back(round, turn);
        throw;
    }
}

int Rounds::run_due() {
    int done = 0;
    for (auto& round : rounds_) {
        try {
            if (run(round)) ++done;
        } catch (const std::exception& fault) {
            log(Level::error, "round.failed", {{"round", round.name}, {"error", fault.what()}});
        }
    }
    return done;
}

void Rounds::begin() {
    thread_ = std::jthread([this](const std::stop_token& stopping) {
        using namespace std::chrono_literals;
        while (!stopping.stop_requested()) {
            run_due();
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, stopping, 1s, [] { return false; });
        }
    });
}

void Rounds::stop() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
}

}  // namespace nangluc
