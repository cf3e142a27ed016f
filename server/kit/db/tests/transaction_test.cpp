#include <doctest/doctest.h>

#include "testing/database.hpp"

namespace nangluc::db {
namespace {

using testing::TestDatabase;

void make_table(Db& db) {
    db.transaction([](Tx& tx) {
        tx.run("CREATE TABLE kit_notes (id bigint PRIMARY KEY, body text, CHECK (id < 1000))");
    });
}

constexpr auto add = "INSERT INTO kit_notes (id, body) VALUES ($1, $2)";

std::int64_t count(Db& db) {
    return db.read([](Tx& tx) {
        return tx.one("SELECT count(*) AS n FROM kit_notes")->get<std::int64_t>("n");
    });
}

}  // namespace

TEST_CASE("work that returns a value is kept") {
    const auto test = TestDatabase::empty();
    make_table(test.db());

    const auto given = test->transaction([](Tx& tx) {
        tx.run(add, 1, "một");
        return 42;
    });

    CHECK(given == 42);
    CHECK(count(test.db()) == 1);
}

TEST_CASE("work that returns a refusal leaves nothing behind") {
    const auto test = TestDatabase::empty();
    make_table(test.db());

    const auto refused = test->transaction([](Tx& tx) -> Result<int> {
        tx.run(add, 1, "một");
        return conflict("note.full");
    });

    CHECK(refused.error().code == "note.full");
    CHECK(count(test.db()) == 0);
}

TEST_CASE("work that throws leaves nothing behind, and the caller hears why") {
    const auto test = TestDatabase::empty();
    make_table(test.db());

    const auto throwing = [](Tx& tx) {
        tx.run(add, 1, "một");
        throw std::domain_error("no");
    };

    CHECK_THROWS_AS(test->transaction(throwing), std::domain_error);
    CHECK(count(test.db()) == 0);
}

TEST_CASE("a broken constraint tells its kind") {
    const auto test = TestDatabase::empty();
    make_table(test.db());
    test->transaction([](Tx& tx) { tx.run(add, 1, "một"); });
    const auto kind_of = [&](int id) {
        try {
            test->transaction([&](Tx& tx) { tx.run(add, id, "hai"); });
        } catch (const DbError& error) {
            return error.kind();
        }
        return DbError::Kind::other;
    };

    CHECK(kind_of(1) == DbError::Kind::unique);
    CHECK(kind_of(1000) == DbError::Kind::check);
}

TEST_CASE("a statement that failed has ended the transaction, even if the failure is caught") {
    const auto test = TestDatabase::empty();
    make_table(test.db());

    const auto swallowing = [](Tx& tx) {
        tx.run(add, 1, "một");
        CHECK_THROWS_AS(tx.run(add, 1, "hai"), DbError);
        CHECK_THROWS_AS(tx.run(add, 2, "ba"), DbError);
    };

    CHECK_THROWS_AS(test->transaction(swallowing), DbError);
    CHECK(count(test.db()) == 0);
}

TEST_CASE("a read cannot write") {
    const auto test = TestDatabase::empty();
    make_table(test.db());

    CHECK_THROWS_AS(test->read([](Tx& tx) { tx.run(add, 1, "một"); }), DbError);
    CHECK(count(test.db()) == 0);
}

TEST_CASE("a read sees one state of the database, whatever is written meanwhile") {
    const auto test = TestDatabase::empty();
    make_table(test.db());
    const auto second = open({.address = test.address(), .readers = 2});
    const auto count_in = [](Tx& tx) {
        return tx.one("SELECT count(*) AS n FROM kit_notes")->get<std::int64_t>("n");
    };

    test->read([&](Tx& tx) {
        CHECK(count_in(tx) == 0);
        second->transaction([](Tx& other) { other.run(add, 1, "một"); });
        CHECK(count_in(tx) == 0);
    });

    CHECK(count(test.db()) == 1);
}

TEST_CASE("a transaction inside another is refused instead of waiting for itself") {
    const auto test = TestDatabase::empty();
    make_table(test.db());

    const auto nested = [&](Tx&) { test->read([](Tx&) {}); };

    CHECK_THROWS_AS(test->transaction(nested), std::logic_error);
    CHECK_THROWS_AS(test->read(nested), std::logic_error);
}

TEST_CASE("a statement inside the rows of another is refused") {
    const auto test = TestDatabase::empty();
    make_table(test.db());
    test->transaction([](Tx& tx) { tx.run(add, 1, "một"); });

    const auto nested = [](Tx& tx) {
        tx.each("SELECT id FROM kit_notes", [&](const Row&) { tx.run(add, 2, "hai"); });
    };

    CHECK_THROWS_AS(test->transaction(nested), std::logic_error);
    CHECK(count(test.db()) == 1);
}

}  // namespace nangluc::db
