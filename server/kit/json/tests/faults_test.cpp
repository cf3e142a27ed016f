#include <doctest/doctest.h>

#include "shapes.hpp"

using namespace nangluc;
using namespace nangluc::testing;

namespace {

using Faults = std::vector<Fault>;

// Where and why a text is no JSON: "1:5 malformed".
std::string malformation(std::string_view text) {
    const auto result = json::read<json::Raw>(text);
    if (result) return "none";
    const auto& error = result.error();
    if (error.code != "json.malformed" || error.faults.size() != 1) return error.code;
    return error.faults[0].path + ' ' + error.faults[0].code;
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

}  // namespace

TEST_CASE("every fault of a document is reported at once, each at its place") {
    const auto result = json::read<Sheet>(R"({
        "level": "ward",
        "from": "2025-02-29",
        "seen": 5,
        "period": {"from": "2025-07-01", "till": null},
        "lines": [
            {"unit": "1", "seats": 1},
            {"unit": 12, "seats": 1e10, "note": ["x"], "seats": 5},
            {"unit": "x", "seats": 1.5, "note": "a\u0000b"},
            "line"
        ],
        "rates": {"a/b~c": "high", "d": 1e999, "d": 1},
        "numbers": {
            "is_final": "true", "tiny": 128, "small": -1, "huge": 18446744073709551616,
            "wide": "5", "rate": null, "cost": 1.5
        },
        "tree": {"name": "x", "branches": [{"name": "y", "branches": {}}]},
        "colour": {"deep": [1, 2]}
    })");

    REQUIRE(!result);
    CHECK(result.error().refusal == Refusal::invalid);
    CHECK(result.error().code == "input.invalid");
    const Faults expected = {
        {"/level", "not_one_of"},
        {"/from", "malformed"},
        {"/seen", "wrong_type"},
        {"/period/till", "unknown_field"},
        {"/period/until", "required"},
        {"/lines/1/unit", "wrong_type"},
        {"/lines/1/seats", "out_of_range"},
        {"/lines/1/note", "wrong_type"},
        {"/lines/1/seats", "duplicate_field"},
        {"/lines/2/unit", "malformed"},
        {"/lines/2/seats", "wrong_type"},
        {"/lines/2/note", "malformed"},
        {"/lines/3", "wrong_type"},
        {"/rates/a~1b~0c", "wrong_type"},
        {"/rates/d", "out_of_range"},
        {"/rates/d", "duplicate_field"},
        {"/numbers/is_final", "wrong_type"},
        {"/numbers/tiny", "out_of_range"},
        {"/numbers/small", "out_of_range"},
        {"/numbers/huge", "out_of_range"},
        {"/numbers/wide", "wrong_type"},
        {"/numbers/rate", "wrong_type"},
        {"/numbers/cost", "wrong_type"},
        {"/tree/branches/0/branches", "wrong_type"},
        {"/colour", "unknown_field"},
    };
    CHECK(result.error().faults == expected);
}

TEST_CASE("a member is required unless it is an optional") {
    CHECK(faults_of<Line>("{}") == Faults{{"/unit", "required"}, {"/seats", "required"}});
    CHECK(faults_of<Branch>(R"({"name":"x"})") == Faults{{"/branches", "required"}});
    CHECK(faults_of<Line>(R"({"unit":"1","seats":1})").empty());
    CHECK(faults_of<Line>(R"({"unit":"1","seats":null})") == Faults{{"/seats", "wrong_type"}});
    CHECK(faults_of<Line>(R"({"unit":null,"seats":1})") == Faults{{"/unit", "wrong_type"}});
}

TEST_CASE("a fault of the whole document is at its root") {
    CHECK(faults_of<Line>("[]") == Faults{{"", "wrong_type"}});
    CHECK(faults_of<std::vector<int>>("{}") == Faults{{"", "wrong_type"}});
}

