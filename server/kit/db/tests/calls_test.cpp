#include <doctest/doctest.h>

#include <filesystem>

#include "kit/db/backup.hpp"
#include "kit/db/locks.hpp"
#include "kit/db/migrations.hpp"
#include "kit/db/schema.hpp"
#include "testing/database.hpp"

namespace nangluc::db {
namespace {

using testing::TestDatabase;

TestDatabase with_queue() {
    auto test = TestDatabase::empty();
    const Migration queue{
        "kit",
        1,
        "queue",
        "CREATE TABLE kit_queue (id {int64} PRIMARY KEY, body {text} NOT NULL, at {instant});"
        "INSERT INTO kit_queue (id, body) VALUES (1, 'một'), (2, 'hai'), (3, 'ba');"};
    migrate(test.db(), std::span(&queue, 1));
    return test;
}

constexpr auto oldest = R"sql(
    SELECT id, body
      FROM kit_queue
     ORDER BY id
     LIMIT $1
)sql";

}  // namespace

TEST_CASE("rows that one transaction has claimed, another passes over") {
    const auto test = with_queue();
    const auto other = open({.address = test.address(), .readers = 2});
    if (test->engine() == Engine::sqlite) return;  // The one writer would wait for itself.

    test->transaction([&](Tx& tx) {
        const auto mine = claim(tx, oldest, 2);
        const auto theirs = other->transaction([](Tx& second) { return claim(second, oldest, 2); });

        REQUIRE(mine.size() == 2);
        CHECK(mine[0].get<int>("id") == 1);
        REQUIRE(theirs.size() == 1);
        CHECK(theirs[0].get<int>("id") == 3);
    });
}

TEST_CASE("a claim is a read of the rows that wait") {
    const auto test = with_queue();

    const auto rows = test->transaction([](Tx& tx) { return claim(tx, oldest, 2); });

    REQUIRE(rows.size() == 2);
    CHECK(rows[1].get<std::string>("body") == "hai");
}

TEST_CASE("a lock is had by one transaction at a time") {
    const auto test = with_queue();
    const auto other = open({.address = test.address(), .readers = 2});
    const auto lock = [](Tx& tx) { return try_lock(tx, "kit.queue"); };
    if (test->engine() == Engine::sqlite) {
        CHECK(test->transaction(lock));
        return;
    }

    test->transaction([&](Tx& tx) {
        CHECK(lock(tx));
        CHECK(lane(tx) >= 0);
        CHECK_FALSE(other->transaction(lock));
    });

    CHECK(other->transaction(lock));
}

TEST_CASE("the columns of a table are told in the words of the migrations") {
    const auto test = with_queue();

    test->read([](Tx& tx) {
        CHECK(table_exists(tx, "kit_queue"));
        CHECK_FALSE(table_exists(tx, "kit_heap"));
        CHECK(tables_of(tx) == std::vector<std::string>{"kit_migrations", "kit_queue"});
        CHECK(
            columns_of(tx, "kit_queue") ==
            std::vector<Column>{
                {"id", "int64", false}, {"body", "text", false}, {"at", "int64", true}}
        );
    });
}

TEST_CASE("a statement is compiled without being run") {
    const auto test = with_queue();

    test->transaction([](Tx& tx) { prepare(tx, "DELETE FROM kit_queue WHERE id = $1"); });
    const auto wrong = [](Tx& tx) { prepare(tx, "SELECT hole FROM kit_queue"); };

    CHECK_THROWS_AS(test->read(wrong), DbError);
    CHECK(test->read([](Tx& tx) { return tx.all(oldest, 10).size(); }) == 3);
}

TEST_CASE("a copy of the database holds what it held, and is not written over another") {
    const auto test = with_queue();
    if (test->engine() == Engine::postgres) {
        CHECK_THROWS_AS(backup_to(test.db(), "/tmp/x.db"), std::invalid_argument);
        return;
    }
    const auto path = test.address().substr(7) + ".copy";

    backup_to(test.db(), path);

    const auto copy = open({.address = "sqlite:" + path, .readers = 1});
    CHECK(copy->read([](Tx& tx) { return tx.all(oldest, 10).size(); }) == 3);
    CHECK_THROWS_AS(backup_to(test.db(), path), DbError);
}

}  // namespace nangluc::db
