#include <doctest/doctest.h>

#include "kit/events.hpp"
#include "testing/test_kit.hpp"

using namespace nangluc;
using testing::TestKit;

struct PlanSubmitted {
    static constexpr auto name = "planning.plan_submitted";
    std::int64_t plan = 0;
};
BOOST_DESCRIBE_STRUCT(PlanSubmitted, (), (plan))

static void submit(TestKit& kit, std::int64_t plan) {
    kit.db().transaction([&](db::Tx& tx) { publish(kit.work.outbox, tx, PlanSubmitted{plan}); });
}

TEST_CASE("news reaches each hearer once, in order") {
    TestKit kit;
    std::vector<std::int64_t> needs;
    std::vector<std::int64_t> reports;
    on<PlanSubmitted>(kit.work.outbox, "needs", [&](db::Tx&, const PlanSubmitted& event) {
        needs.push_back(event.plan);
    });
    on<PlanSubmitted>(kit.work.outbox, "reports", [&](db::Tx&, const PlanSubmitted& event) {
        reports.push_back(event.plan);
    });
    submit(kit, 1);
    submit(kit, 2);

    CHECK(kit.work.outbox.deliver() == 4);
    CHECK(kit.work.outbox.deliver() == 0);
    CHECK(needs == std::vector<std::int64_t>{1, 2});
    CHECK(reports == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("news of a change that was rolled back is never delivered") {
    TestKit kit;
    int heard = 0;
    on<PlanSubmitted>(kit.work.outbox, "needs", [&](db::Tx&, const PlanSubmitted&) { ++heard; });
    const auto outcome = kit.db().transaction([&](db::Tx& tx) -> Result<> {
        publish(kit.work.outbox, tx, PlanSubmitted{1});
        return conflict("plan.empty");
    });

    CHECK_FALSE(outcome);
    CHECK(kit.work.outbox.deliver() == 0);
    CHECK(heard == 0);
}

TEST_CASE("a hearer that fails hears the same news again later, before any other") {
    TestKit kit;
    bool fails = true;
    std::vector<std::int64_t> heard;
    on<PlanSubmitted>(kit.work.outbox, "needs", [&](db::Tx&, const PlanSubmitted& event) {
        if (fails) throw std::runtime_error("not now");
        heard.push_back(event.plan);
    });
    submit(kit, 1);
    submit(kit, 2);

    CHECK(kit.work.outbox.deliver() == 0);
    fails = false;
    CHECK(kit.work.outbox.deliver() == 0);  // its pause is not over
    kit.clock.advance(2'000'000);
    CHECK(kit.work.outbox.deliver() == 2);
    CHECK(heard == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("a hearer that fails holds back nobody else") {
    TestKit kit;
    int heard = 0;
    on<PlanSubmitted>(kit.work.outbox, "broken", [](db::Tx&, const PlanSubmitted&) {
        throw std::runtime_error("never");
    });
    on<PlanSubmitted>(kit.work.outbox, "needs", [&](db::Tx&, const PlanSubmitted&) { ++heard; });
    submit(kit, 1);
    submit(kit, 2);

    CHECK(kit.work.outbox.deliver() == 2);
    CHECK(heard == 2);
}

TEST_CASE("what a failing hearer wrote is taken back") {
    TestKit kit;
    on<PlanSubmitted>(kit.work.outbox, "broken", [&](db::Tx& tx, const PlanSubmitted&) {
        kit.work.audit.write(tx, Actor(), {.act = "need.met"});
        throw std::runtime_error("after writing");
    });
    submit(kit, 1);
    kit.work.outbox.deliver();

    const auto found = kit.db().read([](db::Tx& tx) { return verify_audit(tx); });

    CHECK(found.rows == 0);
}

TEST_CASE("the outbox delivers by itself once it has begun") {
    TestKit kit;
    std::atomic<int> heard = 0;
    on<PlanSubmitted>(kit.work.outbox, "needs", [&](db::Tx&, const PlanSubmitted&) { ++heard; });
    kit.work.outbox.begin();
    submit(kit, 1);

    for (int i = 0; i < 500 && heard == 0; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    kit.work.outbox.stop();

    CHECK(heard == 1);
}

// What one of several servers over the same database would keep in memory.
struct Server {
    explicit Server(TestKit& kit) : outbox(kit.db(), kit.clock, kit.ids) {
        follow<PlanSubmitted>(outbox, "needs", [this](const PlanSubmitted& event) {
            heard.push_back(event.plan);
        });
    }

    StoredOutbox outbox;
    std::vector<std::int64_t> heard;
};

TEST_CASE("every server hears what is followed, in one order, whoever delivers it") {
    TestKit kit;
    Server first(kit);
    Server second(kit);
    kit.db().transaction([&](db::Tx& tx) { publish(first.outbox, tx, PlanSubmitted{1}); });
    kit.db().transaction([&](db::Tx& tx) { publish(second.outbox, tx, PlanSubmitted{2}); });

    while (first.outbox.deliver() > 0) continue;
    while (second.outbox.deliver() > 0) continue;

    CHECK(first.heard == std::vector<std::int64_t>{1, 2});
    CHECK(second.heard == first.heard);
}

TEST_CASE("a follower that fails keeps nobody else from hearing") {
    TestKit kit;
    Server server(kit);
    follow<PlanSubmitted>(server.outbox, "broken", [](const PlanSubmitted&) {
        throw std::runtime_error("never");
    });
    kit.db().transaction([&](db::Tx& tx) { publish(server.outbox, tx, PlanSubmitted{1}); });

    while (server.outbox.deliver() > 0) continue;

    CHECK(server.heard == std::vector<std::int64_t>{1});
}

TEST_CASE("a server hears nothing that was over well before it began") {
    TestKit kit;
    Server old(kit);
    kit.db().transaction([&](db::Tx& tx) { publish(old.outbox, tx, PlanSubmitted{1}); });
    while (old.outbox.deliver() > 0) continue;
    kit.clock.advance(3'600'000'000);

    Server young(kit);
    while (young.outbox.deliver() > 0) continue;
    CHECK(young.heard.empty());

    kit.db().transaction([&](db::Tx& tx) { publish(old.outbox, tx, PlanSubmitted{2}); });
    while (old.outbox.deliver() > 0) continue;
    while (young.outbox.deliver() > 0) continue;
    CHECK(young.heard == std::vector<std::int64_t>{2});
}
