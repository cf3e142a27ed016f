#include <doctest/doctest.h>

#include "shapes.hpp"

using namespace nangluc;
using namespace nangluc::testing;

namespace {

struct ByPost {
    static constexpr auto kind = "post";
    int number = 0;
    std::optional<std::string> note;
    friend bool operator==(const ByPost&, const ByPost&) = default;
};
BOOST_DESCRIBE_STRUCT(ByPost, (), (number, note))

struct ByAll {
    static constexpr auto kind = "all";
    friend bool operator==(const ByAll&, const ByAll&) = default;
};
BOOST_DESCRIBE_STRUCT(ByAll, (), ())

using Reason = std::variant<ByAll, ByPost>;
using Faults = std::vector<Fault>;

}  // namespace

TEST_CASE("one of several structs is told by its kind") {
    const std::vector<Reason> reasons = {ByPost{.number = 3, .note = "x"}, ByAll{}};
    const auto text = json::write(reasons);

    CHECK(text == R"([{"kind":"post","number":3,"note":"x"},{"kind":"all"}])");
    CHECK(json::read<std::vector<Reason>>(text).value() == reasons);
    CHECK(json::read<Reason>(R"({"number":3,"kind":"post"})").value() == Reason(ByPost{3, {}}));
}

TEST_CASE("a kind that is missing, doubled or unknown is a fault at its place") {
    CHECK(faults_of<Reason>(R"({"number":3})") == Faults{{"/kind", "required"}});
    CHECK(faults_of<Reason>(R"({"kind":"any"})") == Faults{{"/kind", "not_one_of"}});
    CHECK(faults_of<Reason>(R"({"kind":1})") == Faults{{"/kind", "wrong_type"}});
    CHECK(faults_of<Reason>("[]") == Faults{{"", "wrong_type"}});
    CHECK(faults_of<Reason>(R"({"kind":"post"})") == Faults{{"/number", "required"}});
    CHECK(
        faults_of<Reason>(R"({"kind":"all","number":1})") == Faults{{"/number", "unknown_field"}}
    );
    CHECK(
        faults_of<Reason>(R"({"kind":"all","kind":"all"})") == Faults{{"/kind", "unknown_field"}}
    );
}

TEST_CASE("the schema of a variant lists its kinds") {
    json::Schemas schemas;

    CHECK(
        json::schema<Reason>(schemas) ==
        R"({"oneOf":[{"type":"object","properties":{"kind":{"const":"all"}},"required":["kind"],)"
        R"("additionalProperties":false},)"
        R"({"type":"object","properties":{"kind":{"const":"post"},)"
        R"("number":{"type":"integer","minimum":-2147483648,"maximum":2147483647},)"
        R"("note":{"type":["string","null"],"maxLength":4000}},"required":["kind","number"],)"
        R"("additionalProperties":false}]})"
    );
}
