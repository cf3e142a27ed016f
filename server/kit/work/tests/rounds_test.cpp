#include <doctest/doctest.h>

#include "testing/test_kit.hpp"

using namespace nangluc;
using testing::TestKit;

constexpr std::int64_t minute = 60'000'000;
constexpr std::int64_t day = 24 * 60 * minute;

TEST_CASE("work of each minute is done once a minute by all servers together") {
    TestKit kit;
    int done = 0;
    Rounds first(kit.db(), kit.clock);
    Rounds second(kit.db(), kit.clock);
    for (auto* const server : {&first, &second}) {
        server->add("seal", Every::minute, [&] { ++done; });
    }

    first.run_due();
    second.run_due();
    first.run_due();
    CHECK(done == 1);

    kit.clock.advance(minute);
    second.run_due();
    first.run_due();
    CHECK(done == 2);
}

TEST_CASE("daily work begins with the day after the installation's first") {
    TestKit kit;
    int done = 0;
    Rounds rounds(kit.db(), kit.clock);
    rounds.add("places", Every::day, [&] { ++done; });

    rounds.run_due();
    kit.clock.advance(minute);
    rounds.run_due();
    CHECK(done == 0);

    kit.clock.advance(day);
    rounds.run_due();
    rounds.run_due();
    CHECK(done == 1);
}

TEST_CASE("days on which no server ran are made up for once") {
    TestKit kit;
    int done = 0;
    {
        Rounds rounds(kit.db(), kit.clock);
        rounds.add("places", Every::day, [&] { ++done; });
        rounds.run_due();
    }
    kit.clock.advance(5 * day);
    Rounds restarted(kit.db(), kit.clock);
    restarted.add("places", Every::day, [&] { ++done; });

    restarted.run_due();
    restarted.run_due();

    CHECK(done == 1);
}

TEST_CASE("work that fails is tried again in the same turn, and keeps no other from its own") {
    TestKit kit;
    int tries = 0;
    int others = 0;
    Rounds rounds(kit.db(), kit.clock);
    rounds.add("broken", Every::minute, [&] {
        if (++tries == 1) throw std::runtime_error("not now");
    });
    rounds.add("seal", Every::minute, [&] { ++others; });

    CHECK(rounds.run_due() == 1);
    CHECK(rounds.run_due() == 1);
    CHECK(rounds.run_due() == 0);
    CHECK(tries == 2);
    CHECK(others == 1);
}

TEST_CASE("what a server keeps of its own it does each minute, whatever the others do") {
    TestKit kit;
    int done = 0;
    Rounds first(kit.db(), kit.clock);
    Rounds second(kit.db(), kit.clock);
    for (auto* const server : {&first, &second}) server->add_own("seen", [&] { ++done; });

    first.run_due();
    second.run_due();
    first.run_due();

    CHECK(done == 2);
}

// As a server leaves it that took the turn of today and went down at once.
constexpr auto take_turn_and_go_down = R"sql(
    UPDATE platform_rounds
       SET turn = turn + 1, at = $1
)sql";

TEST_CASE("daily work that a server began and did not end, because it went down, is done after all"
) {
    TestKit kit;
    int done = 0;
    {
        Rounds rounds(kit.db(), kit.clock);
        rounds.add("places", Every::day, [&] { ++done; });
        rounds.run_due();
    }
    kit.clock.advance(day);
    kit.db().transaction([&](db::Tx& tx) { tx.run(take_turn_and_go_down, kit.clock.now()); });
    Rounds restarted(kit.db(), kit.clock);
    restarted.add("places", Every::day, [&] { ++done; });

    restarted.run_due();
    CHECK(done == 0);
    kit.clock.advance(16 * minute);
    restarted.run_due();
    restarted.run_due();

    CHECK(done == 1);
}
