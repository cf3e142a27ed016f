#include "modules/assessment/rule/rule.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace nangluc;
using namespace nangluc::assessment;

static const Date today{2026, 11, 23};

static const PersonId head_of_division{7};
static const PersonId officer{42};

static Rating rating(std::int64_t id, Method method, int level, Date observed_on) {
    return {
        .id = {id},
        .person = officer,
        .competency = {1},
        .level = level,
        .method = method,
        .rater = method == Method::self ? officer : head_of_division,
        .observed_on = observed_on,
        .recorded_at = {id},
    };
}

// A test of the last 12 months stands before opinions; without one the supervisor's counts.
static Rule test_first() {
    return {
        .id = {4},
        .code = "test_first",
        .version = 2,
        .definition =
            {.combination = Combination::first_method,
             .methods = {{Method::test, 1, 12}, {Method::supervisor, 1, 12}}},
    };
}

static std::vector<Rating> three_ratings() {
    return {
        rating(1, Method::self, 3, {2026, 5, 28}),
        rating(2, Method::supervisor, 3, {2026, 6, 2}),
        rating(3, Method::test, 2, {2026, 9, 14}),
    };
}

static Use use_of(const Held& held, std::int64_t id) {
    return std::ranges::find(
               held.ratings, RatingId{id}, [](const UsedRating& used) { return used.rating.id; }
    )->use;
}

TEST_CASE("E9 part: a test within its months decides, opinions are for comparison") {
    const auto held = reckon(test_first(), three_ratings(), today);

    REQUIRE(held);
    CHECK(held->level == 2);
    CHECK(held->valid_until == Date{2027, 9, 14});
    CHECK(use_of(*held, 3) == Use::counted);
    CHECK(use_of(*held, 2) == Use::compared);
    CHECK(use_of(*held, 1) == Use::compared);
}

TEST_CASE("on the day its months are over a test gives way to the next method") {
    auto ratings = three_ratings();
    ratings[1].observed_on = {2027, 6, 2};

    CHECK(reckon(test_first(), ratings, {2027, 9, 13})->level == 2);
    CHECK(reckon(test_first(), ratings, {2027, 9, 14})->level == 3);
}

TEST_CASE("who was never assessed by a method that counts is not assessed, not at zero") {
    const std::vector<Rating> only_self = {rating(1, Method::self, 3, {2026, 5, 28})};

    CHECK_FALSE(reckon(test_first(), only_self, today));
    CHECK_FALSE(reckon(test_first(), {}, today));
}

TEST_CASE("a rating of a later day does not change the level of an earlier one") {
    const auto held = reckon(test_first(), three_ratings(), {2026, 9, 1});

    REQUIRE(held);
    CHECK(held->level == 3);
}

TEST_CASE("the newer judgement of the same rater stands for the older") {
    auto ratings = three_ratings();
    ratings.push_back(rating(4, Method::test, 4, {2026, 10, 1}));

    const auto held = reckon(test_first(), ratings, today);

    CHECK(held->level == 4);
    CHECK(use_of(*held, 3) == Use::superseded);
}

TEST_CASE("a withdrawn rating counts no more and stays visible") {
    auto ratings = three_ratings();
    auto corrected = rating(4, Method::panel, 3, {2026, 10, 1});
    corrected.withdraws = {3};
    ratings.push_back(corrected);

    const auto held = reckon(test_first(), ratings, today);

    CHECK(held->level == 3);
    CHECK(use_of(*held, 3) == Use::withdrawn);
}

TEST_CASE("a judgement that is taken back no longer stands for the one before it") {
    auto ratings = three_ratings();
    ratings.push_back(rating(4, Method::test, 4, {2026, 10, 1}));
    auto withdrawal = rating(5, Method::test, 0, {2026, 10, 2});
    withdrawal.withdraws = {4};
    withdrawal.gives_level = false;
    ratings.push_back(withdrawal);

    const auto held = reckon(test_first(), ratings, today);

    REQUIRE(held);
    CHECK(held->level == 2);
    CHECK(use_of(*held, 3) == Use::counted);
    CHECK(use_of(*held, 4) == Use::withdrawn);
}

TEST_CASE("assessors without a staff record are told apart by their accounts") {
    auto first = rating(1, Method::test, 2, {2026, 9, 1});
    auto second = rating(2, Method::test, 3, {2026, 10, 1});
    first.rater = second.rater = {};
    first.account = {71};
    second.account = {72};

    const auto held = reckon(test_first(), std::vector{first, second}, today);

    REQUIRE(held);
    CHECK(use_of(*held, 1) == Use::counted);
    CHECK_FALSE(is_rater(Actor({72}, {}, {}), first));
    CHECK(is_rater(Actor({71}, {}, {}), first));
}

TEST_CASE("a weighted mean between two levels is the lower one unless the rule says nearest") {
    auto rule = test_first();
    rule.definition.combination = Combination::weighted_mean;
    rule.definition.methods = {{Method::supervisor, 2, 12}, {Method::test, 1, 12}};

    CHECK(reckon(rule, three_ratings(), today)->level == 2);  // (3 + 3 + 2) / 3
    rule.definition.rounding = Rounding::nearest;
    CHECK(reckon(rule, three_ratings(), today)->level == 3);
}

TEST_CASE("the median of two ratings is the lower, and the lowest is the lowest") {
    auto rule = test_first();
    rule.definition.combination = Combination::median;
    CHECK(reckon(rule, three_ratings(), today)->level == 2);

    rule.definition.combination = Combination::lowest;
    rule.definition.methods.push_back({Method::self, 1, 12});
    CHECK(reckon(rule, three_ratings(), today)->level == 2);
}

TEST_CASE("ratings that weigh less than the rule asks make no level") {
    auto rule = test_first();
    rule.definition.combination = Combination::weighted_mean;
    rule.definition.minimum_weight = 2;
    const std::vector<Rating> test_alone = {rating(3, Method::test, 2, {2026, 9, 14})};

    CHECK_FALSE(reckon(rule, test_alone, today));
    CHECK(reckon(rule, three_ratings(), today));
}

TEST_CASE("the order in which ratings are given changes nothing") {
    auto ratings = three_ratings();
    const auto forward = reckon(test_first(), ratings, today);
    std::ranges::reverse(ratings);
    const auto backward = reckon(test_first(), ratings, today);

    CHECK(forward->level == backward->level);
    CHECK(forward->ratings.front().rating.id == backward->ratings.front().rating.id);
}

static std::string refusal_of(RuleDefinition definition) {
    const auto result = check(definition);
    return result ? "none" : result.error().code;
}

TEST_CASE("a rule that cannot be followed is refused at its fault") {
    const auto good = test_first().definition;
    CHECK(refusal_of(good) == "none");

    auto definition = good;
    definition.methods.clear();
    CHECK(refusal_of(definition) == "rule.no_method");

    definition = good;
    definition.methods[1].method = Method::test;
    CHECK(refusal_of(definition) == "rule.method_twice");

    definition = good;
    definition.methods[0].weight = 0;
    CHECK(refusal_of(definition) == "rule.weight");

    definition = good;
    definition.methods[0].months_valid = 241;
    CHECK(refusal_of(definition) == "rule.months");

    definition = good;
    definition.minimum_weight = 3;
    CHECK(refusal_of(definition) == "rule.minimum_weight");
}
