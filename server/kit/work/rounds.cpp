#include "kit/work/rounds.hpp"

#include <chrono>

#include "kit/log.hpp"

namespace nangluc {

static constexpr std::int64_t minute = 60'000'000;

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
    INSERT INTO platform_rounds (name, turn, at)
    VALUES ($1, $2, $3)
        ON CONFLICT (name) DO NOTHING
)sql";

constexpr auto take_turn = R"sql(
    UPDATE platform_rounds
       SET turn = $2, at = $3
     WHERE name = $1 AND turn < $2
)sql";

bool Rounds::take(const Round& round, std::int64_t turn) {
    return db_.transaction([&](db::Tx& tx) {
        const auto now = clock_.now();
        if (tx.run(insert_round, round.name, turn, now) == 1) return round.every == Every::minute;
        return tx.run(take_turn, round.name, turn, now) == 1;
    });
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
    if (turn == round.seen) return false;
    const bool is_ours = round.is_own || take(round, turn);
    round.seen = turn;
    if (!is_ours) return false;
    try {
        round.task();
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
