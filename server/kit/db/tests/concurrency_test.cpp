#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "kit/db/locks.hpp"
#include "testing/database.hpp"

namespace nangluc::db {
namespace {

using testing::TestDatabase;

constexpr int threads = 8;

TestDatabase with_counter() {
    auto test = TestDatabase::empty();
    test->transaction([](Tx& tx) {
        tx.run("CREATE TABLE kit_counters (id bigint PRIMARY KEY, value bigint NOT NULL)");
        tx.run(
            "CREATE TABLE kit_notes (id bigint PRIMARY KEY, counter_id bigint "
            "REFERENCES kit_counters (id) DEFERRABLE INITIALLY DEFERRED)"
        );
        tx.run("INSERT INTO kit_counters (id, value) VALUES (1, 0)");
    });
    return test;
}

void together(const std::function<void(int)>& work) {
    std::vector<std::thread> all;
    all.reserve(threads);
    for (int thread = 0; thread < threads; ++thread) all.emplace_back(work, thread);
    for (auto& thread : all) thread.join();
}

int value_of(Tx& tx) {
    return tx.one("SELECT value FROM kit_counters WHERE id = 1")->get<int>("value");
}

void set_value(Tx& tx, int value) {
    tx.run("UPDATE kit_counters SET value = $1 WHERE id = 1", value);
}

constexpr auto add_note = "INSERT INTO kit_notes (id, counter_id) VALUES ($1, $2)";

std::int64_t count_notes(Tx& tx) {
    return tx.one("SELECT count(*) AS n FROM kit_notes")->get<std::int64_t>("n");
}

}  // namespace

TEST_CASE("what many read and then write at once is never lost") {
    const auto test = with_counter();

    together([&](int) {
        for (int i = 0; i < 5; ++i) {
            test->transaction([](Tx& tx) { set_value(tx, value_of(tx) + 1); });
        }
    });

    CHECK(test->read(value_of) == threads * 5);
}

TEST_CASE("work that is refused or throws takes nothing of those beside it with it") {
    const auto test = with_counter();
    std::atomic<int> refused = 0;
    std::atomic<int> thrown = 0;

    const auto one_of_three = [&](int id) {
        return test->transaction([&](Tx& tx) -> Result<> {
            tx.run(add_note, id, 1);
            if (id % 3 == 1) return conflict("note.refused");
            if (id % 3 == 2) throw std::domain_error("note");
            return {};
        });
    };
    together([&](int thread) {
        for (int i = 0; i < 30; ++i) {
            try {
                if (!one_of_three(thread * 30 + i)) ++refused;
            } catch (const std::domain_error&) {
                ++thrown;
            }
        }
    });

    CHECK(test->read(count_notes) == threads * 10);
    CHECK(refused == threads * 10);
    CHECK(thrown == threads * 10);
}

TEST_CASE("who breaks a rule that is checked at the end hears of it alone") {
    const auto test = with_counter();
    std::atomic<int> broken = 0;

    together([&](int thread) {
        for (int i = 0; i < 10; ++i) {
            const int counter = i == 5 ? 99 : 1;
            try {
                test->transaction([&](Tx& tx) { tx.run(add_note, thread * 10 + i, counter); });
            } catch (const DbError& error) {
                CHECK(error.kind() == DbError::Kind::foreign_key);
                ++broken;
            }
        }
    });

    CHECK(broken == threads);
    CHECK(test->read(count_notes) == threads * 9);
}

TEST_CASE("a rule over several rows holds when the table is locked first") {
    const auto test = with_counter();

    together([&](int thread) {
        test->transaction([&](Tx& tx) {
            lock_table(tx, "kit_notes");
            if (count_notes(tx) < 3) tx.run(add_note, thread, 1);
        });
    });

    CHECK(test->read(count_notes) == 3);
}

}  // namespace nangluc::db
