#include <doctest/doctest.h>

#include "base/id.hpp"
#include "base/word.hpp"
#include "kit/http/cursor.hpp"

namespace nangluc::http {

struct AfterPerson {
    std::string sort_key;
    PersonId person;

    friend bool operator==(const AfterPerson&, const AfterPerson&) = default;
};
BOOST_DESCRIBE_STRUCT(AfterPerson, (), (sort_key, person))

struct AfterUnit {
    UnitId unit;
};
BOOST_DESCRIBE_STRUCT(AfterUnit, (), (unit))

static const AfterPerson here{"3b1f", PersonId{42}};

TEST_CASE("a cursor leads back to its place") {
    const auto text = encode_cursor(here);

    CHECK(decode_cursor<AfterPerson>(text).value() == here);
    CHECK(
        text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        ) == std::string::npos
    );
}

TEST_CASE("without a cursor a list begins at its beginning") {
    CHECK_FALSE(decode_cursor<AfterPerson>(std::nullopt).value().has_value());
}

TEST_CASE("a cursor that the list did not give is refused") {
    const std::string forged[] = {
        "",
        "x",
        "not base64!",
        encode_cursor(here) + "A",
        encode_cursor(here).substr(4),
        encode_cursor(AfterUnit{UnitId{1}}),
        to_base64url("null"),
        to_base64url(R"({"sort_key":"3b1f", "person":"42"})"),
        to_base64url(R"({"person":"42","sort_key":"3b1f"})"),
        to_base64url(R"({"sort_key":"3b1f","person":"042"})"),
    };
    for (const auto& text : forged) {
        CAPTURE(text);
        const auto place = decode_cursor<AfterPerson>(text);
        REQUIRE_FALSE(place);
        CHECK(place.error().refusal == Refusal::invalid);
        CHECK(place.error().code == "cursor.malformed");
    }
}

}  // namespace nangluc::http
