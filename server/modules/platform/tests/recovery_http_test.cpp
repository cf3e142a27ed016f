#include <doctest/doctest.h>

#include "platform_app.hpp"

using namespace nangluc;
using namespace nangluc::platform;
using testing::code_of;

static std::string text_at(const std::string& body, const std::string& name) {
    const auto key = '"' + name + R"(":")";
    const auto at = body.find(key) + key.size();
    return body.substr(at, body.find('"', at) - at);
}

// Two administrators and someone who forgot their password.
struct Forgotten : PlatformApp {
    AccountId staff = add("staff", muong_ang);
    AccountId first = add("first", province, Role::administrator);
    AccountId second = add("second", province, Role::administrator);

    std::string ask() {
        const auto reply = client("first").post(
            path_to("accounts", staff) + "/recovery", R"({"reason":"forgotten"})"
        );
        return "/recoveries/" + text_at(reply.body, "id");
    }
    http::Reply use(const std::string& code, std::string_view password = "ngày mưa, áo tơi") {
        return client().post(
            "/recovery",
            R"({"login":"staff","code":")" + code + R"(","password":")" + std::string(password) +
                R"("})"
        );
    }
};

TEST_CASE("who forgot the password comes back by two persons and a code shown once") {
    Forgotten app;
    auto old_session = app.client("staff");
    const auto recovery = app.ask();
    auto second = app.client("second");
    CHECK(second.get("/recoveries").body.find("confirm") != std::string::npos);

    const auto confirmed = second.post(recovery + "/confirmation");
    REQUIRE(confirmed.status == 201);
    const auto code = text_at(confirmed.body, "code");
    CHECK(code.size() == 12);
    CHECK(code_of(second.post(recovery + "/confirmation")) == "recovery.not_asked");

    CHECK(app.use(code).status == 204);
    CHECK(old_session.get("/session").status == 401);
    CHECK_NOTHROW(app.client().sign_in("staff", "ngày mưa, áo tơi"));
    CHECK(code_of(app.use(code)) == "recovery.refused");
    CHECK(app.count_audit("recovery.used") == 1);
}

TEST_CASE("one person alone cannot recover an account") {
    Forgotten app;
    const auto recovery = app.ask();

    const auto reply = app.client("first").post(recovery + "/confirmation");

    CHECK(reply.status == 403);
    CHECK(code_of(reply) == "recovery.same_person");
}

TEST_CASE("nobody asks for their own recovery") {
    Forgotten app;

    const auto reply =
        app.client("first").post(path_to("accounts", app.first) + "/recovery", R"({"reason":"x"})");

    CHECK(code_of(reply) == "recovery.of_oneself");
}

TEST_CASE("a code is good for half an hour") {
    Forgotten app;
    const auto recovery = app.ask();
    const auto code = text_at(app.client("second").post(recovery + "/confirmation").body, "code");

    app.clock.advance(30LL * 60'000'000);

    CHECK(code_of(app.use(code)) == "recovery.refused");
}

TEST_CASE("a code is good for its own account only, and guesses are counted") {
    Forgotten app;
    const auto recovery = app.ask();
    const auto code = text_at(app.client("second").post(recovery + "/confirmation").body, "code");
    app.add("other", app.muong_ang);
    const auto stolen = app.client().post(
        "/recovery", R"({"login":"other","code":")" + code + R"(","password":"ngày mưa, áo tơi"})"
    );
    CHECK(code_of(stolen) == "recovery.refused");

    for (int i = 0; i < 5; ++i) CHECK(code_of(app.use("wrongwrong22")) == "recovery.refused");
    CHECK(code_of(app.use(code)) == "sign_in.wait");
}

TEST_CASE("the new password keeps the rules of passwords") {
    Forgotten app;
    const auto recovery = app.ask();
    const auto code = text_at(app.client("second").post(recovery + "/confirmation").body, "code");

    CHECK(code_of(app.use(code, "Matkhau@12345")) == "password.too_common");
}

TEST_CASE("a recovery is asked for once at a time, with a reason, and may be withdrawn") {
    Forgotten app;
    const auto recovery = app.ask();
    auto first = app.client("first");
    const auto again = path_to("accounts", app.staff) + "/recovery";

    CHECK(code_of(first.post(again, R"({"reason":""})")) == "recovery.without_reason");
    CHECK(code_of(first.post(again, R"({"reason":"x"})")) == "recovery.already_asked");
    CHECK(first.post(recovery + "/withdrawal", R"({"reason":"remembered"})").status == 200);
    CHECK(code_of(first.post(recovery + "/withdrawal", R"({"reason":"x"})")) == "recovery.over");
    CHECK(first.post(again, R"({"reason":"forgotten again"})").status == 201);
}

TEST_CASE("accounts of other units and closed ones are not recovered") {
    Forgotten app;
    const auto far = app.add("far", app.other_province);
    auto first = app.client("first");
    CHECK(
        code_of(first.post(path_to("accounts", far) + "/recovery", R"({"reason":"x"})")) ==
        "account"
    );

    first.post(path_to("accounts", app.staff) + "/closure", R"({"reason":"left"})");
    CHECK(
        code_of(first.post(path_to("accounts", app.staff) + "/recovery", R"({"reason":"x"})")) ==
        "account.closed"
    );
}

TEST_CASE("a recovery of another unit does not exist") {
    Forgotten app;
    const auto recovery = app.ask();
    app.add("far", app.other_province, Role::administrator);
    auto far = app.client("far");

    CHECK(code_of(far.post(recovery + "/confirmation")) == "recovery");
    CHECK(far.get("/recoveries").body.find("staff") == std::string::npos);
}
