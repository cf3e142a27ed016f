#include <doctest/doctest.h>

#include "shapes.hpp"

using namespace nangluc;
using namespace nangluc::testing;

namespace {

struct Filter {
    std::optional<UnitId> unit;
    std::vector<Level> level;
    std::optional<bool> is_open;
};
BOOST_DESCRIBE_STRUCT(Filter, (), (unit, level, is_open))

struct Query {
    Filter filter;
    std::optional<int> limit;
    std::optional<std::string> text;
    std::vector<UnitId> units;
    std::optional<Date> on;
    std::optional<double> least;
};
BOOST_DESCRIBE_STRUCT(Query, (), (filter, limit, text, units, on, least))

struct Search {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Search, (), (text))

using Words = std::vector<std::pair<std::string, std::string>>;
using Faults = std::vector<Fault>;

template <class T = Query>
Faults faults_of_query(const Words& words) {
    const auto result = json::read_query<T>(words);
    return result ? Faults{} : result.error().faults;
}

}  // namespace

TEST_CASE("a query is read into its struct, word by word") {
    const auto query = json::read_query<Query>({
        {"limit", "25"},
        {"filter[unit]", "7"},
        {"units", "1"},
        {"text", "  Điện  Biên "},
        {"filter[level]", "commune"},
        {"units", "2"},
        {"filter[level]", "province"},
        {"filter[is_open]", "true"},
        {"on", "2025-07-01"},
        {"least", "0.5"},
    });

    REQUIRE(query);
    CHECK(query.value().limit == 25);
    CHECK(query.value().text == "Điện Biên");
    CHECK(query.value().units == std::vector<UnitId>{{1}, {2}});
    CHECK(query.value().filter.unit == UnitId{7});
    CHECK(query.value().filter.level == std::vector{Level::commune, Level::province});
    CHECK(query.value().filter.is_open == true);
    CHECK(query.value().on == Date{2025, 7, 1});
    CHECK(query.value().least == 0.5);
}

TEST_CASE("a query without words is read where nothing is required") {
    CHECK(faults_of_query({}).empty());
    CHECK(faults_of_query<Search>({}) == Faults{{"?text", "required"}});
    CHECK(faults_of_query<Search>({{"text", ""}}).empty());
}

TEST_CASE("every fault of a query is reported at its parameter") {
    const Faults expected = {
        {"?limit", "wrong_type"},
        {"?colour", "unknown_field"},
        {"?colour", "unknown_field"},
        {"?on", "malformed"},
        {"?on", "duplicate_field"},
        {"?units", "malformed"},
        {"?least", "wrong_type"},
        {"?filter", "wrong_type"},
        {"?text", "not_utf8"},
        {"?filter", "duplicate_field"},
    };

    CHECK(
        faults_of_query({
            {"limit", "many"},
            {"colour", "red"},
            {"colour", "blue"},
            {"on", "yesterday"},
            {"on", "2025-07-01"},
            {"units", "1"},
            {"units", "x"},
            {"least", "1x"},
            {"filter", "all"},
            {"text", "a\xFF"},
            {"filter[unit]", "1"},
        }) == expected
    );
}

TEST_CASE("faults inside a group name the group") {
    const Faults expected = {
        {"?filter[level]", "not_one_of"},
        {"?filter[colour]", "unknown_field"},
        {"?filter[is_open]", "wrong_type"},
    };

    CHECK(
        faults_of_query({
            {"filter[level]", "ward"},
            {"filter[colour]", "red"},
            {"filter[is_open]", "1"},
        }) == expected
    );
    CHECK(faults_of_query({{"group[x]", "1"}}) == Faults{{"?group", "unknown_field"}});
}

TEST_CASE("numbers in a query have the same range as in a body") {
    CHECK(faults_of_query({{"limit", "2147483647"}}).empty());
    CHECK(faults_of_query({{"limit", "2147483648"}}) == Faults{{"?limit", "out_of_range"}});
    CHECK(
        faults_of_query({{"limit", "99999999999999999999"}}) == Faults{{"?limit", "out_of_range"}}
    );
    CHECK(faults_of_query({{"limit", ""}}) == Faults{{"?limit", "wrong_type"}});
    CHECK(faults_of_query({{"least", "inf"}}) == Faults{{"?least", "out_of_range"}});
    CHECK(faults_of_query({{"least", "1e999"}}) == Faults{{"?least", "out_of_range"}});
}

TEST_CASE("a repeated parameter is limited like a list") {
    CHECK(faults_of_query(Words(1000, {"units", "1"})).empty());
    CHECK(faults_of_query(Words(1001, {"units", "1"})) == Faults{{"?units", "too_many"}});
}

TEST_CASE("the parameters of a query are described for OpenAPI") {
    json::Schemas schemas;

    CHECK(
        json::parameters<Filter>(schemas) ==
        R"([{"name":"unit","in":"query","required":false,"schema":)"
        R"({"type":"string","pattern":"^[1-9][0-9]{0,18}$"}},)"
        R"({"name":"level","in":"query","required":false,"schema":{"type":"array","items":)"
        R"({"type":"string","enum":["commune","province","ministry"]},"maxItems":1000}},)"
        R"({"name":"is_open","in":"query","required":false,"schema":{"type":"boolean"}}])"
    );
    CHECK(
        json::parameters<Search>(schemas) ==
        R"([{"name":"text","in":"query","required":true,"schema":)"
        R"({"type":"string","maxLength":4000}}])"
    );
    CHECK(json::parameters<Query>(schemas).find(R"("name":"filter[unit]")") != std::string::npos);
    CHECK(schemas.components().empty());
}
