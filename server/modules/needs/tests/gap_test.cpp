#include "modules/needs/gap/gap.hpp"

#include <doctest/doctest.h>

using namespace nangluc;
using namespace nangluc::needs;
using competency::Requirement;

static Requirement requirement(std::int64_t id, std::int64_t competency, int minimum) {
    return {.id = {id}, .competency = {competency}, .minimum = minimum, .desired = minimum};
}

static assessment::Held held(std::int64_t competency, int level) {
    return {.competency = {competency}, .level = level};
}

// Data management is required for two reasons, AI for one, budgeting for one; of the first two
// levels are known.
static std::vector<Gap> officer() {
    static const Requirement by_position = requirement(1, 7, 4);
    static const Requirement by_rank = requirement(2, 7, 3);
    static const Requirement ai = requirement(3, 8, 2);
    static const Requirement budgeting = requirement(4, 9, 3);
    return gaps_between({&by_position, &by_rank, &ai, &budgeting}, {held(7, 2), held(8, 2)});
}

TEST_CASE("F3 part: a gap is the highest minimum of its reasons less the level held") {
    const auto gaps = officer();

    CHECK(gaps[0].competency == CompetencyId{7});
    CHECK(gaps[0].required == 4);
    CHECK(gaps[0].missing() == 2);
    CHECK(gaps[0].requirements.size() == 2);
}

TEST_CASE("what was never assessed is unknown, not a gap from zero, and counted apart") {
    const auto gaps = officer();

    CHECK(gaps[1].competency == CompetencyId{9});
    CHECK_FALSE(gaps[1].missing());
    CHECK(totals_of(gaps) == GapTotals{3, 1, 1, 1});
}

TEST_CASE("gaps come first, then what is not assessed, then what is met") {
    const auto gaps = officer();

    CHECK(gaps[2].competency == CompetencyId{8});
    CHECK(gaps[2].missing() == 0);
}

TEST_CASE("a level above the requirement is met, not a negative gap") {
    static const Requirement ai = requirement(3, 8, 2);

    CHECK(gaps_between({&ai}, {held(8, 5)}).front().missing() == 0);
}

TEST_CASE("a level assessed as below the first is a gap of the whole requirement") {
    static const Requirement ai = requirement(3, 8, 2);

    CHECK(gaps_between({&ai}, {held(8, 0)}).front().missing() == 2);
}
