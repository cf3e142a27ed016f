#include "modules/planning/nomination.hpp"

#include <doctest/doctest.h>

using namespace nangluc;
using namespace nangluc::planning;

static constexpr CompetencyId data_use{21};
static constexpr CompetencyId drafting{22};

static programmes::Version programme() {
    return {.id = {1}, .outcomes = {{data_use, 1, 3}, {drafting, 1, 2}}};
}

// Assessed in both, short of both; each test spoils one thing.
static Nominee nominee() {
    return {.person = {11}, .unit = {3}, .held = {{data_use, 1}, {drafting, 1}}, .reason = {}};
}

static Background prepared() {
    return {.prepared = {PersonId{11}}};
}

TEST_CASE("who is validly assessed in all that the programme teaches is nominated as they are") {
    const auto needs = nominate(nominee(), programme(), prepared()).value();

    REQUIRE(needs.size() == 2);
    CHECK(needs.front().need == LineNeed{{11}, data_use, {3}, 1, 3});
    CHECK_FALSE(needs.front().is_exception());
}

TEST_CASE("who is not assessed in one of the competencies is refused, in place") {
    auto unknown = nominee();
    unknown.held.erase(drafting);
    const auto refused = nominate(unknown, programme(), prepared());

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "plan_nomination.not_assessed");
    CHECK(refused.error().faults.front() == Fault{"/person", "not_assessed"});
}

TEST_CASE("with a reason they stand as an exception in what is not assessed, and only in that") {
    auto unknown = nominee();
    unknown.held.erase(drafting);
    unknown.reason = "Mới nhận việc";
    const auto needs = nominate(unknown, programme(), prepared()).value();

    REQUIRE(needs.size() == 2);
    CHECK_FALSE(needs.front().is_exception());
    CHECK(needs.back().reason == "Mới nhận việc");
    CHECK(needs.back().need == LineNeed{{11}, drafting, {3}, 1, 2});
}

static std::string refusal_of(const Nominee& who, const Background& background) {
    const auto refused = nominate(who, programme(), background);
    return refused ? std::string() : refused.error().code;
}

TEST_CASE("a reason does not send anybody whom the programme gives nothing, or who comes too early"
) {
    auto full = nominee();
    full.held = {{data_use, 3}, {drafting, 2}};
    full.reason = "Xin học";
    CHECK(refusal_of(full, prepared()) == "plan_nomination.already_holds");

    auto early = nominee();
    early.held[data_use] = 0;
    early.reason = "Xin học";
    CHECK(refusal_of(early, prepared()) == "plan_nomination.below_entry");
    CHECK(refusal_of(nominee(), {}) == "plan_nomination.lacks_prerequisite");

    auto completed = prepared();
    completed.completions[{11}] = {.person = {11}, .attended = {9}, .ended_on = {2026, 3, 1}};
    CHECK(refusal_of(nominee(), completed) == "plan_nomination.completed");
}
