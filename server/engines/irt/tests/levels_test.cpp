#include <doctest/doctest.h>

#include <cmath>

#include "engines/irt/calibrate/conditional.hpp"
#include "engines/irt/levels/cut_scores.hpp"
#include "engines/irt/tests/cases.hpp"

namespace nangluc::irt {

TEST_CASE("symmetric functions are the coefficients of the product of the items") {
    // (1 + 2x)(1 + 3x)(1 + x + 4x^2) = 1 + 6x + 15x^2 + 26x^3 + 24x^4
    const std::vector<std::vector<double>> weights{
        {0, std::log(2)}, {0, std::log(3)}, {0, 0, std::log(4)}};
    const auto found = symmetric_functions(weights);
    const std::vector<double> expected{1, 6, 15, 26, 24};
    for (std::size_t sum = 0; sum < 5; ++sum) {
        CHECK(found.values[sum] * std::exp(found.log_scale) == doctest::Approx(expected[sum]));
    }
}

TEST_CASE("F15 part: difficulties without a population agree with those that assume one") {
    const auto conditional = calibrate_conditionally(lsat6());
    REQUIRE(conditional);
    CHECK(conditional.value().converged);
    const auto marginal = calibrated(lsat6(), {.model = Model::one_pl});
    // The marginal scale is that of N(0, 1): difficulties times the slope, moved to sum to zero.
    double mean = 0;
    for (const auto& item : marginal.items) mean += item.item.d[0] / 5;
    for (std::size_t item = 0; item < 5; ++item) {
        CHECK(
            std::abs(
                conditional.value().items[item].item.d[0] - (marginal.items[item].item.d[0] - mean)
            ) < 0.02
        );
    }
    double sum = 0;
    for (const auto& item : conditional.value().items) sum += item.item.d[0];
    CHECK(std::abs(sum) < 1e-8);
}

TEST_CASE("two items compare by those who solved one of them: the conditional estimate by hand") {
    Responses two(items_named(2, 0, 2));
    const auto add = [&](Category first, Category second, double people) {
        const std::vector<Category> row{first, second};
        two.add(row, people);
    };
    add(1, 0, 60);
    add(0, 1, 20);
    add(1, 1, 500);
    add(0, 0, 300);
    const auto found = calibrate_conditionally(two);
    REQUIRE(found);
    const double half = std::log(3.0) / 2;
    CHECK(found.value().items[0].item.d[0] == doctest::Approx(half).epsilon(1e-8));
    CHECK(
        found.value().log_likelihood ==
        doctest::Approx(60 * std::log(0.75) + 20 * std::log(0.25)).epsilon(1e-10)
    );
    CHECK(found.value().people == 80);
    // The log odds have variance 1/60 + 1/20, and each difficulty is half of them.
    CHECK(
        found.value().items[0].errors[0] ==
        doctest::Approx(std::sqrt(1.0 / 60 + 1.0 / 20) / 2).epsilon(1e-4)
    );
}

TEST_CASE("partial credit steps are found again without a population, with answers missing") {
    auto truth = invented_items(Curve::partial_credit, 6, 3);
    double highest = 0;
    for (auto& item : truth) {
        item.a = 1;
        highest += item.d[1] / 6;
    }
    const auto found = calibrate_conditionally(
        answers_of(truth, {.people = 3'000, .mean = 0.5, .sd = 1.3, .missing_share = 0.1})
    );
    REQUIRE(found);
    CHECK(found.value().converged);
    for (std::size_t item = 0; item < 6; ++item) {
        for (std::size_t k = 1; k <= 2; ++k) {
            const double shifted = truth[item].d[k - 1] - highest * real(k) / 2;
            CHECK(
                std::abs(found.value().items[item].item.d[k - 1] - shifted) <
                4 * found.value().items[item].errors[k - 1]
            );
        }
    }
}

TEST_CASE("an item that all who are compared solve is refused: its difficulty has no bound") {
    Responses responses(items_named(3, 0, 2));
    const auto add = [&](std::vector<Category> row) { responses.add(row, 10); };
    add({1, 1, 0});
    add({1, 0, 1});
    add({1, 0, 0});
    add({0, 0, 0});
    const auto refused = calibrate_conditionally(responses);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "conditional.unbounded");
}

TEST_CASE("judges who all say the same put the cut where the test gives that sum") {
    const auto items = invented_items(Curve::logistic, 10, 2);
    Matrix judgements(4, 10);
    for (std::size_t judge = 0; judge < 4; ++judge) {
        for (std::size_t item = 0; item < 10; ++item) {
            judgements(judge, item) = expected_category(items[item], 0.7).mean;
        }
    }
    const auto cut = angoff_cut(judgements, items);
    REQUIRE(cut);
    CHECK(cut->t == doctest::Approx(0.7).epsilon(1e-9));
    CHECK(cut->se == doctest::Approx(0));
    judgements(0, 0) += 0.2;
    CHECK(angoff_cut(judgements, items)->se > 0);
    CHECK_FALSE(ability_for_sum(items, 10));
}

TEST_CASE("an item lies in the booklet where two in three master it") {
    const Item two{.curve = Curve::logistic, .a = 1.4, .d = {-0.7}};
    CHECK(
        *bookmark_location(two, 1, 2.0 / 3) ==
        doctest::Approx(0.5 + std::log(2.0) / 1.4).epsilon(1e-9)
    );
    const Item three{.curve = Curve::guessing, .a = 1.4, .d = {-0.7}, .g = std::log(0.25 / 0.75)};
    const double share = (2.0 / 3 - 0.25) / (1 - 2.0 / 3);
    CHECK(
        *bookmark_location(three, 1, 2.0 / 3) ==
        doctest::Approx(0.5 + std::log(share) / 1.4).epsilon(1e-9)
    );
    CHECK_FALSE(bookmark_location(three, 1, 0.2));
    const std::vector<double> locations{-1, 0, 0.5, 1.5};
    const std::vector<std::size_t> places{2, 3, 3};
    CHECK(bookmark_cut(locations, places).t == doctest::Approx(1.0 / 3));
}

TEST_CASE("contrasting groups meet where chances are even, and never where they do not overlap") {
    Random dice(4);
    std::vector<double> abilities;
    std::vector<bool> is_above;
    for (int person = 0; person < 4'000; ++person) {
        const double t = dice.normal();
        abilities.push_back(t);
        is_above.push_back(dice.uniform() < 1 / (1 + std::exp(-2 * (t - 0.4))));
    }
    const auto cut = contrasting_groups_cut(abilities, is_above);
    REQUIRE(cut);
    CHECK(std::abs(cut->t - 0.4) < 4 * cut->se);
    CHECK(cut->se < 0.1);
    CHECK_FALSE(contrasting_groups_cut(std::vector<double>{-1, 0, 1, 2}, {false, false, true, true})
    );
}

TEST_CASE("F15 part: a longer test puts more people on their level, and twice on the same") {
    const auto few = invented_items(Curve::logistic, 10, 2);
    const auto many = invented_items(Curve::logistic, 60, 2);
    const std::vector<double> cuts{-0.5, 0.8};
    const auto less = classification_by_ability(few, cuts, {});
    const auto more = classification_by_ability(many, cuts, {});
    CHECK(less.accuracy < more.accuracy);
    CHECK(less.consistency < more.consistency);
    CHECK(less.consistency < less.accuracy);
    CHECK(more.kappa < more.consistency);
    CHECK(more.accuracy < 1);
    const auto none = classification_by_ability(many, {}, {});
    CHECK(none.accuracy == doctest::Approx(1));
}

TEST_CASE("accuracy by sums is what simulated people show") {
    const auto items = invented_items(Curve::logistic, 20, 2);
    const std::vector<int> sums{8, 14};
    const auto expected = classification_by_sum(items, sums, {});
    Random dice(8);
    double right = 0;
    double same = 0;
    constexpr int people = 20'000;
    const auto level = [&](double sum) { return (sum >= 8 ? 1 : 0) + (sum >= 14 ? 1 : 0); };
    for (int person = 0; person < people; ++person) {
        const double t = dice.normal();
        double truth = 0;
        int first = 0;
        int second = 0;
        for (const auto& item : items) {
            truth += expected_category(item, t).mean;
            first += answer(item, t, dice);
            second += answer(item, t, dice);
        }
        right += level(truth) == level(first) ? 1.0 / people : 0;
        same += level(first) == level(second) ? 1.0 / people : 0;
    }
    CHECK(right == doctest::Approx(expected.accuracy).epsilon(0.02));
    CHECK(same == doctest::Approx(expected.consistency).epsilon(0.02));
}

}  // namespace nangluc::irt
