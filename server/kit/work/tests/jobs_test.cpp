#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "testing/test_kit.hpp"

using namespace nangluc;
using testing::TestKit;

constexpr auto select_job = R"sql(
    SELECT status, stage, done, total, checkpoint, result, refusal_code, faults, attempts
      FROM platform_jobs
     WHERE id = $1
)sql";

static db::Row job(TestKit& kit, JobId id) {
    return kit.db().read([&](db::Tx& tx) { return tx.one(select_job, id).value(); });
}

static std::string status(TestKit& kit, JobId id) {
    return job(kit, id).get<std::string>("status");
}

static JobId start(TestKit& kit, std::string input = "{}") {
    const Actor actor({7}, {}, {});
    return kit.db().transaction([&](db::Tx& tx) {
        return kit.work.jobs.start(tx, actor, "import", std::move(input), {3});
    });
}

TEST_CASE("a job runs once with its input and keeps its result and its counts") {
    TestKit kit;
    kit.work.jobs.handle("import", [](JobRun& run) -> Result<std::string> {
        run.progress("reading", 40, 82);
        return run.input() + "!";
    });
    const auto id = start(kit, "rows");

    CHECK(kit.work.jobs.run_one());
    CHECK_FALSE(kit.work.jobs.run_one());
    CHECK(status(kit, id) == "done");
    CHECK(job(kit, id).get<std::string>("result") == "rows!");
    CHECK(job(kit, id).get<int>("done") == 40);
    CHECK(job(kit, id).get<int>("total") == 82);
}

TEST_CASE("a job of a change that was rolled back does not exist") {
    TestKit kit;
    const auto outcome = kit.db().transaction([&](db::Tx& tx) -> Result<> {
        kit.work.jobs.start(tx, Actor(), "import", "{}", {});
        return conflict("import.empty");
    });

    CHECK_FALSE(outcome);
    CHECK_FALSE(kit.work.jobs.run_one());
}

TEST_CASE("a job that is refused ends with its code and its faults") {
    TestKit kit;
    kit.work.jobs.handle("import", [](JobRun&) -> Result<std::string> {
        return invalid("import.faulty", {{"B7", "date.malformed"}});
    });
    const auto id = start(kit);
    kit.work.jobs.run_one();

    CHECK(status(kit, id) == "refused");
    CHECK(job(kit, id).get<std::string>("refusal_code") == "import.faulty");
    CHECK(job(kit, id).get<std::string>("faults") == R"([{"path":"B7","code":"date.malformed"}])");
}

TEST_CASE("a job that breaks is tried three times, from its checkpoint, and then has failed") {
    TestKit kit;
    std::vector<std::string> checkpoints;
    kit.work.jobs.handle("import", [&](JobRun& run) -> Result<std::string> {
        checkpoints.push_back(run.checkpoint());
        run.save_checkpoint("row " + std::to_string(checkpoints.size()));
        throw std::runtime_error("the disk is full");
    });
    const auto id = start(kit);

    for (int i = 0; i < 5; ++i) {
        kit.work.jobs.run_one();
        kit.clock.advance(120'000'000);
    }

    CHECK(checkpoints == std::vector<std::string>{"", "row 1", "row 2"});
    CHECK(status(kit, id) == "failed");
}

TEST_CASE("a job whose runner went silent is taken over from its checkpoint") {
    TestKit kit;
    JobRunner other(kit.db(), kit.clock, kit.ids);
    std::string resumed_from;
    other.handle("import", [&](JobRun& run) -> Result<std::string> {
        resumed_from = run.checkpoint();
        return std::string("by the other");
    });
    kit.work.jobs.handle("import", [&](JobRun& run) -> Result<std::string> {
        run.save_checkpoint("row 500");
        std::this_thread::sleep_for(std::chrono::milliseconds(700));  // until it is written
        kit.clock.advance(120'000'000);
        other.run_one();
        return std::string("by the first, too late");
    });
    const auto id = start(kit);
    kit.work.jobs.run_one();

    CHECK(resumed_from == "row 500");
    CHECK(status(kit, id) == "done");
    CHECK(job(kit, id).get<std::string>("result") == "by the other");
}

TEST_CASE("a waiting job that is cancelled never runs") {
    TestKit kit;
    bool has_run = false;
    kit.work.jobs.handle("import", [&](JobRun&) -> Result<std::string> {
        has_run = true;
        return std::string();
    });
    const auto id = start(kit);

    CHECK(kit.db().transaction([&](db::Tx& tx) { return kit.work.jobs.cancel(tx, id); }));
    CHECK_FALSE(kit.work.jobs.run_one());
    CHECK_FALSE(has_run);
    CHECK(status(kit, id) == "cancelled");
}

