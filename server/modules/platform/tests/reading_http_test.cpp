#include <doctest/doctest.h>

#include "kit/audit.hpp"
#include "platform_app.hpp"

using namespace nangluc;
using namespace nangluc::platform;
using testing::code_of;

static void note(PlatformApp& app, AccountId by, const AuditEntry& entry) {
    app.db().transaction([&](db::Tx& tx) { app.work.audit.write(tx, Actor(by, {}, {}), entry); });
}

static bool holds(const http::Reply& reply, std::string_view text) {
    return reply.body.find(text) != std::string::npos;
}

TEST_CASE("an auditor reads what happened in their units, by act, account and unit") {
    PlatformApp app;
    const auto hr = app.add("hr", app.muong_ang);
    app.add("auditor", app.province, Role::auditor);
    note(
        app, hr, {.act = "plan.added", .object = 11, .unit = app.muong_ang, .change = R"({"a":1})"}
    );
    note(app, hr, {.act = "plan.submitted", .object = 11, .unit = app.bung_lao});
    note(app, hr, {.act = "plan.hidden", .object = 12, .unit = app.other_province});
    auto auditor = app.client("auditor");

    const auto all = auditor.get("/audit");
    CHECK(holds(all, R"("change":{"a":1})"));
    CHECK(holds(all, "Lò Văn hr"));
    CHECK_FALSE(holds(all, "plan.hidden"));
    CHECK_FALSE(holds(auditor.get("/audit?act=plan.added"), "plan.submitted"));
    CHECK(holds(auditor.get("/audit?object=11&unit=4"), "plan.submitted"));
    CHECK_FALSE(holds(auditor.get("/audit?unit=3"), "plan.submitted"));
    CHECK(holds(auditor.get("/audit?account=" + to_text(hr.value)), "plan.added"));
    CHECK_FALSE(holds(auditor.get("/audit?from=2025-09-16T00:00:00Z"), "plan.added"));
}

TEST_CASE("the audit is read page by page, without a gap") {
    PlatformApp app;
    const auto hr = app.add("hr", app.muong_ang);
    app.add("auditor", app.province, Role::auditor);
    for (std::int64_t i = 1; i <= 5; ++i) {
        note(app, hr, {.act = "plan.added", .object = 100 + i, .unit = app.muong_ang});
    }
    auto auditor = app.client("auditor");

    std::string seen;
    std::string target = "/audit?act=plan.added&limit=2";
    for (int pages = 0; pages < 4; ++pages) {
        const auto body = auditor.get(target).body;
        seen += body;
        const auto at = body.find(R"("next":")");
        if (at == std::string::npos) break;
        const auto cursor = body.substr(at + 8, body.find('"', at + 8) - at - 8);
        target = "/audit?act=plan.added&limit=2&cursor=" + cursor;
    }

    for (std::int64_t i = 1; i <= 5; ++i) {
        const auto object = R"("object":")" + std::to_string(100 + i) + '"';
        CHECK(seen.find(object) != std::string::npos);
        CHECK(seen.find(object) == seen.rfind(object));
    }
}

TEST_CASE("an auditor sees that a person's facts were changed, not what they are") {
    PlatformApp app;
    const auto hr = app.add("hr", app.muong_ang);
    app.add("auditor", app.province, Role::auditor);
    app.add("officer", app.muong_ang, Role::hr_officer);
    note(
        app,
        hr,
        {.act = "person.corrected",
         .unit = app.muong_ang,
         .person = {77},
         .change = R"({"birth":"1990"})"}
    );

    const auto seen = app.client("auditor").get("/audit?act=person.corrected");

    CHECK(holds(seen, R"("person":"77")"));
    CHECK(holds(seen, R"("change":null)"));
    CHECK_FALSE(holds(seen, "1990"));
    CHECK(app.client("officer").get("/audit").status == 403);
}

