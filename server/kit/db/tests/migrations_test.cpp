#include "kit/db/migrations.hpp"

#include <doctest/doctest.h>

#include <array>
#include <stdexcept>
#include <thread>

#include "kit/db/schema.hpp"
#include "testing/database.hpp"

namespace nangluc::db {
namespace {

using testing::TestDatabase;

constexpr Migration first{"kit", 1, "one", "CREATE TABLE kit_ones (id {int64} NOT NULL);"};
constexpr Migration second{
    "kit",
    2,
    "two",
    "CREATE TABLE kit_twos (id {int64} NOT NULL); INSERT INTO kit_ones VALUES (7);"};

std::vector<MigrationState> apply(Db& db, std::vector<Migration> migrations) {
    return migrate(db, migrations);
}

bool exists(Db& db, std::string_view table) {
    return db.read([&](Tx& tx) { return table_exists(tx, table); });
}

}  // namespace

TEST_CASE("migrations are applied once, in order, and say when") {
    const auto test = TestDatabase::empty();

    const auto applied = apply(test.db(), {first});
    const auto later = apply(test.db(), {first, second});
    const auto again = apply(test.db(), {first, second});

    REQUIRE(applied.size() == 1);
    CHECK(applied[0].name == "one");
    CHECK(applied[0].applied_at.ends_with("Z"));
    REQUIRE(later.size() == 1);
    CHECK(later[0].number == 2);
    CHECK(again.empty());
    CHECK(test->read([](Tx& tx) {
        return tx.one("SELECT id FROM kit_ones")->get<int>("id");
    }) == 7);
}

TEST_CASE("asking for the states changes nothing") {
    const auto test = TestDatabase::empty();

    const auto states = migration_states(test.db(), std::array{first});

    REQUIRE(states.size() == 1);
    CHECK(states[0].applied_at.empty());
    CHECK_FALSE(exists(test.db(), "kit_migrations"));
}

TEST_CASE("a migration whose text has changed since it was applied is refused") {
    const auto test = TestDatabase::empty();
    apply(test.db(), {first});
    auto changed = first;
    changed.sql = "CREATE TABLE kit_ones (id {text});";

    CHECK_THROWS_WITH_AS(
        apply(test.db(), {changed}), "migration changed since: kit 1", std::runtime_error
    );
    CHECK_THROWS_AS(migration_states(test.db(), std::array{changed}), std::runtime_error);
}

TEST_CASE("a database that a newer program has migrated is refused") {
    const auto test = TestDatabase::empty();
    apply(test.db(), {first, second});

    CHECK_THROWS_WITH_AS(
        apply(test.db(), {first}), "migration of a newer program: kit 2", std::runtime_error
    );
}

TEST_CASE("a migration that comes before one already applied is refused") {
    const auto test = TestDatabase::empty();
    apply(test.db(), {Migration{"kit", 2, "two", "CREATE TABLE kit_twos (id {int64});"}});

    CHECK_THROWS_AS(apply(test.db(), {first, second}), std::runtime_error);
    CHECK_FALSE(exists(test.db(), "kit_ones"));
}

TEST_CASE("a migration that fails leaves nothing of itself, and what came before stays") {
    const auto test = TestDatabase::empty();
    const Migration broken{
        "kit", 2, "two", "CREATE TABLE kit_twos (id {int64}); INSERT INTO kit_threes VALUES (1);"};

    CHECK_THROWS_AS(apply(test.db(), {first, broken}), DbError);

    CHECK(exists(test.db(), "kit_ones"));
    CHECK_FALSE(exists(test.db(), "kit_twos"));
}

TEST_CASE("two servers that start at once apply each migration once") {
    const auto test = TestDatabase::empty();
    std::array<std::size_t, 2> applied{};

    const auto start = [&](std::size_t server) {
        const auto own = open({.address = test.address(), .readers = 2});
        applied.at(server) = apply(*own, {first, second}).size();
    };
    std::thread other(start, 0);
    start(1);
    other.join();

    CHECK(applied[0] + applied[1] == 2);
}

TEST_CASE("column types are written once and expanded for each engine") {
    constexpr auto source = R"(-- A table; {not} a type.
CREATE TABLE kit_all (a {int64}, b {text} DEFAULT '{}', c {bytes}, d {real}, e {date}, f {instant},
    g {bool});)";

    const auto sqlite = expand(source, Engine::sqlite);
    const auto postgres = expand(source, Engine::postgres);

    CHECK(sqlite.find("a INTEGER, b TEXT DEFAULT '{}', c BLOB, d REAL, e INTEGER") != sqlite.npos);
    CHECK(sqlite.ends_with("g INTEGER)\nSTRICT;\n"));
    CHECK(
        postgres.find("a bigint, b text DEFAULT '{}', c bytea, d double precision") != postgres.npos
    );
    CHECK(postgres.ends_with("g bigint);"));
}

TEST_CASE("a column type that does not exist is refused") {
    CHECK_THROWS_AS(expand("CREATE TABLE t (a {varchar})", Engine::sqlite), std::invalid_argument);
}

TEST_CASE("every embedded migration is applied to a test's database") {
    const TestDatabase test;

    for (const auto& state : migration_states(test.db(), embedded_migrations())) {
        CHECK_FALSE(state.applied_at.empty());
    }
}

}  // namespace nangluc::db
