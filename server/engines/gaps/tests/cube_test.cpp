#include "engines/gaps/cube.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "engines/gaps/tests/plain.hpp"

namespace nangluc::gaps {

TEST_CASE("the cube is what counting person by person gives") {
    for (const std::size_t competencies : {1, 25, 31, 32, 33, 64, 65, 188}) {
        for (std::uint32_t seed = 1; seed <= 4; ++seed) {
            const auto plain = any_population(seed, {.competencies = competencies});
            const auto population = plain.built();

            CAPTURE(competencies);
            CHECK(same(plain, cube_of(population)));
            CHECK(same(plain, cube_of(population, {.norm = Norm::desired}), Norm::desired));
        }
    }
}

TEST_CASE("scales of up to 254 levels are counted exactly") {
    for (const std::size_t highest : {1, 2, 127, 128, 254}) {
        const auto plain = any_population(5, {.people = 300, .highest = highest});

        CHECK(same(plain, cube_of(plain.built())));
    }
}

TEST_CASE("every processor counts the same") {
    const auto population = any_population(6, {.people = 900, .highest = 9}).built();
    const auto expected = cube_of(population, {.machine = Machine::baseline});

    for (const auto machine : {Machine::avx2, Machine::avx512}) {
        if (!runs_here(machine)) continue;
        CHECK(cube_of(population, {.machine = machine}) == expected);
    }
}

TEST_CASE("any number of threads counts the same") {
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        const auto population = any_population(seed, {.units = 40, .people = 500}).built();
        const auto expected = cube_of(population);

        for (const unsigned threads : {0U, 2U, 3U, 8U, 64U}) {
            CHECK(cube_of(population, {.threads = threads}) == expected);
        }
    }
}

TEST_CASE("a unit of a hundred thousand people with the widest gaps does not overflow") {
    constexpr std::uint32_t people = 100'000;
    for (const Level gap : {Level{1}, Level{127}, Level{200}, highest_level}) {
        Profiles profiles(33, 1);
        profiles.require(0, 0, gap);
        profiles.require(0, 32, gap);
        std::vector<Person> list(people, Person{1, 0});
        std::vector<HeldRow> rows;
        for (PersonNumber person = 0; person < people; ++person) {
            rows.push_back({person, 0, Row::of(below_first)});
        }
        for (auto& row : rows) row.held.levels[1] = not_assessed;
        const Population population(Units({no_unit, 0}), profiles, list, rows);

        const auto cube = cube_of(population);

        CHECK(cube.at(0, 0) == Count{people, people, people * gap, 0});
        CHECK(cube.at(0, 32) == Count{people, 0, 0, people});
        CHECK(cube.at(0, 1) == Count{});
    }
}

TEST_CASE("a unit without people, and a country without units, count nothing") {
    const Population empty(Units({no_unit, 0, 1}), Profiles(25, 1), {}, {});
    CHECK(cube_of(empty).at(0, 24) == Count{});

    const Population nothing(Units({}), Profiles(25, 0), {}, {});
    CHECK(cube_of(nothing, {.threads = 3}).units() == 0);
}

TEST_CASE("people of whom nothing is required count nowhere, whatever they hold") {
    const std::vector<Person> people{{0, 0}};
    const std::vector<HeldRow> held{{0, 0, [] {
                                         auto row = Row::of(not_assessed);
                                         row.levels[0] = 2;
                                         return row;
                                     }()}};
    const Population population(Units({no_unit}), Profiles(1, 1), people, held);

    CHECK(cube_of(population).at(0, 0) == Count{});
    CHECK(population.held(0, 0) == 2);
}

TEST_CASE("who has met what is required is neither unknown nor with a gap") {
    const Count count{.required = 10, .with_gap = 3, .gap_sum = 7, .unknown = 2};

    CHECK(count.met() == 5);
}

TEST_CASE("a unit's own figures are its sub-tree's less its children's") {
    const auto plain = any_population(11, {.units = 20, .people = 200});
    const auto population = plain.built();
    const auto cube = cube_of(population);

    for (UnitNumber unit = 0; unit < 20; ++unit) {
        auto own = plain;
        std::erase_if(own.people, [&](const auto& item) { return item.second.unit != unit; });
        CHECK(cube.own(population.units(), 0, unit).at(3) == own.count(unit, 3));
    }
}

TEST_CASE("other requirements can be tried without changing anything") {
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        auto plain = any_population(seed, {.people = 200, .competencies = 100});
        const auto population = plain.built();
        const auto before = cube_of(population);
        Dice dice(seed + 100);
        for (auto& profile : plain.profiles) profile = any_profile(dice, 100, 6);
        const auto others = plain.built_profiles();

        CHECK(same(plain, what_if(population, others)));
        CHECK(same(plain, what_if(population, others, {.norm = Norm::desired}), Norm::desired));
        CHECK(cube_of(population) == before);
    }
}

TEST_CASE("a row that holds a level beyond the last competency is refused") {
    const std::vector<Person> people{{0, 0}};
    const std::vector<HeldRow> held{{0, 0, Row::of(1)}};

    CHECK_THROWS_AS(Population(Units({no_unit}), Profiles(25, 1), people, held), std::out_of_range);
}

}  // namespace nangluc::gaps