TEST_CASE("E49: the official sees who looked at their file") {
    PlatformApp app;
    const auto hr = app.add("hr", app.muong_ang);
    app.add("staff", app.muong_ang);
    auto staff = app.client("staff");
    const auto own = staff.get("/session").body;
    const auto at = own.find(R"("person":")") + 10;
    const PersonId person{parse_id(own.substr(at, own.find('"', at) - at)).value()};
    note(app, hr, {.act = "person.facts_read", .unit = app.muong_ang, .person = person});
    note(app, hr, {.act = "person.facts_read", .unit = app.muong_ang, .person = {99}});
    note(app, hr, {.act = "person.corrected", .unit = app.muong_ang, .person = person});

    const auto readings = staff.get("/me/readings");

    CHECK(holds(readings, "Lò Văn hr"));
    CHECK(holds(readings, "person.facts_read"));
    CHECK_FALSE(holds(readings, R"("person":"99")"));
    CHECK_FALSE(holds(readings, "person.corrected"));
}

TEST_CASE("the whole audit is verified by who audits the whole tree, and that is noted") {
    PlatformApp app;
    app.add("national", app.nation, Role::auditor);
    app.add("auditor", app.province, Role::auditor);
    auto national = app.client("national");

    const auto whole = national.get("/audit/verification");
    CHECK(holds(whole, R"("first_flaw":null)"));
    CHECK(app.count_audit("audit.verified") == 1);
    CHECK(code_of(app.client("auditor").get("/audit/verification")) == "permission.read_audit");

    constexpr auto tamper = R"sql(
        UPDATE platform_audit
           SET act = 'audit.nothing'
         WHERE act = 'audit.verified'
    )sql";
    app.db().transaction([&](db::Tx& tx) { tx.run(tamper); });
    CHECK(holds(national.get("/audit/verification"), R"("flaw":"altered")"));
}

TEST_CASE("a setting holds from its day by a decision, and its past is kept") {
    PlatformApp app;
    app.add("national", app.nation, Role::administrator);
    app.add("admin", app.province, Role::administrator);
    auto national = app.client("national");
    const auto body = [](std::string_view value, std::string_view from) {
        return R"({"name":"session_idle_minutes","value":)" + std::string(value) + R"(,"from":")" +
               std::string(from) + R"(","legal_basis":"Decision 7"})";
    };

    CHECK(
        code_of(app.client("admin").post("/settings", body("20", "2025-09-15"))) ==
        "permission.edit_settings"
    );
    CHECK(code_of(national.post("/settings", body("1", "2025-09-15"))) == "setting.out_of_range");
    CHECK(national.post("/settings", body("20", "2025-09-15")).status == 200);
    CHECK(holds(national.post("/settings", body("25", "2025-10-01")), R"("value":20)"));

    const auto on = [&](Date date) {
        return app.db().read([&](db::Tx& tx) {
            return setting(tx, "session_idle_minutes", {date, app.clock.now()});
        });
    };
    CHECK(on({2025, 9, 14}) == 30);
    CHECK(on({2025, 9, 30}) == 20);
    CHECK(on({2025, 10, 1}) == 25);
    CHECK(app.count_audit("setting.set") == 2);
}

TEST_CASE("a setting is read as it was known at a moment") {
    PlatformApp app;
    app.add("national", app.nation, Role::administrator);
    const auto before = app.clock.now();
    app.clock.advance(1'000'000);
    app.client("national")
        .post(
            "/settings",
            R"({"name":"least_group_size","value":8,"from":"2025-09-15","legal_basis":"D"})"
        );
    const auto known_at = [&](Instant at) {
        return app.db().read([&](db::Tx& tx) {
            return setting(tx, "least_group_size", {{2025, 9, 20}, at});
        });
    };

    CHECK(known_at(before) == 5);
    CHECK(known_at(app.clock.now()) == 8);
}

TEST_CASE("asking for a setting that does not exist is a mistake of ours") {
    PlatformApp app;

    CHECK_THROWS(app.db().read([&](db::Tx& tx) {
        return setting(tx, "no_such_setting", app.clock.as_of_now());
    }));
}

