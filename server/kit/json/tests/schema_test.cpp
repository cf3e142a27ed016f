#include <doctest/doctest.h>

#include "shapes.hpp"

using namespace nangluc;
using namespace nangluc::testing;

namespace {

struct Renamed {
    static constexpr auto schema_name = "OtherLine";
    int x = 0;
};
BOOST_DESCRIBE_STRUCT(Renamed, (), (x))

}  // namespace

namespace other {

struct Line {
    int x = 0;
};
BOOST_DESCRIBE_STRUCT(Line, (), (x))

}  // namespace other

TEST_CASE("the schema of a family of types is named, complete and always the same") {
    json::Schemas schemas;
    const auto page = json::schema<Page<LineReply>>(schemas);

    CHECK(page == R"({"$ref":"#/components/schemas/LinePage"})");
    CHECK(
        schemas.text() ==
        R"({"LinePage":{"type":"object","properties":{)"
        R"("items":{"type":"array","items":{"$ref":"#/components/schemas/LineReply"},)"
        R"("maxItems":1000},)"
        R"("next":{"type":["string","null"],"maxLength":4000}},)"
        R"("required":["items"],"additionalProperties":false},)"
        R"("LineReply":{"type":"object","properties":{)"
        R"("unit":{"type":"string","pattern":"^[1-9][0-9]{0,18}$"},)"
        R"("seats":{"type":"integer","minimum":-2147483648,"maximum":2147483647},)"
        R"("note":{"type":["string","null"],"maxLength":4000},)"
        R"("extra":{}},)"
        R"("required":["unit","seats","extra"],"additionalProperties":false}})"
    );
}

TEST_CASE("words are listed, dates have their format, optionals may be null") {
    json::Schemas schemas;

    CHECK(
        json::schema<Level>(schemas) ==
        R"({"type":"string","enum":["commune","province","ministry"]})"
    );
    CHECK(
        json::schema<std::optional<Level>>(schemas) ==
        R"({"anyOf":[{"type":"string","enum":["commune","province","ministry"]},{"type":"null"}]})"
    );
    CHECK(json::schema<Date>(schemas) == R"({"type":["string","null"],"format":"date"})");
    CHECK(json::schema<std::optional<Date>>(schemas) == json::schema<Date>(schemas));
    CHECK(json::schema<Instant>(schemas) == R"({"type":["string","null"],"format":"date-time"})");
    CHECK(json::schema<Money>(schemas) == R"({"type":"integer","format":"int64"})");
    CHECK(
        json::schema<std::map<std::string, double>>(schemas) ==
        R"({"type":"object","additionalProperties":{"type":"number"}})"
    );
    CHECK(
        json::schema<std::optional<Period>>(schemas) ==
        R"({"anyOf":[{"$ref":"#/components/schemas/Period"},{"type":"null"}]})"
    );
}

TEST_CASE("a type that contains itself refers to itself") {
    json::Schemas schemas;

    CHECK(json::schema<Branch>(schemas) == R"({"$ref":"#/components/schemas/Branch"})");
    CHECK(
        schemas.components().at("Branch").find(
            R"("branches":{"type":"array","items":{"$ref":"#/components/schemas/Branch"})"
        ) != std::string::npos
    );
}

TEST_CASE("two types may not share a name, unless one names itself") {
    json::Schemas schemas;
    json::schema<testing::Line>(schemas);

    CHECK_THROWS_AS(json::schema<other::Line>(schemas), std::logic_error);
    CHECK(json::schema<Renamed>(schemas) == R"({"$ref":"#/components/schemas/OtherLine"})");
    CHECK_NOTHROW(json::schema<testing::Line>(schemas));
}

TEST_CASE("names of templates are readable") {
    CHECK(json::readable_name(typeid(Page<LineReply>)) == "LinePage");
    CHECK(json::readable_name(typeid(Page<std::string>)) == "TextPage");
    CHECK(json::readable_name(typeid(Page<Page<Sheet>>)) == "SheetPagePage");
    CHECK(json::readable_name(typeid(Sheet)) == "Sheet");
}
