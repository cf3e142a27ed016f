#include "kit/json/json.hpp"

#include <doctest/doctest.h>

#include <boost/describe/class.hpp>

using namespace nangluc;

namespace {

enum class Level { commune, province };
BOOST_DESCRIBE_ENUM(Level, commune, province)

struct Line {
    UnitId unit;
    int seats = 0;
    std::optional<std::string> note;
    friend bool operator==(const Line&, const Line&) = default;
};
BOOST_DESCRIBE_STRUCT(Line, (), (unit, seats, note))

struct Sheet {
    Level level = Level::commune;
    Date from;
    std::vector<Line> lines;
    std::map<std::string, double> rates;
    friend bool operator==(const Sheet&, const Sheet&) = default;
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (level, from, lines, rates))

}  // namespace

TEST_CASE("a document is written and read back the same") {
    const Sheet sheet{
        .level = Level::province,
        .from = {2025, 7, 1},
        .lines =
            {{.unit = {12}, .seats = 3, .note = "Mường Ảng"},
             {.unit = {13}, .seats = -1, .note = {}}},
        .rates = {{"a", 0.1}},
    };

    const auto text = json::write(sheet);

    CHECK(
        text ==
        R"({"level":"province","from":"2025-07-01","lines":[{"unit":"12","seats":3,"note":"Mường Ảng"},)"
        R"({"unit":"13","seats":-1,"note":null}],"rates":{"a":0.1}})"
    );
    CHECK(json::read<Sheet>(text).value() == sheet);
}

TEST_CASE("every fault of a document is reported at its place") {
    const auto result = json::read<Sheet>(
        R"({"level":"ward","lines":[{"unit":"x","seats":1e10,"note":5,"colour":1}],"rates":{},"lines":[]})"
    );

    REQUIRE(!result);
    CHECK(result.error().code == "input.invalid");
    const std::vector<Fault> expected = {
        {"/level", "not_one_of"},
        {"/lines/0/unit", "malformed"},
        {"/lines/0/seats", "out_of_range"},
        {"/lines/0/note", "wrong_type"},
        {"/lines/0/colour", "unknown_field"},
        {"/lines", "duplicate_field"},
        {"/from", "required"},
    };
    CHECK(result.error().faults == expected);
}