TEST_CASE("notices are each one's own, and stay read") {
    PlatformApp app;
    const auto staff = app.add("staff", app.muong_ang);
    app.add("other", app.muong_ang);
    app.db().transaction([&](db::Tx& tx) {
        add_notice(
            tx,
            app.ids,
            app.clock,
            {.account = staff, .kind = "plan.returned", .object = 11, .facts = R"({"year":2026})"}
        );
    });
    auto client = app.client("staff");
    const auto list = client.get("/notices");
    const auto at = list.body.find(R"("id":")") + 6;
    const auto reading =
        "/notices/" + list.body.substr(at, list.body.find('"', at) - at) + "/reading";

    CHECK(holds(list, R"("facts":{"year":2026})"));
    CHECK(holds(list, R"("unread":1)"));
    CHECK(code_of(app.client("other").post(reading)) == "notice");
    CHECK(client.post(reading).status == 204);
    CHECK(holds(client.get("/notices"), R"("unread":0)"));
}

TEST_CASE("health says what is wrong, with 503") {
    PlatformApp app;
    CHECK(app.client().get("/health").status == 200);

    constexpr auto lose_runner = R"sql(
        UPDATE platform_jobs
           SET status = 'running', lease_until = 1
    )sql";
    app.start_job({7}, app.muong_ang);
    app.db().transaction([&](db::Tx& tx) { tx.run(lose_runner); });

    const auto ill = app.client().get("/health");
    CHECK(ill.status == 503);
    CHECK(holds(ill, R"({"name":"jobs","ok":false,"value":1})"));
}

TEST_CASE("news that nobody could deliver for five minutes is told by health") {
    PlatformApp app;
    app.work.outbox.on("x.happened", "needs", [](db::Tx&, std::string_view) {});
    app.db().transaction([&](db::Tx& tx) { app.work.outbox.publish(tx, "x.happened", "{}"); });
    CHECK(app.client().get("/health").status == 200);

    app.clock.advance(301'000'000);
    CHECK(holds(app.client().get("/health"), R"({"name":"outbox","ok":false,"value":301})"));
    app.work.outbox.deliver();
    CHECK(app.client().get("/health").status == 200);
}

TEST_CASE("metrics show jobs, news, audit rows and memory") {
    PlatformApp app;
    app.add("staff", app.muong_ang);
    app.client("staff");
    app.start_job({7}, app.muong_ang);

    const auto text = app.client().get("/metrics");

    CHECK(holds(text, "nangluc_jobs{status=\"waiting\"} 1\n"));
    CHECK(holds(text, "nangluc_outbox_waiting 0\n"));
    CHECK(holds(text, "nangluc_audit_rows 1\n"));
    CHECK(holds(text, "nangluc_resident_bytes"));
}

TEST_CASE("a person's account is found while it is open") {
    PlatformApp app;
    const auto id = app.add("staff", app.muong_ang);
    app.add("admin", app.province, Role::administrator);
    const auto own = app.client("staff").get("/session").body;
    const auto at = own.find(R"("person":")") + 10;
    const PersonId person{parse_id(own.substr(at, own.find('"', at) - at)).value()};
    const auto find = [&] {
        return app.db().read([&](db::Tx& tx) { return find_account_of_person(tx, person); });
    };

    CHECK(find() == id);
    app.client("admin").post(path_to("accounts", id) + "/closure", R"({"reason":"left"})");
    CHECK_FALSE(find());
}

TEST_CASE("a reorganisation is told how many open accounts its units answer for") {
    PlatformApp app;
    app.add("a1", app.muong_ang);
    app.add("a2", app.muong_ang);
    app.add("b1", app.bung_lao);

    const auto count = app.db().read([&](db::Tx& tx) {
        return count_accounts_of(tx, {app.muong_ang, app.bung_lao});
    });

    CHECK(count == 3);
}
