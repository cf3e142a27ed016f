#include <doctest/doctest.h>

#include "platform_app.hpp"

using namespace nangluc;
using namespace nangluc::platform;
using testing::code_of;
static bool holds(const http::Reply& reply, std::string_view text) {
    return reply.body.find(text) != std::string::npos;
}

static std::string new_account(std::string_view login, std::string_view unit) {
    return R"({"login":")" + std::string(login) + R"(","name":"Quàng Thị Hoa","unit":")" +
           std::string(unit) + R"("})";
}

static std::string first_password_of(const http::Reply& reply) {
    const std::string key = R"("first_password":")";
    const auto at = reply.body.find(key) + key.size();
    return reply.body.substr(at, reply.body.find('"', at) - at);
}

TEST_CASE("an administrator opens an account, whose holder first chooses a password") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    auto admin = app.client("admin");

    const auto opened = admin.post("/accounts", new_account("hoa.qt", "3"));
    REQUIRE(opened.status == 201);

    auto holder = app.client();
    holder.sign_in("hoa.qt", first_password_of(opened));
    CHECK(holder.get("/session").body.find(R"("must_change_password":true)") != std::string::npos);
    const auto changed = holder.put(
        "/password",
        R"({"current":")" + first_password_of(opened) + R"(","password":"ngày mưa, áo tơi"})"
    );
    CHECK(changed.status == 204);
    CHECK(holder.get("/session").body.find(R"("must_change_password":false)") != std::string::npos);
}

TEST_CASE("an account whose password is due may do nothing else yet") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    auto admin = app.client("admin");
    const auto opened = admin.post("/accounts", new_account("hoa.qt", "3"));
    const auto id =
        AccountId{parse_id(opened.body.substr(opened.body.find(R"("id":")") + 6, 18)).value()};
    app.give(id, Role::administrator, app.province);
    auto holder = app.client();
    holder.sign_in("hoa.qt", first_password_of(opened));

    CHECK(holder.get("/accounts").status == 403);
}

TEST_CASE("a login has one account") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    auto admin = app.client("admin");

    CHECK(code_of(admin.post("/accounts", new_account("ADMIN", "3"))) == "account.login_taken");
}

TEST_CASE("an account without a name or with a malformed login is not opened") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    auto admin = app.client("admin");

    CHECK(code_of(admin.post("/accounts", new_account("lò", "3"))) == "account.login_malformed");
    const std::string nameless = R"({"login":"abc","name":"","unit":"3"})";
    CHECK(code_of(admin.post("/accounts", nameless)) == "account.without_name");
}

TEST_CASE("units outside one's own do not exist, and inside it a missing right is named") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    const auto hr = app.add("hr", app.province, Role::hr_officer);
    app.give(hr, Role::administrator, app.muong_ang);
    auto admin = app.client("admin");
    auto officer = app.client("hr");

    CHECK(code_of(admin.post("/accounts", new_account("abc", "5"))) == "unit");
    CHECK(code_of(admin.post("/accounts", new_account("abc", "99"))) == "unit");
    const auto refused = officer.post("/accounts", new_account("abc", "4"));
    CHECK(refused.status == 403);
    CHECK(code_of(refused) == "permission.edit_accounts");
}

TEST_CASE("accounts are listed by name, page by page, below a unit, found without marks") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    app.add("a1", app.muong_ang);
    app.add("b1", app.bung_lao);
    app.add("c1", app.other_province);
    auto admin = app.client("admin");

    const auto first = admin.get("/accounts?limit=2").body;
    CHECK(first.find(R"("login":"a1")") != std::string::npos);
    CHECK(first.find(R"("login":"admin")") != std::string::npos);
    const auto at = first.find(R"("next":")") + 8;
    const auto cursor = first.substr(at, first.find('"', at) - at);
    const auto second = admin.get("/accounts?limit=2&cursor=" + cursor).body;
    CHECK(second.find(R"("login":"b1")") != std::string::npos);
    CHECK(second.find(R"("next":null)") != std::string::npos);
    CHECK(second.find("c1") == std::string::npos);

    CHECK(admin.get("/accounts?unit=4").body.find("b1") != std::string::npos);
    CHECK(admin.get("/accounts?unit=4").body.find("a1") == std::string::npos);
    CHECK(code_of(admin.get("/accounts?unit=5")) == "unit");
    CHECK(admin.get("/accounts?search=lo%20van%20b").body.find("b1") != std::string::npos);
    CHECK(admin.get("/accounts?search=100%25").body.find("login") == std::string::npos);
    CHECK(code_of(admin.get("/accounts?cursor=x")) == "cursor.malformed");
}

