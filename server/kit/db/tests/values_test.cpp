#include <doctest/doctest.h>

#include <limits>

#include "testing/database.hpp"

namespace nangluc::db {

namespace {

using testing::TestDatabase;

TestDatabase with_values() {
    auto test = TestDatabase::empty();
    test->transaction([](Tx& tx) {
        const bool sqlite = tx.engine() == Engine::sqlite;
        tx.run(
            sqlite ? "CREATE TABLE kit_values (id INTEGER NOT NULL, whole INTEGER, real REAL, "
                     "body TEXT, raw BLOB) STRICT"
                   : "CREATE TABLE kit_values (id bigint NOT NULL, whole bigint, real double "
                     "precision, body text, raw bytea)"
        );
    });
    return test;
}

constexpr auto add = R"sql(
    INSERT INTO kit_values (id, whole, real, body, raw)
    VALUES ($1, $2, $3, $4, $5)
)sql";

constexpr auto find = R"sql(
    SELECT id, whole, real, body, raw
      FROM kit_values
     WHERE id = $1
)sql";

Row stored(const TestDatabase& test, const Values& values) {
    return test->transaction([&](Tx& tx) {
        Values row{std::int64_t{1}};
        row.insert(row.end(), values.begin(), values.end());
        tx.execute(add, row);
        return tx.one(find, 1).value();
    });
}

}  // namespace

TEST_CASE("each kind of value comes back as it was stored") {
    const auto test = with_values();
    const std::string bytes("\0\xff\x80nangluc", 10);

    const auto row = stored(
        test,
        {std::numeric_limits<std::int64_t>::min(), 0.1, std::string("Mường Ảng"), Bytes{bytes}}
    );

    CHECK(row.get<std::int64_t>("whole") == std::numeric_limits<std::int64_t>::min());
    CHECK(row.get<double>("real") == 0.1);
    CHECK(row.get<std::string>("body") == "Mường Ảng");
    CHECK(row.get<Bytes>("raw").data == bytes);
}

TEST_CASE("the project's own types come back as they were stored") {
    const auto test = with_values();
    const Date date{2025, 7, 1};

    const auto row = test->transaction([&](Tx& tx) {
        tx.run(
            add, UnitId{1}, Instant::never(), std::nullopt, std::optional<std::string>(), Bytes{}
        );
        tx.run(add, UnitId{2}, date, 2.5, UnitPath::root(UnitId{7}), std::nullopt);
        return tx.one(find, UnitId{2}).value();
    });

    CHECK(row.get<UnitId>("id") == UnitId{2});
    CHECK(row.get<Date>("whole") == date);
    CHECK(row.get<UnitPath>("body") == UnitPath::root(UnitId{7}));
}

TEST_CASE("NULL is absent, is not an empty text, and cannot be read as a value") {
    const auto test = with_values();

    const auto row = stored(test, {Value(), Value(), std::string(), Value()});

    CHECK_FALSE(row.get<std::optional<std::int64_t>>("whole"));
    CHECK_FALSE(row.get<std::optional<double>>("real"));
    CHECK(row.get<std::optional<std::string>>("body") == std::string());
    CHECK_FALSE(row.get<std::optional<Bytes>>("raw"));
    CHECK_FALSE(row.get<UnitId>("whole"));
    CHECK_THROWS_AS(row.get<std::int64_t>("whole"), std::bad_variant_access);
}

TEST_CASE("a column that the result does not have is a fault") {
    const auto row = stored(with_values(), {Value(), Value(), Value(), Value()});

    CHECK_THROWS_AS(row.at("hole"), std::out_of_range);
}

TEST_CASE("a text of several megabytes comes back whole") {
    std::string body;
    while (body.size() < 8'000'000) body += "Quyết định số 749/QĐ-TTg; ";

    const auto row = stored(with_values(), {Value(), Value(), body, Bytes{body}});

    CHECK(row.get<std::string>("body") == body);
    CHECK(row.get<Bytes>("raw").data == body);
}

TEST_CASE("counts, sums, means and comparisons have the same types on both engines") {
    const auto test = with_values();
    test->transaction([](Tx& tx) {
        tx.run_each(
            add,
            {{std::int64_t{1}, std::int64_t{2}, Value(), std::string("a"), Value()},
             {std::int64_t{2}, std::int64_t{3}, Value(), std::string("b"), Value()}}
        );
    });

    const auto row = test->read([](Tx& tx) {
        return tx
            .one(
                "SELECT count(*) AS n, sum(whole) AS total, avg(whole) AS mean, "
                "sum(whole) > 4 AS many, CAST($1 AS text) AS given, max(body) AS last "
                "FROM kit_values WHERE body LIKE '%' AND body NOT LIKE 'A'",
                "x"
            )
            .value();
    });

    CHECK(row.get<int>("n") == 2);
    CHECK(row.get<std::int64_t>("total") == 5);
    CHECK(row.get<double>("mean") == 2.5);
    CHECK(row.get<bool>("many"));
    CHECK(row.get<std::string>("given") == "x");
    CHECK(row.get<std::string>("last") == "b");
}

TEST_CASE("parameters go in any order, repeated, and beside a dollar that is none") {
    const auto test = with_values();

    const auto row = test->read([](Tx& tx) {
        return tx
            .one(
                "SELECT CAST($2 AS text) AS second, CAST($1 AS text) AS first, '$3' AS dollar, "
                "CAST($2 AS text) AS again",
                "một",
                "hai"
            )
            .value();
    });

    CHECK(row.get<std::string>("first") == "một");
    CHECK(row.get<std::string>("second") == "hai");
    CHECK(row.get<std::string>("again") == "hai");
    CHECK(row.get<std::string>("dollar") == "$3");
}

TEST_CASE("texts are compared byte by byte, so that paths and sort keys order alike") {
    const auto test = with_values();

    const auto row = test->read([](Tx& tx) {
        return tx
            .one(
                "SELECT CAST($1 AS text) < CAST($2 AS text) AS before, "
                "CAST($1 AS text) LIKE 'b%' AS folded",
                "B",
                "a"
            )
            .value();
    });

    CHECK(row.get<bool>("before"));
    CHECK_FALSE(row.get<bool>("folded"));
}

}  // namespace nangluc::db
