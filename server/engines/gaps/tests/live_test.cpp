#include "engines/gaps/live.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "engines/gaps/tests/plain.hpp"

namespace nangluc::gaps {

namespace {

// One change at random, made in both.
void change_something(Dice& dice, Plain& plain, LiveCube& live, const Size& size) {
    const auto number = dice.below(size.people);
    const auto unit = dice.below(size.units);
    const auto profile = dice.below(plain.profiles.size());
    if (!plain.people.contains(number)) {
        plain.people[number] = {unit, profile};
        plain.held[number] = any_levels(dice, size.competencies, size.highest);
        live.add(number, {unit, profile}, plain.rows_of(number));
        return;
    }
    switch (dice.below(6)) {
        case 0:
            plain.people.erase(number);
            live.remove(number);
            break;
        case 1:
            plain.people[number].unit = unit;
            live.move(number, unit);
            break;
        case 2:
            plain.people[number].profile = profile;
            live.set_profile(number, profile);
            break;
        case 3:
            plain.profiles[profile] = any_profile(dice, size.competencies, size.highest);
            live.replace_profiles(plain.built_profiles());
            break;
        default: {
            const auto competency = dice.below(size.competencies);
            const auto level = static_cast<Level>(dice.below(size.highest + 1));
            const auto known = !dice.one_in(5);
            plain.held[number].erase(competency);
            if (known) plain.held[number][competency] = level;
            live.set_held(number, competency, known ? level : not_assessed);
        }
    }
}

}  // namespace

TEST_CASE("after any sequence of changes the live cube equals a full pass and a plain count") {
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        const Size size{.people = 40, .competencies = seed % 2 == 0 ? 70U : 25U, .highest = 8};
        auto plain = any_population(seed, size);
        LiveCube live(plain.built());
        Dice dice(seed);

        for (int step = 0; step < 120; ++step) {
            change_something(dice, plain, live, size);
            REQUIRE(live.agrees());
            if (step % 20 == 0) REQUIRE(same(plain, live.cube()));
        }
        CHECK(same(plain, live.cube()));
    }
}

TEST_CASE("a person who comes back under the same number brings nothing of the old rows") {
    Plain plain{.parents = {no_unit}, .profiles = {{{0, {2, 2}}}}};
    plain.people[0] = {0, 0};
    plain.held[0] = {{0, 2}};
    LiveCube live(plain.built());

    live.remove(0);
    live.add(0, {0, 0}, {});

    CHECK(live.cube().at(0, 0) == Count{1, 0, 0, 1});
}

TEST_CASE("a change that is refused changes nothing") {
    const auto plain = any_population(3, {});
    LiveCube live(plain.built());
    const auto before = live.cube();
    const auto present = plain.people.begin()->first;

    CHECK_THROWS(live.move(present, 99));
    CHECK_THROWS(live.set_profile(present, 99));
    CHECK_THROWS(live.set_held(present, 25, 1));
    CHECK_THROWS(live.add(present, {0, 0}, {}));
    CHECK_THROWS(live.add(4000, {99, 0}, {}));
    CHECK_THROWS(live.remove(4000));
    CHECK_THROWS(live.move(4000, 0));
    CHECK_THROWS(live.set_profile(4000, 0));

    CHECK(live.cube() == before);
    CHECK(live.agrees());
}

}  // namespace nangluc::gaps