TEST_CASE("a running job is told that it was cancelled, and ends so when it returns") {
    TestKit kit;
    kit.work.jobs.handle("import", [&](JobRun& run) -> Result<std::string> {
        kit.db().transaction([&](db::Tx& tx) { kit.work.jobs.cancel(tx, run.id()); });
        for (int i = 0; i < 500 && !run.is_cancelled(); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return std::string("half");
    });
    const auto id = start(kit);
    kit.work.jobs.run_one();

    CHECK(status(kit, id) == "cancelled");
}

static std::string ended_with(JobRun& run) {
    for (int i = 0; i < 500 && !run.is_accepted(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return run.is_accepted() ? R"({"value":7})" : "{}";
}

TEST_CASE("a job that offers what it has so far ends with it, once somebody accepts it") {
    TestKit kit;
    const auto accept = [&](JobId id) {
        return kit.db().transaction([&](db::Tx& tx) { return kit.work.jobs.accept(tx, id); });
    };
    bool too_early = true;
    kit.work.jobs.handle("import", [&](JobRun& run) -> Result<std::string> {
        too_early = accept(run.id());
        run.offer(R"({"value":7})");
        for (int i = 0; i < 500 && !accept(run.id()); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return ended_with(run);
    });
    const auto id = start(kit);
    kit.work.jobs.run_one();

    CHECK_FALSE(too_early);
    CHECK(status(kit, id) == "done");
    CHECK(job(kit, id).get<std::string>("result") == R"({"value":7})");
    CHECK_FALSE(accept(id));
}

TEST_CASE("a job that finished before it heard of the cancelling is done") {
    TestKit kit;
    kit.work.jobs.handle("import", [&](JobRun& run) -> Result<std::string> {
        kit.db().transaction([&](db::Tx& tx) { kit.work.jobs.cancel(tx, run.id()); });
        return std::string("whole");
    });
    const auto id = start(kit);
    kit.work.jobs.run_one();

    CHECK(status(kit, id) == "done");
}

TEST_CASE("a job may report from inside a transaction of its own") {
    TestKit kit;
    kit.work.jobs.handle("import", [&](JobRun& run) -> Result<std::string> {
        kit.db().transaction([&](db::Tx& tx) {
            kit.work.audit.write(tx, run.actor(), {.act = "roster.applied"});
            run.progress("writing", 1, 2);
            std::this_thread::sleep_for(std::chrono::milliseconds(600));
        });
        return std::string("applied");
    });
    const auto id = start(kit);
    kit.work.jobs.run_one();

    CHECK(status(kit, id) == "done");
    CHECK(job(kit, id).get<std::string>("stage") == "writing");
}

TEST_CASE("a job acts with the rights that its account has when it runs") {
    TestKit kit;
    const auto place = kit.units.add({3});
    kit.work.jobs.resolve_actors_with([&](AccountId account) {
        return Actor(account, {9}, {{place, {Permission::import_people}}});
    });
    bool may = false;
    kit.work.jobs.handle("import", [&](JobRun& run) -> Result<std::string> {
        may = run.actor().may(Permission::import_people, place) && run.actor().is(PersonId{9});
        return std::string();
    });
    start(kit);
    kit.work.jobs.run_one();

    CHECK(may);
}

TEST_CASE("a job that failed may be run again; one that is done may not") {
    TestKit kit;
    bool fails = true;
    kit.work.jobs.handle("import", [&](JobRun&) -> Result<std::string> {
        if (fails) return conflict("import.faulty");
        return std::string();
    });
    const auto id = start(kit);
    const auto retry = [&] {
        return kit.db().transaction([&](db::Tx& tx) { return retry_job(tx, kit.clock, id); });
    };
    kit.work.jobs.run_one();
    fails = false;

    CHECK(retry());
    CHECK(kit.work.jobs.run_one());
    CHECK(status(kit, id) == "done");
    CHECK_FALSE(retry());
}

TEST_CASE("a job of a kind that this server does not know waits for one that does") {
    TestKit kit;
    const auto id = start(kit);
    kit.work.jobs.run_one();

    CHECK(status(kit, id) == "waiting");
    CHECK(job(kit, id).get<int>("attempts") == 0);
}

TEST_CASE("a job that runs when the server stops waits for the next start") {
    TestKit kit;
    std::atomic<bool> is_running = false;
    kit.work.jobs.handle("import", [&](JobRun& run) -> Result<std::string> {
        run.save_checkpoint("row 9");
        is_running = true;
        while (!run.is_cancelled()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return std::string();
    });
    const auto id = start(kit);
    kit.work.jobs.begin(2);
    for (int i = 0; i < 1000 && !is_running; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    kit.work.jobs.stop();

    CHECK(status(kit, id) == "waiting");
    CHECK(job(kit, id).get<int>("attempts") == 0);
    CHECK(job(kit, id).get<std::string>("checkpoint") == "row 9");
}
