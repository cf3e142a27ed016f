#include <doctest/doctest.h>

#include "testing/test_kit.hpp"

using namespace nangluc;
using testing::TestKit;

static Actor actor_with_key() {
    Actor actor({7}, {}, {});
    actor.came_by({.request_id = "r-1", .idempotency_key = "key-1"});
    return actor;
}

static std::string refusal_of(TestKit& kit, std::string_view hash = "hash-1") {
    const auto again = kit.work.idempotency.begin(actor_with_key(), "key-1", hash);
    return again ? "none" : again.error().code;
}

// The first request, begun and not yet answered.
static void begin(TestKit& kit) {
    const auto first = kit.work.idempotency.begin(actor_with_key(), "key-1", "hash-1");
    REQUIRE(first);
    REQUIRE_FALSE(first.value());
}

static void change(TestKit& kit) {
    kit.db().transaction([&](db::Tx& tx) {
        kit.work.audit.write(tx, actor_with_key(), {.act = "plan.added"});
    });
}

TEST_CASE("a repeated request is given the first answer, whole") {
    TestKit kit;
    begin(kit);
    kit.work.idempotency.finish(
        actor_with_key(),
        "key-1",
        {.status = 201,
         .body = R"({"id":"5"})",
         .headers = {{"Location", "/api/v1/plans/5"}, {"ETag", "\"1\""}}}
    );

    const auto again = kit.work.idempotency.begin(actor_with_key(), "key-1", "hash-1");

    REQUIRE(again);
    const auto& reply = again.value().value();
    CHECK(reply.status == 201);
    CHECK(reply.body == R"({"id":"5"})");
    CHECK(reply.header("location") == "/api/v1/plans/5");
    CHECK(reply.header("etag") == "\"1\"");
}

TEST_CASE("a key that comes with another request is refused") {
    TestKit kit;
    begin(kit);

    CHECK(refusal_of(kit, "hash-2") == "idempotency.other_body");
}

TEST_CASE("a request that is still running is not run beside itself") {
    TestKit kit;
    begin(kit);

    CHECK(refusal_of(kit) == "idempotency.running");
}

TEST_CASE("a key belongs to its account") {
    TestKit kit;
    begin(kit);

    const auto other = kit.work.idempotency.begin(Actor({8}, {}, {}), "key-1", "hash-2");

    REQUIRE(other);
    CHECK_FALSE(other.value());
}

TEST_CASE("after a crash the audit tells whether the change was made") {
    TestKit kit;
    begin(kit);

    SUBCASE("it was: it is not made again") {
        change(kit);
        kit.clock.advance(120'000'000);
        CHECK(refusal_of(kit) == "idempotency.already_done");
    }
    SUBCASE("it was not: the repeat makes it") {
        kit.clock.advance(120'000'000);
        CHECK(refusal_of(kit) == "none");
        CHECK(refusal_of(kit) == "idempotency.running");
    }
}

TEST_CASE("a request that came to no answer may be tried again, unless its change was made") {
    TestKit kit;
    begin(kit);

    SUBCASE("no change") {
        kit.work.idempotency.forget(actor_with_key(), "key-1");
        CHECK(refusal_of(kit) == "none");
    }
    SUBCASE("a change") {
        change(kit);
        kit.work.idempotency.forget(actor_with_key(), "key-1");
        CHECK(refusal_of(kit) == "idempotency.already_done");
    }
}

TEST_CASE("answers are kept for thirty days") {
    TestKit kit;
    constexpr std::int64_t day = 24LL * 3600 * 1'000'000;
    begin(kit);
    kit.work.idempotency.finish(actor_with_key(), "key-1", {.body = "first"});

    kit.clock.advance(29 * day);
    CHECK(refusal_of(kit, "hash-2") == "idempotency.other_body");
    kit.clock.advance(2 * day);
    CHECK(refusal_of(kit, "hash-2") == "none");
}

TEST_CASE("kept answers are unreadable in the database") {
    TestKit kit;
    begin(kit);
    kit.work.idempotency.finish(actor_with_key(), "key-1", {.body = "a one-time code"});
    constexpr auto select_reply = R"sql(
        SELECT reply
          FROM platform_idempotency
    )sql";

    const auto kept = kit.db().read([&](db::Tx& tx) {
        return tx.one(select_reply).value().get<db::Bytes>("reply");
    });

    CHECK(kept.data.find("one-time") == std::string::npos);
}
