#include <doctest/doctest.h>
#include <unistd.h>

#include "kit/db/postgres_server.hpp"
#include "testing/database.hpp"

// What only a server can do to its clients. On SQLite there is nothing of the kind to be tested.
namespace nangluc::db {
namespace {

using testing::TestDatabase;

bool on_postgres() {
    return testing::test_engine() == Engine::postgres;
}

void kill_others(Db& db) {
    db.read([](Tx& tx) {
        tx.all(
            "SELECT pg_terminate_backend(pid) AS done FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        );
    });
}

TestDatabase with_notes() {
    auto test = TestDatabase::empty();
    test->transaction([](Tx& tx) { tx.run("CREATE TABLE kit_notes (id bigint PRIMARY KEY)"); });
    return test;
}

constexpr auto add = "INSERT INTO kit_notes (id) VALUES ($1)";

int count(Tx& tx) {
    return tx.one("SELECT count(*) AS n FROM kit_notes")->get<int>("n");
}

}  // namespace

TEST_CASE("a server that has closed every idle connection is reached again unseen") {
    if (!on_postgres()) return;
    const auto test = with_notes();
    const auto other = open({.address = test.address(), .readers = 1});

    kill_others(*other);

    test->transaction([](Tx& tx) { tx.run(add, 1); });
    CHECK(test->read(count) == 1);
}

TEST_CASE("a transaction whose connection dies before its commit is done again, once") {
    if (!on_postgres()) return;
    const auto test = with_notes();
    const auto other = open({.address = test.address(), .readers = 1});
    int runs = 0;

    test->transaction([&](Tx& tx) {
        tx.run(add, 1);
        if (++runs == 1) kill_others(*other);
        tx.run(add, 2);
    });

    CHECK(runs == 2);
    CHECK(test->read(count) == 2);
}

TEST_CASE("a commit whose outcome is unknown is told, and not done again") {
    if (!on_postgres()) return;
    const auto test = with_notes();
    const auto other = open({.address = test.address(), .readers = 1});
    int runs = 0;

    const auto work = [&](Tx& tx) {
        tx.run(add, 1);
        ++runs;
        kill_others(*other);
    };

    try {
        test->transaction(work);
        FAIL("committed");
    } catch (const DbError& error) {
        CHECK(error.kind() == DbError::Kind::lost);
    }
    CHECK(runs == 1);
}

TEST_CASE("a server that is not there is a fault, after some waiting") {
    if (!on_postgres()) return;

    CHECK_THROWS_AS(open({.address = "postgresql://x@/x?host=/nowhere"}), DbError);
}

TEST_CASE("a message of a failure quotes no value") {
    if (!on_postgres()) return;
    const auto test = with_notes();
    test->transaction([](Tx& tx) { tx.run(add, 123456); });

    try {
        test->transaction([](Tx& tx) { tx.run(add, 123456); });
        FAIL("added twice");
    } catch (const DbError& error) {
        CHECK(std::string(error.what()).find("123456") == std::string::npos);
        CHECK(error.constraint() == "kit_notes_pkey");
    }
}

TEST_CASE("a database that sorts by the rules of a language is refused") {
    if (!on_postgres()) return;
    const auto test = TestDatabase::empty();
    PostgresServer server(test.address());
    const auto own = "nangluc_test_" + std::to_string(::getpid());
    server.command(
        "CREATE DATABASE " + own +
        "_icu TEMPLATE template0 ENCODING 'UTF8' "
        "LOCALE_PROVIDER icu ICU_LOCALE 'vi' LOCALE 'C.UTF-8'"
    );
    server.command(
        "CREATE DATABASE " + own + "_ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'"
    );

    CHECK_THROWS_AS(open({.address = server.address_of(own + "_icu")}), std::runtime_error);
    CHECK_THROWS_AS(open({.address = server.address_of(own + "_ascii")}), std::runtime_error);

    server.drop(own + "_icu");
    server.drop(own + "_ascii");
}

}  // namespace nangluc::db
