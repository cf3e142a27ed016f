#include <doctest/doctest.h>

#include "kit/http/base64url.hpp"
#include "kit/http/http.hpp"
#include "kit/http/target.hpp"

namespace nangluc::http {

TEST_CASE("an address is taken apart and its escapes resolved") {
    const auto target =
        parse_target("/units/%C4%91i%E1%BB%87n?q=a%26b+c&year=2026&year=2027&x").value();

    CHECK(target.path == "/units/điện");
    CHECK(
        target.query ==
        std::vector<std::pair<std::string, std::string>>{
            {"q", "a&b c"}, {"year", "2026"}, {"year", "2027"}, {"x", ""}}
    );
}

TEST_CASE("an address with a broken escape, a hidden slash or a zero byte is refused") {
    for (const auto* text :
         {"", "units", "/%", "/%4", "/%zz", "/a%2Fb", "/a%00", "/?q=%00", "/%ff"}) {
        CAPTURE(text);
        const auto target = parse_target(text);
        REQUIRE_FALSE(target);
        CHECK(target.error().code == "target.malformed");
    }
}

TEST_CASE("a path value that is no id names nothing") {
    Request request;
    request.path_values = {{"plan", "12"}, {"unit", "12; DROP"}};

    CHECK(request.path_id<UnitId>("plan").value() == UnitId{12});
    CHECK(request.path_id<UnitId>("unit").error().refusal == Refusal::not_found);
    CHECK(request.path_id<UnitId>("unit").error().code == "unit");
}

TEST_CASE("the version that was read is required and must be a number") {
    Request request;
    CHECK(request.if_match().error().refusal == Refusal::unconditional);

    for (const auto* tag : {"", "3", "\"\"", "\"x\"", "\"3\", \"4\"", "*"}) {
        CAPTURE(tag);
        request.headers["if-match"] = tag;
        CHECK(request.if_match().error().code == "if_match.malformed");
    }
    request.headers["if-match"] = "\"3-af63dc4c8601ec8c\"";
    CHECK(request.if_match().value() == 3);
    request.headers["if-match"] = "\"3\"";
    CHECK(request.if_match().value() == 3);
    request.headers["if-match"] = "W/\"3\"";
    CHECK(request.if_match().value() == 3);
}

TEST_CASE("base64url comes back as it went, and nothing else is taken") {
    for (const std::string bytes : {"", "a", "ab", "abc", "Đường\n\xff"}) {
        CHECK(from_base64url(to_base64url(bytes)).value() == bytes);
    }
    for (const auto* text : {"=", "YQ==", "Y", "YR", "a b", "a+b/"}) {
        CAPTURE(text);
        CHECK_FALSE(from_base64url(text).has_value());
    }
}

}  // namespace nangluc::http
