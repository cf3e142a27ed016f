#include "modules/planning/line.hpp"

#include <doctest/doctest.h>

using namespace nangluc;
using namespace nangluc::planning;

static constexpr CompetencyId data_use{21};
static constexpr CompetencyId drafting{22};

// Lifts data use from 2 to 4.
static programmes::Version programme() {
    return {.id = {1}, .outcomes = {{data_use, 2, 4}}};
}

// Holds 2 of the required 4 and is prepared; each test spoils one thing.
static needs::Member member() {
    return {.person = {11}, .competency = data_use, .unit = {3}, .required = 4, .held = 2};
}

static std::optional<Exclusion> exclusion_of(needs::Member who, Background background) {
    const auto selection = select_needs({who}, programme(), background);
    REQUIRE(selection.needs.size() + selection.excluded.size() == 1);
    return selection.excluded.empty() ? std::nullopt
                                      : std::optional(selection.excluded.front().reason);
}

static Background prepared() {
    return {.prepared = {PersonId{11}}};
}

TEST_CASE("a gap that the programme closes is a need of the line, with its levels") {
    const auto selection = select_needs({member()}, programme(), prepared());

    REQUIRE(selection.needs.size() == 1);
    CHECK(selection.needs.front() == LineNeed{{11}, data_use, {3}, 2, 4});
    CHECK(selection.people() == 1);
}

TEST_CASE("a competency that the programme does not teach is no need of the line") {
    auto other = member();
    other.competency = drafting;
    const auto selection = select_needs({other}, programme(), prepared());

    CHECK(selection.needs.empty());
    CHECK(selection.excluded.empty());
}

TEST_CASE("F5 part: who completed the programme or an equivalent one is excluded, and by what") {
    auto background = prepared();
    background.completions[{11}] = {.person = {11}, .attended = {9}, .ended_on = {2026, 3, 1}};
    const auto selection = select_needs({member()}, programme(), background);

    REQUIRE(selection.excluded.size() == 1);
    CHECK(selection.excluded.front().reason == Exclusion::completed);
    CHECK(selection.excluded.front().completion->attended == ProgrammeVersionId{9});
}

TEST_CASE("who was never assessed has no known gap and is not planned for") {
    auto unknown = member();
    unknown.held.reset();

    CHECK(exclusion_of(unknown, prepared()) == Exclusion::not_assessed);
}

TEST_CASE("who holds what is required, or what the programme gives, is not trained in it") {
    auto enough = member();
    enough.required = 2;
    CHECK(exclusion_of(enough, prepared()) == Exclusion::already_holds);

    auto above = member();
    above.required = 5;
    above.held = 4;
    CHECK(exclusion_of(above, prepared()) == Exclusion::already_holds);
}

TEST_CASE("who holds less than the programme begins with is not sent there") {
    auto beginner = member();
    beginner.held = 1;

    CHECK(exclusion_of(beginner, prepared()) == Exclusion::below_entry);
}

TEST_CASE("who has not completed what the programme builds on is not sent there") {
    CHECK(exclusion_of(member(), {}) == Exclusion::lacks_prerequisite);
}
