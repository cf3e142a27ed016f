#include <doctest/doctest.h>

#include "modules/competency/api.hpp"

using namespace nangluc;
using namespace nangluc::competency;
using organisation::Holding;

static const UnitId nation{1};
static const UnitId province{11};
static const UnitId commune{111};
static const UnitPath commune_path = UnitPath::root(nation).child(province).child(commune);
static const UnitPath elsewhere = UnitPath::root(nation).child({12}).child({121});

static const CompetencyId managing_data{7};
static const CompetencyId using_ai{8};

static Requirement requirement(
    std::int64_t id, Reason reason, CompetencyId competency, int minimum, UnitId scope = province
) {
    return {
        .id = {id},
        .reason = std::move(reason),
        .scope = scope,
        .competency = competency,
        .minimum = minimum,
        .desired = minimum,
    };
}

// An officer of the commune with position 5, rank 3; each test spoils one fact.
static Standing officer() {
    return {
        .person = {42},
        .holdings = {Holding{
            .person = {42}, .post = {90}, .unit = commune, .position = {5}, .rank = {3}}},
        .places = {commune_path},
        .levels = {"commune"},
    };
}

static RequirementTable table(std::vector<Requirement> requirements) {
    return {
        std::move(requirements),
        {{nation, UnitPath::root(nation)},
         {province, UnitPath::root(nation).child(province)},
         {commune, commune_path}},
    };
}

static const Reason by_position{ReasonKind::position, 5, {}};
static const Reason by_rank{ReasonKind::rank, 3, {}};
static const Reason by_level{ReasonKind::administrative_level, 0, "commune"};

TEST_CASE("F1 part: a requirement is the union of its reasons, the highest minimum first") {
    const auto required = table({
        requirement(1, by_position, managing_data, 3),
        requirement(2, by_rank, managing_data, 4),
        requirement(3, by_level, using_ai, 2),
    });

    const auto found = required.of(officer(), Goal::present);

    REQUIRE(found.size() == 3);
    CHECK(found[0]->id == RequirementId{2});
    CHECK(found[1]->id == RequirementId{1});
    CHECK(found[2]->competency == using_ai);
}

TEST_CASE("F1 part: removing one reason leaves the requirement while another remains") {
    const auto with_rank_only = table({requirement(2, by_rank, managing_data, 4)});

    CHECK(with_rank_only.of(officer(), Goal::present).size() == 1);
    CHECK(table({}).of(officer(), Goal::present).empty());
}

TEST_CASE("a requirement of another province does not reach this commune") {
    auto stranger = officer();
    stranger.places = {elsewhere};

    CHECK(table({requirement(1, by_position, managing_data, 3)}).of(stranger, Goal::present).empty()
    );
}

TEST_CASE("C5 part: a concurrent duty adds its requirements to those of the main post") {
    auto with_duty = officer();
    with_duty.holdings.push_back(
        {.person = {42},
         .post = {91},
         .unit = commune,
         .position = {6},
         .kind = organisation::HoldingKind::concurrent,
         .share_percent = 20}
    );
    with_duty.places.push_back(commune_path);
    with_duty.levels.push_back("commune");
    const auto required = table({
        requirement(1, by_position, managing_data, 3),
        requirement(2, {ReasonKind::position, 6, {}}, using_ai, 4),
    });

    CHECK(required.of(officer(), Goal::present).size() == 1);
    CHECK(required.of(with_duty, Goal::present).size() == 2);
}

TEST_CASE("a requirement that two posts bring is one reason, named once") {
    auto twice = officer();
    twice.holdings.push_back(twice.holdings.front());
    twice.places.push_back(commune_path);
    twice.levels.push_back("commune");

    CHECK(
        table({requirement(1, by_position, managing_data, 3)}).of(twice, Goal::present).size() == 1
    );
}

TEST_CASE("E16 part: preparing for another post asks what that post requires, not the present one"
) {
    auto ambitious = officer();
    ambitious.next_positions = {{6}};
    const auto required = table({
        requirement(1, by_position, managing_data, 3),
        requirement(2, {ReasonKind::position, 6, {}}, using_ai, 5),
    });

    const auto next = required.of(ambitious, Goal::next);

    REQUIRE(next.size() == 1);
    CHECK(next[0]->competency == using_ai);
}

TEST_CASE("who holds no post anywhere is required nothing") {
    const Standing nobody{.person = {42}};

    CHECK(table({requirement(1, by_position, managing_data, 3)}).of(nobody, Goal::present).empty());
}
