#include <doctest/doctest.h>

#include "platform_app.hpp"

using namespace nangluc;
using namespace nangluc::platform;
using testing::code_of;

static std::string credentials(std::string_view login, std::string_view password) {
    return R"({"login":")" + std::string(login) + R"(","password":")" + std::string(password) +
           R"("})";
}

TEST_CASE("who signs in is told who they are, with their roles and what these permit") {
    PlatformApp app;
    app.add("hr", app.muong_ang, Role::hr_officer);
    auto client = app.client("hr");

    const auto reply = client.get("/session");

    CHECK(reply.status == 200);
    CHECK(reply.body.find(R"("login":"hr")") != std::string::npos);
    CHECK(reply.body.find(R"("role":"hr_officer","unit":"3")") != std::string::npos);
    CHECK(reply.body.find(R"("import_people")") != std::string::npos);
    CHECK(reply.body.find(R"("home":["hr_officer","civil_servant"])") != std::string::npos);
}

TEST_CASE("a browser gets its token in a cookie that no script reads, a script in the reply") {
    PlatformApp app;
    app.add("hr", app.muong_ang);
    auto client = app.client();

    const auto reply = client.post("/session", credentials("hr", testing::test_password));

    CHECK(reply.status == 201);
    CHECK(reply.header("set-cookie").value().find("HttpOnly") != std::string::npos);
    CHECK(reply.body.find(R"("token":null)") != std::string::npos);
}

TEST_CASE("a wrong password, an unknown login and a closed account get the same answer") {
    PlatformApp app;
    app.add("hr", app.muong_ang);
    const auto closed = app.add("left", app.muong_ang);
    app.add("admin", app.province, Role::administrator);
    app.client("admin").post(path_to("accounts", closed) + "/closure", R"({"reason":"left"})");
    auto client = app.client();

    for (const auto* const login : {"hr", "nobody", "left"}) {
        const auto password = login == std::string_view("left") ? testing::test_password : "wrong";
        const auto reply = client.post("/session", credentials(login, password));
        CAPTURE(login);
        CHECK(reply.status == 401);
        CHECK(code_of(reply) == "sign_in.refused");
    }
}

TEST_CASE("a login is the same in capitals") {
    PlatformApp app;
    app.add("hr.officer", app.muong_ang);

    CHECK_NOTHROW(app.client("HR.Officer"));
}

TEST_CASE("after five wrong passwords even the right one waits") {
    PlatformApp app;
    app.add("hr", app.muong_ang);
    auto client = app.client();
    for (int i = 0; i < 5; ++i) client.post("/session", credentials("hr", "wrong"));

    const auto reply = client.post("/session", credentials("hr", testing::test_password));
    CHECK(reply.status == 429);
    CHECK(code_of(reply) == "sign_in.wait");

    app.clock.advance(31'000'000);
    CHECK(client.post("/session", credentials("hr", testing::test_password)).status == 201);
}

TEST_CASE("an address that guesses many logins waits too") {
    PlatformApp app;
    app.add("hr", app.muong_ang);
    auto client = app.client();
    for (int i = 0; i < 41; ++i) {
        client.post("/session", credentials("guess" + std::to_string(i), "x"));
    }

    CHECK(code_of(client.post("/session", credentials("hr", "wrong"))) == "sign_in.wait");
    client.peer = "192.0.2.2";
    CHECK(client.post("/session", credentials("hr", testing::test_password)).status == 201);
}

TEST_CASE("a session ends with sign-out, after idle minutes, and with the day") {
    PlatformApp app;
    app.add("hr", app.muong_ang);
    auto client = app.client("hr");

    SUBCASE("sign-out") {
        CHECK(client.del("/session").status == 204);
        CHECK(code_of(client.get("/session")) == "session.ended");
    }
    SUBCASE("idle") {
        app.clock.advance(29LL * 60'000'000);
        CHECK(client.get("/session").status == 200);
        app.clock.advance(29LL * 60'000'000);
        CHECK(client.get("/session").status == 200);
        app.clock.advance(31LL * 60'000'000);
        CHECK(code_of(client.get("/session")) == "session.ended");
    }
    SUBCASE("the day") {
        for (int i = 0; i < 26; ++i) {
            app.clock.advance(28LL * 60'000'000);
            client.get("/session");
        }
        CHECK(code_of(client.get("/session")) == "session.ended");
    }
}

TEST_CASE("when a session was last seen is written down together, and later looks count from it") {
    PlatformApp app;
    app.add("hr", app.muong_ang);
    auto client = app.client("hr");
    app.clock.advance(20LL * 60'000'000);
    client.get("/session");
    const auto before = client.get("/sessions").body;

    app.module.keep_seen_sessions();

    CHECK(client.get("/sessions").body != before);
}

TEST_CASE("a token that nobody was given opens nothing") {
    PlatformApp app;
    auto client = app.client();
    client.bear("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    CHECK(code_of(client.get("/session")) == "session.ended");
}

TEST_CASE("one sees one's own sessions and ends one or all the others") {
    PlatformApp app;
    app.add("hr", app.muong_ang);
    app.add("other", app.muong_ang);
    auto office = app.client("hr");
    auto phone = app.client("hr");
    auto home = app.client("hr");
    auto stranger = app.client("other");

    const auto list = office.get("/sessions").body;
    CHECK(list.find(R"("is_this_one":true)") != std::string::npos);
    const auto first_id = list.substr(list.find(R"("id":")") + 6, 18);

    CHECK(code_of(stranger.del("/sessions/" + first_id)) == "session");
    CHECK(office.del("/sessions/" + first_id).status == 204);  // the latest: home
    CHECK(home.get("/session").status == 401);
    CHECK(phone.get("/session").status == 200);
    CHECK(office.del("/sessions").status == 204);
    CHECK(phone.get("/session").status == 401);
    CHECK(office.get("/session").status == 200);
}

TEST_CASE("a new password is asked for with the old one, and ends the other sessions") {
    PlatformApp app;
    app.add("hr", app.muong_ang);
    auto client = app.client("hr");
    auto other = app.client("hr");
    const auto change = [&](std::string_view current, std::string_view next) {
        return client.put(
            "/password",
            R"({"current":")" + std::string(current) + R"(","password":")" + std::string(next) +
                R"("})"
        );
    };

    CHECK(code_of(change("wrong", "ngày mưa, áo tơi")) == "password.wrong");
    CHECK(code_of(change(testing::test_password, "short")) == "password.too_short");
    CHECK(code_of(change(testing::test_password, testing::test_password)) == "password.unchanged");
    CHECK(change(testing::test_password, "ngày mưa, áo tơi").status == 204);
    CHECK(client.get("/session").status == 200);
    CHECK(other.get("/session").status == 401);
    CHECK_NOTHROW(app.client().sign_in("hr", "ngày mưa, áo tơi"));
}

TEST_CASE("the language is each one's own choice") {
    PlatformApp app;
    app.add("hr", app.muong_ang);
    auto client = app.client("hr");

    CHECK(client.put("/language", R"({"language":"ko"})").status == 204);
    CHECK(client.get("/session").body.find(R"("language":"ko")") != std::string::npos);
    CHECK(client.put("/language", R"({"language":"xx"})").status == 422);
}

TEST_CASE("without a session nothing of one's own is read") {
    PlatformApp app;
    auto client = app.client();

    for (const auto* const target : {"/session", "/sessions", "/grants?account=1", "/jobs"}) {
        CAPTURE(target);
        CHECK(client.get(target).status == 401);
    }
}