TEST_CASE("who holds roles in two sub-trees sees the accounts of both in one order") {
    PlatformApp app;
    const auto admin = app.add("admin", app.muong_ang, Role::administrator);
    app.give(admin, Role::administrator, app.other_province);
    app.add("b1", app.bung_lao);
    app.add("c1", app.other_province);

    const auto list = app.client("admin").get("/accounts").body;

    CHECK(list.find("c1") != std::string::npos);
    CHECK(list.find("b1") == std::string::npos);
}

TEST_CASE("a closed account is signed out at once and stays closed until reopened") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    const auto id = app.add("hr", app.muong_ang, Role::hr_officer);
    auto admin = app.client("admin");
    auto holder = app.client("hr");
    const auto closure = path_to("accounts", id) + "/closure";

    CHECK(code_of(admin.post(closure, R"({"reason":""})")) == "account.without_reason");
    CHECK(admin.post(closure, R"({"reason":"moved away"})").status == 200);
    CHECK(holder.get("/session").status == 401);
    CHECK(code_of(admin.post(closure, R"({"reason":"again"})")) == "account.already_closed");
    CHECK(admin.del(closure + "?reason=came%20back").status == 200);
    CHECK(code_of(admin.del(closure + "?reason=again")) == "account.already_open");
    CHECK_NOTHROW(app.client("hr"));
    const auto record = admin.get(path_to("accounts", id)).body;
    CHECK(record.find(R"("reason":"moved away")") != std::string::npos);
    CHECK(record.find(R"("reason":"came back")") != std::string::npos);
}

TEST_CASE("nobody closes their own account") {
    PlatformApp app;
    const auto id = app.add("admin", app.province, Role::administrator);
    auto admin = app.client("admin");

    const auto reply = admin.post(path_to("accounts", id) + "/closure", R"({"reason":"x"})");

    CHECK(code_of(reply) == "account.own");
}

TEST_CASE("everybody reads their own account; another's only who administers it") {
    PlatformApp app;
    const auto own = app.add("staff", app.muong_ang, Role::civil_servant);
    const auto other = app.add("other", app.muong_ang);
    const auto far = app.add("far", app.other_province);
    auto client = app.client("staff");

    CHECK(client.get(path_to("accounts", own)).status == 200);
    CHECK(code_of(client.get(path_to("accounts", other))) == "permission.read_accounts");
    CHECK(code_of(client.get(path_to("accounts", far))) == "account");
    CHECK(client.get("/accounts/abc").status == 404);
}

TEST_CASE("roles of one account that check each other are shown") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    const auto id = app.add("both", app.muong_ang, Role::planner);
    app.give(id, Role::approver, app.muong_ang);

    const auto record = app.client("admin").get(path_to("accounts", id)).body;

    CHECK(record.find(R"({"one":"planner","other":"approver"})") != std::string::npos);
}

TEST_CASE("accounts follow their unit when it moves, and keep its last place when it is gone") {
    PlatformApp app;
    app.add("admin", app.other_province, Role::administrator);
    app.add("a1", app.muong_ang);
    auto admin = app.client("admin");
    CHECK(admin.get("/accounts").body.find("a1") == std::string::npos);

    app.units.add(app.muong_ang, app.other_province);
    app.module.refresh_places();
    CHECK(admin.get("/accounts").body.find("a1") != std::string::npos);

    app.units.remove(app.muong_ang);
    app.module.refresh_places();
    CHECK(admin.get("/accounts").body.find("a1") != std::string::npos);
}

TEST_CASE("a list of accounts shows the roles of each, and those that check each other") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    const auto both = app.add("both", app.muong_ang, Role::hr_officer);
    app.give(both, Role::approver, app.muong_ang);

    auto admin = app.client("admin");

    CHECK(holds(
        admin.get("/accounts?search=both"),
        R"("roles":["hr_officer","approver"],"conflicts":[{"one":"hr_officer","other":"approver"}])"
    ));
    CHECK(holds(admin.get("/accounts?search=admin"), R"("roles":["administrator"],"conflicts":[])")
    );
}
