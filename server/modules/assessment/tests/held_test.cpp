#include <doctest/doctest.h>

#include "modules/assessment/held/held_store.hpp"
#include "modules/assessment/rating/people_scan.hpp"
#include "rated_office.hpp"
#include "testing/merger.hpp"

using namespace nangluc;
using namespace nangluc::assessment;
using testing::Office;

TEST_CASE("a rating changes the level held and the packed row in its transaction") {
    RatedOffice office;

    REQUIRE(office.rate(Office::officer, 3, {2026, 11, 2}, office.chief()));

    CHECK(office.levels(Office::officer, office.clock.as_of_now()) == "21:3 ");
    CHECK(office.packed() == "12/0:3 ");
}

TEST_CASE("F3 part: a rating of March recorded in June changes nothing of what April knew") {
    RatedOffice office;
    office.clock.set({2026, 6, 10}, RatedOffice::day(6, 10).known_at);
    REQUIRE(office.rate(Office::officer, 3, {2026, 3, 5}, office.chief()));
    const auto in_april = RatedOffice::day(4, 15);

    CHECK(office.levels(Office::officer, in_april).empty());
    CHECK(
        office.levels(Office::officer, {in_april.on, RatedOffice::day(6, 11).known_at}) == "21:3 "
    );
    CHECK(office.levels(Office::officer, RatedOffice::day(6, 11)) == "21:3 ");
}

TEST_CASE("a supervisor rates neither themself nor people of another commune") {
    RatedOffice office;

    CHECK(office.rate(Office::head, 3, {2026, 11, 2}, office.chief()).error().code == "rating.own");
    CHECK(
        office.rate(Office::far_officer, 3, {2026, 11, 2}, office.chief()).error().code == "person"
    );
}

TEST_CASE("a level above the scale, a day to come and an unknown competency are refused") {
    RatedOffice office;

    CHECK(
        office.rate(Office::officer, 6, {2026, 11, 2}, office.chief()).error().code ==
        "rating.level_out_of_scale"
    );
    CHECK(
        office.rate(Office::officer, 3, {2026, 11, 24}, office.chief()).error().code ==
        "rating.future"
    );
}

TEST_CASE("projections rebuilt from the ratings are those that the ratings wrote") {
    RatedOffice office;
    REQUIRE(office.rate(Office::officer, 3, {2026, 11, 2}, office.chief()));
    REQUIRE(office.rate(Office::clerk, 2, {2026, 11, 3}, office.chief()));
    const auto read = [&] {
        return office.db.read([](db::Tx& tx) {
            return list_held_between(tx, Office::head, Office::planner);
        });
    };
    const auto written = read();
    const auto packed = office.packed();

    const auto rebuilt =
        office.db.transaction([&](db::Tx& tx) { return rebuild_projections(tx, office.kit); });

    CHECK(rebuilt.people == 5);
    CHECK(rebuilt.levels == 2);
    CHECK(read() == written);
    CHECK(office.packed() == packed);
}

TEST_CASE("ratings loaded in bulk hold the scale of their competency and make the same levels") {
    RatedOffice office;
    std::vector<Rating> ratings;
    for (int i = 0; i < 3; ++i) {
        ratings.push_back({
            .person = Office::officer,
            .competency = i < 2 ? Office::data_use : Office::artificial_intelligence,
            .level = 2 + i,
            .method = i == 1 ? Method::test : Method::supervisor,
            .observed_on = {2026, 3 + i, 1},
            .recorded_at = RatedOffice::day(3 + i, 2).known_at,
        });
    }

    office.db.transaction([&](db::Tx& tx) {
        load_ratings(tx, office.kit, [&, at = std::size_t{0}](Rating& rating) mutable {
            if (at == ratings.size()) return false;
            rating = ratings[at++];
            return true;
        });
        rebuild_projections(tx, office.kit);
    });

    CHECK(office.levels(Office::officer, RatedOffice::day(3, 20)) == "21:2 ");
    CHECK(office.levels(Office::officer, office.clock.as_of_now()) == "21:3 23:4 ");
    CHECK(office.packed() == "12/0:3 12/1:4 ");
}

TEST_CASE("a national rule gives way to the rule of the person's own commune") {
    RatedOffice office;
    REQUIRE(office.rate(Office::officer, 3, {2026, 11, 2}, office.chief()));
    const Rule own{
        .code = "tests_only",
        .title = "Tests only",
        .definition = {.methods = {{Method::test, 1, 12}}},
        .decision_number = "02/QD",
        .scope = Office::commune,
        .period = {{2026, 11, 10}},
    };

    office.db.transaction([&](db::Tx& tx) {
        load_rules(tx, office.kit, std::vector{own}, Instant{0});
    });

    CHECK(office.levels(Office::officer, RatedOffice::day(11, 9)).empty());
    CHECK(office.levels(Office::officer, office.clock.as_of_now()).empty());
    const AsOf before_it{{2026, 11, 9}, office.clock.now()};
    CHECK(office.levels(Office::officer, before_it) == "21:3 ");
}

TEST_CASE("a look at the people of one commune reads nobody else") {
    RatedOffice office;
    office.move_person(Office::clerk, Office::commune, Office::other_commune, {2026, 10, 1});
    const auto found = [&] {
        PeopleScan scan(office.place_of(Office::commune), AsOf::latest(Office::today));
        return office.db.read([&](db::Tx& tx) { return scan.next(tx, {}); });
    };
    const auto ids_of = [](const PeopleScan::Page& page) {
        std::vector<PersonId> ids;
        for (const auto& person : page.people) ids.push_back(person.person);
        return ids;
    };

    // The clerk has been there, and is looked up.
    CHECK(found().seen == 3);
    CHECK(ids_of(found()) == std::vector{Office::head, Office::officer});

    testing::merge_unit(office, Office::other_commune, Office::commune, {2026, 11, 1});
    CHECK(
        ids_of(found()) ==
        std::vector{Office::head, Office::officer, Office::clerk, Office::far_officer}
    );
}
