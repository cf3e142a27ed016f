#include <doctest/doctest.h>
#include <chrono>
#include <thread>

#include "platform_app.hpp"

using namespace nangluc;
using namespace nangluc::platform;
using testing::code_of;

static bool holds(const http::Reply& reply, std::string_view text) {
    return reply.body.find(text) != std::string::npos;
}

TEST_CASE("jobs are seen by who asked for them and by who sees the jobs of the unit") {
    PlatformApp app;
    const auto staff = app.add("staff", app.muong_ang);
    app.add("other", app.muong_ang);
    app.add("admin", app.province, Role::administrator);
    app.add("far", app.other_province, Role::administrator);
    const auto path = "/jobs/" + to_text(app.start_job(staff, app.muong_ang).value);

    CHECK(app.client("staff").get(path).status == 200);
    CHECK(app.client("admin").get(path).status == 200);
    CHECK(code_of(app.client("other").get(path)) == "job");
    CHECK(code_of(app.client("far").get(path)) == "job");
    CHECK(holds(app.client("staff").get("/jobs?status=waiting"), "import"));
    CHECK(holds(app.client("admin").get("/jobs?kind=import"), "import"));
    CHECK_FALSE(holds(app.client("far").get("/jobs"), "import"));
}

TEST_CASE("a job is stopped, and run again, by who may see it") {
    PlatformApp app;
    const auto staff = app.add("staff", app.muong_ang);
    app.work.jobs.handle("import", [](JobRun&) -> Result<std::string> {
        return std::string(R"({"rows":82})");
    });
    const auto path = "/jobs/" + to_text(app.start_job(staff, app.muong_ang).value);
    auto client = app.client("staff");

    CHECK(code_of(client.post(path + "/retry")) == "job.not_to_be_run_again");
    CHECK(holds(client.post(path + "/cancellation"), R"("status":"cancelled")"));
    CHECK(code_of(client.post(path + "/cancellation")) == "job.has_ended");
    CHECK(holds(client.post(path + "/retry"), R"("status":"waiting")"));
    app.work.jobs.run_one();
    CHECK(holds(client.get(path), R"("result":{"rows":82})"));
    CHECK(app.count_audit("job.cancelled") == 1);
}

TEST_CASE("who may see a job may end it with what it offers, and nobody else") {
    PlatformApp app;
    const auto staff = app.add("staff", app.muong_ang);
    app.add("other", app.muong_ang);
    auto client = app.client("staff");
    const auto path = "/jobs/" + to_text(app.start_job(staff, app.muong_ang).value);
    http::Reply seen;
    http::Reply accepted;
    http::Reply strange;
    app.work.jobs.handle("import", [&](JobRun& run) -> Result<std::string> {
        run.offer(R"({"value":7})");
        for (int i = 0; i < 500 && !holds(seen, R"(["accept","cancel"])"); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            seen = client.get(path);
        }
        strange = app.client("other").post(path + "/acceptance");
        accepted = client.post(path + "/acceptance");
        return std::string("{}");
    });
    CHECK(code_of(client.post(path + "/acceptance")) == "job.offers_nothing");
    app.work.jobs.run_one();

    CHECK(holds(seen, R"("offer":{"value":7})"));
    CHECK(code_of(strange) == "job");
    CHECK(holds(accepted, R"("actions":["cancel"])"));
    CHECK(holds(client.get(path), R"("offer":null)"));
    CHECK(app.count_audit("job.accepted") == 1);
}

TEST_CASE("the progress of a job is told until it has ended") {
    PlatformApp app;
    const auto staff = app.add("staff", app.muong_ang);
    app.work.jobs.handle("import", [](JobRun& run) -> Result<std::string> {
        run.progress("reading", 41, 82);
        return std::string("{}");
    });
    const auto path = "/jobs/" + to_text(app.start_job(staff, app.muong_ang).value);
    const auto reply = app.client("staff").get(path + "/progress");
    REQUIRE(reply.events);

    CHECK(reply.events().value().find(R"("status":"waiting")") != std::string::npos);
    CHECK(reply.events().value().empty());
    app.work.jobs.run_one();
    CHECK(reply.events().value().find(R"("done":41,"total":82)") != std::string::npos);
    CHECK_FALSE(reply.events());
}

TEST_CASE("the progress of a job is told no longer than the session and its grants are as they were"
) {
    PlatformApp app;
    const auto staff = app.add("staff", app.muong_ang);
    const auto path = "/jobs/" + to_text(app.start_job(staff, app.muong_ang).value) + "/progress";
    auto client = app.client("staff");
    auto another = app.client("staff");
    const auto before_grant = another.get(path);
    CHECK(before_grant.events().value().find(R"("status":"waiting")") != std::string::npos);
    app.give(staff, Role::supervisor, app.muong_ang);
    CHECK_FALSE(before_grant.events());

    const auto before_end = client.get(path);
    CHECK(before_end.events().value().find(R"("status":"waiting")") != std::string::npos);
    REQUIRE(client.del("/session").status == 204);
    CHECK_FALSE(before_end.events());
    CHECK(another.get(path).events().has_value());
}

TEST_CASE("a job acts with the roles that its account holds when it runs") {
    PlatformApp app;
    const auto staff = app.add("staff", app.muong_ang);
    bool may = false;
    app.work.jobs.handle("import", [&](JobRun& run) -> Result<std::string> {
        may = run.actor().may(Permission::import_people, app.units.at(app.muong_ang));
        return std::string("{}");
    });
    app.start_job(staff, app.muong_ang);
    app.give(staff, Role::hr_officer, app.muong_ang);

    app.work.jobs.run_one();

    CHECK(may);
}
