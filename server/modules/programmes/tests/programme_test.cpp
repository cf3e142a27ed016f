#include "modules/programmes/programme.hpp"

#include <doctest/doctest.h>

using namespace nangluc;
using namespace nangluc::programmes;

// A draft that may be approved; each test spoils one thing.
static Programme ready_programme() {
    return {
        .version =
            {.min_class = 25, .max_class = 40, .outcomes = {{.competency = {1}, .to_level = 3}}},
    };
}

static std::string refusal_of(Programme programme) {
    const auto result = programme.approve({2}, {2026, 12, 1});
    return result ? "none" : result.error().code;
}

TEST_CASE("an approved programme is in force from its date and is not approved again") {
    auto programme = ready_programme();

    REQUIRE(programme.approve({2}, {2026, 12, 1}));
    CHECK(programme.status == ProgrammeStatus::approved);
    CHECK(programme.period == Period{{2026, 12, 1}});
    CHECK(refusal_of(programme) == "programme.not_draft");
}

TEST_CASE("a programme that raises no competency is not approved") {
    auto programme = ready_programme();
    programme.version.outcomes.clear();

    CHECK(refusal_of(programme) == "programme.no_outcome");
}

TEST_CASE("a class that holds fewer than it needs is not approved") {
    auto programme = ready_programme();
    programme.version.max_class = 24;

    CHECK(refusal_of(programme) == "programme.class_size");
}

TEST_CASE("who drafted a programme does not approve it") {
    auto programme = ready_programme();
    programme.author = {2};

    CHECK(refusal_of(programme) == "programme.own_draft");
}

TEST_CASE("E28 part: programmes overlap by the levels that both raise") {
    const Version basic{.outcomes = {{{1}, 0, 2}}};
    const Version wider{.outcomes = {{{1}, 1, 3}, {{2}, 0, 2}}};
    const Version other{.outcomes = {{{3}, 0, 4}}};

    CHECK(overlap_percent(basic, wider) == 50);
    CHECK(overlap_percent(wider, basic) == 50);
    CHECK(overlap_percent(basic, basic) == 100);
    CHECK(overlap_percent(basic, other) == 0);
}
