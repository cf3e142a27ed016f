#include <doctest/doctest.h>

#include <stdexcept>

#include "kit/db/bulk.hpp"
#include "kit/db/migrations.hpp"
#include "testing/database.hpp"

namespace nangluc::db {
namespace {

using testing::TestDatabase;

TestDatabase with_table() {
    auto test = TestDatabase::empty();
    const Migration people{
        "kit",
        1,
        "people",
        "CREATE TABLE kit_people (id {int64} PRIMARY KEY, name {text} NOT NULL, share {real}, "
        "packed {bytes});"};
    migrate(test.db(), std::span(&people, 1));
    return test;
}

constexpr std::int64_t many = 100'000;

std::int64_t load_people(Tx& tx, std::int64_t count) {
    std::int64_t id = 0;
    return tx.load("kit_people", {"id", "name", "share", "packed"}, [&](Values& row) {
        if (id == count) return false;
        ++id;
        row = {
            id,
            "Lò Thị " + std::to_string(id),
            id % 2 == 0 ? Value(0.5) : Value(),
            Bytes{std::string("\0\1", 2)}};
        return true;
    });
}

std::int64_t count(Tx& tx) {
    return tx.one("SELECT count(*) AS n FROM kit_people")->get<std::int64_t>("n");
}

constexpr auto add = "INSERT INTO kit_people (id, name) VALUES ($1, $2)";

}  // namespace

TEST_CASE("a hundred thousand rows are loaded and read back, one by one") {
    const auto test = with_table();

    const auto loaded = test->transaction([](Tx& tx) { return load_people(tx, many); });
    std::int64_t seen = 0;
    std::int64_t halves = 0;
    test->read([&](Tx& tx) {
        tx.each("SELECT id, name, share, packed FROM kit_people ORDER BY id", [&](const Row& row) {
            ++seen;
            halves += row.get<std::optional<double>>("share") ? 1 : 0;
            if (seen == 77'777) {
                CHECK(row.get<std::string>("name") == "Lò Thị 77777");
                CHECK(row.get<Bytes>("packed").data == std::string("\0\1", 2));
            }
        });
    });

    CHECK(loaded == many);
    CHECK(seen == many);
    CHECK(halves == many / 2);
}

constexpr auto index_names = "CREATE UNIQUE INDEX kit_people_names ON kit_people (name)";
constexpr auto same_name = "INSERT INTO kit_people (id, name) VALUES ($1, 'Lò Thị 1')";

static bool is_name_taken(const TestDatabase& test, std::int64_t id) {
    try {
        test->transaction([&](Tx& tx) { tx.run(same_name, id); });
        return false;
    } catch (const DbError& error) {
        return error.kind() == DbError::Kind::unique;
    }
}

TEST_CASE("an index that was away while rows were loaded holds again afterwards") {
    const auto test = with_table();
    test->transaction([](Tx& tx) { tx.run(index_names); });

    load_without(test.db(), {"kit_people_names"}, [&] {
        test->transaction([](Tx& tx) { load_people(tx, 100); });
        CHECK_FALSE(is_name_taken(test, 1'001));
        test->transaction([](Tx& tx) { tx.run("DELETE FROM kit_people WHERE id > 1000"); });
    });

    CHECK(is_name_taken(test, 1'002));
    CHECK(test->read([](Tx& tx) { return count(tx); }) == 100);
}

TEST_CASE("an index comes back where the load breaks off, and one that is not there is a fault") {
    const auto test = with_table();
    test->transaction([](Tx& tx) { tx.run(index_names); });
    test->transaction([](Tx& tx) { load_people(tx, 1); });
    const auto break_off = [] { throw std::runtime_error("no more paper"); };

    CHECK_THROWS_AS(load_without(test.db(), {"kit_people_names"}, break_off), std::runtime_error);
    CHECK(is_name_taken(test, 1'001));
    CHECK_THROWS_AS(load_without(test.db(), {"kit_nothing"}, break_off), std::invalid_argument);
    count_rows_anew(test.db());
}

TEST_CASE("a load that breaks off leaves nothing, and the next one works") {
    const auto test = with_table();

    const auto break_off = [](Tx& tx) {
        std::int64_t id = 0;
        tx.load("kit_people", {"id", "name"}, [&](Values& row) {
            if (++id == 5000) throw std::domain_error("no more");
            row = {id, std::string("x")};
            return true;
        });
    };
    CHECK_THROWS_AS(test->transaction(break_off), std::domain_error);

    CHECK(test->transaction([](Tx& tx) { return load_people(tx, 10); }) == 10);
    CHECK(test->read(count) == 10);
}

TEST_CASE("a load into a key that exists is refused as a whole") {
    const auto test = with_table();
    test->transaction([](Tx& tx) { tx.run(add, 7, "bảy"); });

    try {
        test->transaction([](Tx& tx) { load_people(tx, 10); });
        FAIL("loaded");
    } catch (const DbError& error) {
        CHECK(error.kind() == DbError::Kind::unique);
    }

    CHECK(test->read(count) == 1);
}

TEST_CASE("a value that does not fit its column is not loaded") {
    const auto test = with_table();

    const auto misfit = [](Tx& tx) {
        bool more = true;
        tx.load("kit_people", {"id", "name"}, [&](Values& row) {
            row = {std::string("một"), std::string("x")};
            return std::exchange(more, false);
        });
    };

    CHECK_THROWS(test->transaction(misfit));
    CHECK(test->read(count) == 0);
}

TEST_CASE("one statement runs for each set of values and counts the rows of all") {
    const auto test = with_table();
    std::vector<Values> sets;
    for (std::int64_t id = 1; id <= 3000; ++id) sets.push_back({id, std::string("tên")});

    const auto added = test->transaction([&](Tx& tx) { return tx.run_each(add, sets); });
    const auto changed = test->transaction([&](Tx& tx) {
        return tx.run_each(
            "UPDATE kit_people SET name = $2 WHERE id <= $1",
            {{std::int64_t{10}, std::string("a")}, {std::int64_t{5}, std::string("b")}}
        );
    });

    CHECK(added == 3000);
    CHECK(changed == 15);
}

TEST_CASE("a set that is refused takes the others with it") {
    const auto test = with_table();
    std::vector<Values> sets;
    for (std::int64_t id = 1; id <= 2000; ++id) sets.push_back({id % 1500, std::string("tên")});

    const auto run = [&](Tx& tx) { tx.run_each(add, sets); };
    CHECK_THROWS_AS(test->transaction(run), DbError);

    CHECK(test->read(count) == 0);
    CHECK(test->transaction([](Tx& tx) { return load_people(tx, 3); }) == 3);
}

TEST_CASE("a reader that stops in the middle of many rows leaves a connection that works") {
    const auto test = with_table();
    test->transaction([](Tx& tx) { load_people(tx, many); });

    const auto stop = [](Tx& tx) {
        tx.each("SELECT id FROM kit_people", [](const Row&) { throw std::domain_error("enough"); });
    };
    for (int i = 0; i < 5; ++i) CHECK_THROWS_AS(test->read(stop), std::domain_error);

    CHECK(test->read(count) == many);
}

TEST_CASE("rows that a statement returns or changes are counted, those it reads are not") {
    const auto test = with_table();

    test->transaction([](Tx& tx) {
        CHECK(tx.run(add, 1, "một") == 1);
        CHECK(tx.run("SELECT id FROM kit_people") == 0);
        CHECK(
            tx.one("INSERT INTO kit_people (id, name) VALUES ($1, $2) RETURNING id", 2, "hai")
                ->get<int>("id") == 2
        );
        CHECK(tx.run("UPDATE kit_people SET name = 'x' WHERE id > 5") == 0);
        CHECK(tx.run("DELETE FROM kit_people") == 2);
    });
}

}  // namespace nangluc::db
