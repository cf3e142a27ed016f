#include "modules/platform/session/password.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace nangluc;
using namespace nangluc::platform;

static std::string refusal_of(std::string_view password) {
    const auto result = check_new_password(password, "lo.van.a");
    return result ? "none" : result.error().code;
}

TEST_CASE("a long password that nobody would guess first is taken, whatever it is made of") {
    CHECK(refusal_of("bốn con trâu xanh 82") == "none");
    CHECK(refusal_of("correct horse battery") == "none");
    CHECK(refusal_of("ngày mưa, áo tơi") == "none");
}

TEST_CASE("a password of fewer than twelve letters is refused; letters are counted, not bytes") {
    CHECK(refusal_of("bốn con trâ") == "password.too_short");
    CHECK(refusal_of("bốn con trâu") == "none");
}

TEST_CASE("a password longer than two hundred bytes is refused") {
    std::string password;
    while (password.size() <= 200) password += "con trau ";

    CHECK(refusal_of(password) == "password.too_long");
}

TEST_CASE("a password that a guesser tries first is refused") {
    for (const auto* const password :
         {"aaaaaaaaaaaa",
          "123456789012",
          "qwertyuiopas",
          "Password2025!",
          "Matkhau@12345",
          "mật khẩu 2025",
          "vietnamvietnam1",
          "2025-09-15 2025",
          "lo.van.a.lo.van.a"}) {
        CAPTURE(password);
        CHECK(refusal_of(password) == "password.too_common");
    }
}