TEST_CASE("a text is limited in letters, not in bytes") {
    const auto quoted = [](std::size_t letters) { return '"' + repeated("đ", letters) + '"'; };

    CHECK(faults_of<std::string>(quoted(4000)).empty());
    CHECK(faults_of<std::string>(quoted(4001)) == Faults{{"", "too_long"}});
    CHECK(faults_of<json::LongText>(quoted(100'000)).empty());
    CHECK(faults_of<json::LongText>(quoted(100'001)) == Faults{{"", "too_long"}});
}

TEST_CASE("the names of a map are texts of up to 200 letters, tidied") {
    using Map = std::map<std::string, int>;
    const auto named = [](const std::string& name) { return "{\"" + name + "\":1}"; };
    const auto long_name = repeated("đ", 201);

    CHECK(json::read<Map>(named(" a  b ")).value() == Map{{"a b", 1}});
    CHECK(faults_of<Map>(named(long_name)) == Faults{{'/' + long_name, "too_long"}});
    CHECK(faults_of<Map>(R"({"a\u0000":1})")[0].code == "malformed");
    CHECK(faults_of<Map>(R"({"a":1,"a ":2})") == Faults{{"/a ", "duplicate_field"}});
}

TEST_CASE("a list is limited in items") {
    const auto list = [](std::size_t items) { return '[' + repeated("1,", items - 1) + "1]"; };

    CHECK(json::read<std::vector<int>>(list(1000)).value().size() == 1000);
    CHECK(faults_of<std::vector<int>>(list(1001)) == Faults{{"", "too_many"}});
    CHECK(json::read<json::BigList<int>>(list(100'000)).value().items.size() == 100'000);
    CHECK(faults_of<json::BigList<int>>(list(100'001)) == Faults{{"", "too_many"}});
}

TEST_CASE("a document with endless faults is answered with a thousand of them") {
    const auto faults = faults_of<json::BigList<int>>('[' + repeated("\"x\",", 5000) + "1]");

    REQUIRE(faults.size() == 1001);
    CHECK(faults[999] == Fault{"/999", "wrong_type"});
    CHECK(faults[1000] == Fault{"", "too_many"});
}

TEST_CASE("what is no JSON is refused with its line and column") {
    CHECK(malformation("{\"a\": 1,\n \"b\" 2}") == "2:6 malformed");
    CHECK(malformation("") == "1:1 malformed");
    CHECK(malformation("[1] x") == "1:5 malformed");
    CHECK(malformation("[1,]") != "none");
    CHECK(malformation("// note\n1") != "none");
    CHECK(malformation("NaN") != "none");
    CHECK(malformation("[01]") != "none");
    CHECK(malformation("'a'") != "none");
    CHECK(malformation("\"a\nb\"") != "none");
    CHECK(malformation("\xEF\xBB\xBF{}") != "none");
}

TEST_CASE("bytes that are no UTF-8 are refused, also as halves of surrogates") {
    CHECK(malformation("\"a\xFF\"").ends_with("not_utf8"));
    CHECK(malformation(R"("\ud800")") != "none");
    CHECK(malformation(R"("\ud800\u0041")").ends_with("not_utf8"));
    CHECK(malformation(R"("\udc00")").ends_with("not_utf8"));
    CHECK(json::read<std::string>(R"("\ud83d\ude00")").value() == "😀");
}

TEST_CASE("a document that nests without end is refused before it is built") {
    CHECK(malformation(repeated("[", 30) + repeated("]", 30)) == "none");
    CHECK(malformation(repeated("[", 100'000)).ends_with("too_deep"));
    CHECK(malformation(repeated("{\"a\":", 100'000)).ends_with("too_deep"));
}

TEST_CASE("a document above 64 MiB is refused unread") {
    CHECK(json::read<json::Raw>(std::string((64 << 20) + 1, ' ')).error().code == "json.too_large");
}

TEST_CASE("numbers of any size do no harm") {
    CHECK(faults_of<int>("1" + repeated("0", 100'000)) == Faults{{"", "out_of_range"}});
    CHECK(faults_of<double>("1" + repeated("0", 400)) == Faults{{"", "out_of_range"}});
    CHECK(faults_of<std::int64_t>("-9223372036854775809") == Faults{{"", "out_of_range"}});
    CHECK(json::read<std::int64_t>("-9223372036854775808").value() == INT64_MIN);
    CHECK(json::read<std::uint64_t>("18446744073709551615").value() == UINT64_MAX);
    CHECK(json::read<int>("5.0").value() == 5);
    CHECK(json::read<int>("2e3").value() == 2000);
}

TEST_CASE("an id is read from its text only") {
    CHECK(json::read<UnitId>(R"("9223372036854775807")").value() == UnitId{INT64_MAX});
    CHECK(faults_of<UnitId>("5") == Faults{{"", "wrong_type"}});
    CHECK(faults_of<UnitId>(R"("0")") == Faults{{"", "malformed"}});
    CHECK(faults_of<UnitId>(R"("-5")") == Faults{{"", "malformed"}});
}

TEST_CASE("a raw value with a doubled name or a number without end is refused") {
    CHECK(faults_of<json::Raw>(R"({"a":{"b":1,"b":2}})") == Faults{{"/a/b", "duplicate_field"}});
    CHECK(faults_of<json::Raw>("[1e999]") == Faults{{"/0", "out_of_range"}});
}

TEST_CASE("an amount that would overflow a sum over two million people is out of range") {
    CHECK(json::read<Money>("4000000000000"));
    CHECK_FALSE(json::read<Money>("4000000000001"));
    CHECK_FALSE(json::read<Money>("-4000000000001"));
}
