#include <doctest/doctest.h>

#include "platform_app.hpp"

using namespace nangluc;
using namespace nangluc::platform;
using testing::code_of;

static std::string new_grant(
    AccountId account, std::string_view role, UnitId unit, std::string_view from = "2025-09-15"
) {
    return R"({"account":")" + to_text(account.value) + R"(","role":")" + std::string(role) +
           R"(","unit":")" + to_text(unit.value) + R"(","from":")" + std::string(from) +
           R"(","reason":"Decision 12"})";
}

static std::string id_in(const http::Reply& reply) {
    const auto at = reply.body.find(R"("id":")") + 6;
    return reply.body.substr(at, reply.body.find('"', at) - at);
}

TEST_CASE("a role that is given holds at once, over the unit and what lies below it") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    const auto id = app.add("new.admin", app.muong_ang);
    auto holder = app.client("new.admin");
    CHECK(holder.get("/accounts").status == 403);

    const auto given =
        app.client("admin").post("/grants", new_grant(id, "administrator", app.muong_ang));

    CHECK(given.status == 201);
    CHECK(holder.get("/accounts?unit=3").status == 200);
    CHECK(code_of(holder.get("/accounts?unit=4")) == "unit");
}

TEST_CASE("nobody gives a role to themselves") {
    PlatformApp app;
    const auto id = app.add("admin", app.province, Role::administrator);

    const auto reply =
        app.client("admin").post("/grants", new_grant(id, "hr_officer", app.province));

    CHECK(code_of(reply) == "grant.to_oneself");
}

TEST_CASE("nobody gives more than they hold") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    const auto id = app.add("staff", app.muong_ang);
    auto admin = app.client("admin");

    CHECK(
        code_of(admin.post("/grants", new_grant(id, "approver", app.muong_ang))) ==
        "grant.more_than_held"
    );
    CHECK(
        code_of(admin.post("/grants", new_grant(id, "auditor", app.muong_ang))) ==
        "grant.more_than_held"
    );
    CHECK(code_of(admin.post("/grants", new_grant(id, "hr_officer", app.nation))) == "unit");
    CHECK(admin.post("/grants", new_grant(id, "hr_officer", app.muong_ang)).status == 201);
}

TEST_CASE("what is held over one unit is not given over another") {
    PlatformApp app;
    const auto leader = app.add("leader", app.muong_ang, Role::approver);
    app.give(leader, Role::administrator, app.province);
    const auto id = app.add("staff", app.bung_lao);

    const auto reply =
        app.client("leader").post("/grants", new_grant(id, "approver", app.bung_lao));

    CHECK(code_of(reply) == "grant.more_than_held");
}

TEST_CASE("the same role over the same unit is not given twice for the same days") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    const auto id = app.add("staff", app.muong_ang, Role::supervisor);

    const auto reply =
        app.client("admin").post("/grants", new_grant(id, "supervisor", app.muong_ang));

    CHECK(code_of(reply) == "grant.already_held");
}

TEST_CASE("a closed account is given nothing") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    const auto id = app.add("staff", app.muong_ang);
    auto admin = app.client("admin");
    admin.post(path_to("accounts", id) + "/closure", R"({"reason":"left"})");

    const auto reply = admin.post("/grants", new_grant(id, "supervisor", app.muong_ang));

    CHECK(code_of(reply) == "account.closed");
}

TEST_CASE("an account that one may not see is given nothing") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    const auto id = app.add("far", app.other_province);

    const auto reply =
        app.client("admin").post("/grants", new_grant(id, "supervisor", app.muong_ang));

    CHECK(code_of(reply) == "account");
}

TEST_CASE("a role given from a later day holds from that day") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    const auto id = app.add("staff", app.muong_ang);
    auto admin = app.client("admin");
    const auto given =
        admin.post("/grants", new_grant(id, "administrator", app.muong_ang, "2025-09-20"));
    CHECK(given.body.find(R"("state":"to_come")") != std::string::npos);

    CHECK(app.client("staff").get("/accounts").status == 403);
    app.clock.advance(5LL * 24 * 3600 * 1'000'000);
    CHECK(app.client("staff").get("/accounts").status == 200);
}

