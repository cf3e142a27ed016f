#include <doctest/doctest.h>

#include "modules/assessment/held_store.hpp"
#include "modules/assessment/rating_load.hpp"
#include "testing/office.hpp"

using namespace nangluc;
using namespace nangluc::assessment;
using testing::Office;

// The office with a national rule: a test of the last 12 months first, then the supervisor.
struct Rated : Office {
    Rated() {
        const Rule rule{
            .code = "test_first",
            .title = "Test first",
            .definition =
                {.combination = Combination::first_method,
                 .methods = {{Method::test, 1, 12}, {Method::supervisor, 1, 12}}},
            .decision_number = "01/QD",
            .scope = nation,
            .period = {long_ago},
        };
        db.transaction([&](db::Tx& tx) { load_rules(tx, kit, std::vector{rule}, Instant{0}); });
    }

    // As of a day of 2026 at noon.
    static AsOf day(int month, int on) {
        const Date date{2026, month, on};
        return {date, {(days_between({1970, 1, 1}, date) * 86'400LL + 43'200) * 1'000'000}};
    }

    Actor chief() {
        return actor(
            {1}, head, commune, {Permission::rate_as_supervisor, Permission::read_ratings}
        );
    }

    Result<RatingId> rate(PersonId person, int level, Date on, const Actor& rater) {
        return db.transaction([&](db::Tx& tx) {
            return add_rating(
                tx,
                kit,
                rater,
                {.person = person,
                 .competency = data_use,
                 .level = level,
                 .method = Method::supervisor,
                 .observed_on = on}
            );
        });
    }

    std::string levels(PersonId person, AsOf at) {
        return db.read([&](db::Tx& tx) {
            std::string text;
            for (const auto& held : held_levels(tx, person, at)) {
                text +=
                    std::to_string(held.competency.value) + ':' + std::to_string(held.level) + ' ';
            }
            return text;
        });
    }

    std::string packed() {
        return db.read([&](db::Tx& tx) {
            std::string text;
            each_row(tx, [&](const PackedRow& row) {
                text += std::to_string(row.person.value) + '/' + std::to_string(row.block) + ':' +
                        std::to_string(static_cast<unsigned char>(row.levels[0])) + ' ';
            });
            return text;
        });
    }
};

TEST_CASE("a rating changes the level held and the packed row in its transaction") {
    Rated office;

    REQUIRE(office.rate(Office::officer, 3, {2026, 11, 2}, office.chief()));

    CHECK(office.levels(Office::officer, office.clock.as_of_now()) == "21:3 ");
    CHECK(office.packed() == "12/0:3 ");
}

TEST_CASE("F3 part: a rating of March recorded in June changes nothing of what April knew") {
    Rated office;
    office.clock.set({2026, 6, 10}, Rated::day(6, 10).known_at);
    REQUIRE(office.rate(Office::officer, 3, {2026, 3, 5}, office.chief()));
    const auto in_april = Rated::day(4, 15);

    CHECK(office.levels(Office::officer, in_april).empty());
    CHECK(office.levels(Office::officer, {in_april.on, Rated::day(6, 11).known_at}) == "21:3 ");
    CHECK(office.levels(Office::officer, Rated::day(6, 11)) == "21:3 ");
}

TEST_CASE("a supervisor rates neither themself nor people of another commune") {
    Rated office;

    CHECK(office.rate(Office::head, 3, {2026, 11, 2}, office.chief()).error().code == "rating.own");
    CHECK(
        office.rate(Office::far_officer, 3, {2026, 11, 2}, office.chief()).error().code == "person"
    );
}

TEST_CASE("a level above the scale, a day to come and an unknown competency are refused") {
    Rated office;

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
    Rated office;
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
    Rated office;
    std::vector<Rating> ratings;
    for (int i = 0; i < 3; ++i) {
        ratings.push_back({
            .person = Office::officer,
            .competency = i < 2 ? Office::data_use : Office::artificial_intelligence,
            .level = 2 + i,
            .method = i == 1 ? Method::test : Method::supervisor,
            .observed_on = {2026, 3 + i, 1},
            .recorded_at = Rated::day(3 + i, 2).known_at,
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

    CHECK(office.levels(Office::officer, Rated::day(3, 20)) == "21:2 ");
    CHECK(office.levels(Office::officer, office.clock.as_of_now()) == "21:3 23:4 ");
    CHECK(office.packed() == "12/0:3 12/1:4 ");
}

TEST_CASE("a national rule gives way to the rule of the person's own commune") {
    Rated office;
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

    CHECK(office.levels(Office::officer, Rated::day(11, 9)).empty());
    CHECK(office.levels(Office::officer, office.clock.as_of_now()).empty());
    const AsOf before_it{{2026, 11, 9}, office.clock.now()};
    CHECK(office.levels(Office::officer, before_it) == "21:3 ");
}