TEST_CASE("an ended role holds no more from its day on, and what was is kept") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    const auto id = app.add("staff", app.muong_ang);
    auto admin = app.client("admin");
    auto holder = app.client("staff");
    const auto grant = id_in(admin.post("/grants", new_grant(id, "administrator", app.muong_ang)));
    CHECK(holder.get("/accounts").status == 200);
    const auto end = "/grants/" + grant + "/end";

    CHECK(code_of(admin.post(end, R"({"on":"2025-09-15","reason":""})")) == "grant.without_reason");
    CHECK(
        code_of(admin.post(end, R"({"on":"2025-09-14","reason":"x"})")) == "grant.end_in_the_past"
    );
    CHECK(admin.post(end, R"({"on":"2025-09-15","reason":"moved"})").status == 200);

    CHECK(holder.get("/accounts").status == 403);
    CHECK(code_of(admin.post(end, R"({"on":"2025-09-15","reason":"x"})")) == "grant");
    const auto list = admin.get("/grants?account=" + to_text(id.value)).body;
    CHECK(list.find(R"("state":"ended")") != std::string::npos);
}

TEST_CASE("anyone may give up their own role; another's ends only who may give it") {
    PlatformApp app;
    const auto staff = app.add("staff", app.muong_ang);
    const auto grant = app.give(staff, Role::supervisor, app.muong_ang);
    app.add("hr", app.muong_ang, Role::hr_officer);
    app.add("far", app.other_province, Role::administrator);
    const auto end = "/grants/" + to_text(grant.value) + "/end";
    const std::string body = R"({"on":"2025-09-15","reason":"no longer"})";

    CHECK(code_of(app.client("hr").post(end, body)) == "permission.grant_roles");
    CHECK(code_of(app.client("far").post(end, body)) == "grant");
    CHECK(app.client("staff").post(end, body).status == 200);
}

TEST_CASE("a grant follows its unit, and gives nothing while the unit does not stand") {
    PlatformApp app;
    app.add("admin", app.muong_ang, Role::administrator);
    auto admin = app.client("admin");
    CHECK(admin.get("/accounts?unit=3").status == 200);

    app.units.add(app.muong_ang, app.other_province);
    CHECK(admin.get("/accounts?unit=3").status == 200);
    app.units.remove(app.muong_ang);
    CHECK(admin.get("/accounts").status == 403);
}

TEST_CASE("only roles that may be given over a unit are offered") {
    PlatformApp app;
    app.add("leader", app.muong_ang, Role::approver);
    auto leader = app.client("leader");

    const auto offered = leader.get("/grants/choices?unit=3").body;

    CHECK(offered.find(R"("role":"auditor")") != std::string::npos);
    CHECK(offered.find(R"("role":"hr_officer")") == std::string::npos);
    CHECK(leader.get("/grants/choices?unit=4").body.find("role") == std::string::npos);
}

TEST_CASE("the table of roles is open to everyone who is signed in") {
    PlatformApp app;
    app.add("staff", app.muong_ang);

    const auto roles = app.client("staff").get("/roles").body;

    CHECK(roles.find(R"("role":"auditor")") != std::string::npos);
}

TEST_CASE("the grants of an account are read by its holder and by who administers it") {
    PlatformApp app;
    const auto staff = app.add("staff", app.muong_ang, Role::supervisor);
    app.add("other", app.muong_ang, Role::supervisor);
    const auto target = "/grants?account=" + to_text(staff.value);

    CHECK(app.client("staff").get(target).status == 200);
    CHECK(code_of(app.client("other").get(target)) == "permission.read_accounts");
}

TEST_CASE("each grant is in the audit, given and ended") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    const auto id = app.add("staff", app.muong_ang);
    auto admin = app.client("admin");
    const auto grant = id_in(admin.post("/grants", new_grant(id, "supervisor", app.muong_ang)));
    admin.post("/grants/" + grant + "/end", R"({"on":"2025-09-15","reason":"moved"})");

    CHECK(app.count_audit("grant.given") == 1);
    CHECK(app.count_audit("grant.ended") == 1);
}

TEST_CASE("a role sent twice under one key is given once") {
    PlatformApp app;
    app.add("admin", app.province, Role::administrator);
    const auto id = app.add("staff", app.muong_ang);
    auto admin = app.client("admin");
    const auto body = new_grant(id, "supervisor", app.muong_ang);

    const auto first = admin.with("idempotency-key", "k-1").post("/grants", body);
    const auto second = admin.with("idempotency-key", "k-1").post("/grants", body);
    const auto other = admin.with("idempotency-key", "k-1")
                           .post("/grants", new_grant(id, "hr_officer", app.muong_ang));

    CHECK(first.status == 201);
    CHECK(second.status == 201);
    CHECK(second.body == first.body);
    CHECK(app.count_audit("grant.given") == 1);
    CHECK(code_of(other) == "idempotency.other_body");
}
