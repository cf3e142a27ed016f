#include <doctest/doctest.h>

#include <cmath>

#include "engines/irt/fit/dif.hpp"
#include "engines/irt/fit/item_fit.hpp"
#include "engines/irt/fit/limited_information.hpp"
#include "engines/irt/numeric/distributions.hpp"
#include "engines/irt/tests/cases.hpp"

namespace nangluc::irt {

namespace {

struct Fitted {
    Responses responses;
    Estimate estimate;
    Layout layout;
};

Fitted fitted(std::span<const Item> truth, Model model, std::uint64_t seed) {
    auto answers = answers_of(truth, {.people = 1'500, .seed = seed}).collapsed();
    const auto result = calibrated(answers, {.model = model, .with_errors = false});
    Estimate estimate{result.parameters_of_items(), {Latent{}}};
    Layout layout(estimate, Slopes::each, {}, {false});
    return {std::move(answers), std::move(estimate), std::move(layout)};
}

std::vector<std::size_t> free_parameters(const Estimate& estimate) {
    std::vector<std::size_t> counts;
    for (const auto& item : estimate.items) counts.push_back(item.parameters());
    return counts;
}

}  // namespace

TEST_CASE("the distributions agree with their tables") {
    CHECK(chi_square_above(3.841458820694124, 1) == doctest::Approx(0.05).epsilon(1e-11));
    CHECK(chi_square_above(18.307038053275146, 10) == doctest::Approx(0.05).epsilon(1e-11));
    CHECK(normal_quantile(0.975) == doctest::Approx(1.959963984540054).epsilon(1e-12));
    CHECK(f_quantile(0.95, 3, 20) == doctest::Approx(3.098391).epsilon(1e-6));
    CHECK(f_below(1 / f_quantile(0.975, 7, 5), 5, 7) == doctest::Approx(0.025).epsilon(1e-9));
}

TEST_CASE("a non-central chi-square of one degree is a shifted normal squared") {
    for (const double shift : {0.5, 4.0, 60.0}) {
        const double x = 7.3;
        const double root = std::sqrt(x);
        const double exact =
            normal_below(root - std::sqrt(shift)) - normal_below(-root - std::sqrt(shift));
        CHECK(chi_square_below(x, 1, shift) == doctest::Approx(exact).epsilon(1e-9));
    }
    const double found = noncentrality_for(30, 12, 0.05);
    CHECK(chi_square_below(30, 12, found) == doctest::Approx(0.05).epsilon(1e-9));
    CHECK(noncentrality_for(5, 12, 0.95) == 0);
}

TEST_CASE("where the model is true M2 and S-X2 are about their degrees of freedom") {
    struct Case {
        Model model;
        Curve curve;
        std::size_t categories;
    };
    for (const auto& [model, curve, categories] :
         {Case{Model::two_pl, Curve::logistic, 2}, Case{Model::grm, Curve::graded, 3}}) {
        const auto truth = invented_items(curve, 6, categories);
        double m2 = 0;
        double sums = 0;
        double sum_df = 0;
        constexpr int runs = 30;
        double df = 0;
        for (int run = 0; run < runs; ++run) {
            const auto [responses, estimate, layout] =
                fitted(truth, model, static_cast<std::uint64_t>(run) + 1);
            const Grid grid(-6, 6, 61);
            const auto fit = limited_information_fit(responses, estimate, layout, grid);
            REQUIRE(fit.estimable);
            m2 += fit.m2 / runs;
            df = fit.df;
            for (const auto& item :
                 sum_score_fit(responses, estimate, grid, free_parameters(estimate))) {
                sums += item.statistic;
                sum_df += item.df;
            }
        }
        // The standard error of a mean of chi-squares.
        CHECK(std::abs(m2 - df) < 4 * std::sqrt(2 * df / runs));
        CHECK(sums / sum_df > 0.85);
        CHECK(sums / sum_df < 1.3);
    }
}

TEST_CASE("M2 sees a second dimension that the model does not have") {
    const auto truth = invented_items(Curve::logistic, 8, 2);
    Random dice(3);
    Responses responses(items_named(8, 0, 2));
    std::vector<Category> row(8);
    for (int person = 0; person < 2'000; ++person) {
        const double first = dice.normal();
        const double second = 0.3 * first + 0.95 * dice.normal();
        for (std::size_t item = 0; item < 8; ++item) {
            row[item] = answer(truth[item], item < 4 ? first : second, dice);
        }
        responses.add(row);
    }
    const auto patterns = responses.collapsed();
    const auto result = calibrated(patterns, {.with_errors = false});
    const Estimate estimate{result.parameters_of_items(), {Latent{}}};
    const Layout layout(estimate, Slopes::each, {}, {false});
    const auto fit = limited_information_fit(patterns, estimate, layout, Grid(-6, 6, 61));
    CHECK(fit.p < 1e-4);
    CHECK(fit.rmsea_low > 0);
    CHECK(fit.rmsea_low < fit.rmsea);
    CHECK(fit.rmsea < fit.rmsea_high);
}

TEST_CASE("at the true abilities residuals have mean square one, and more for a noisy item") {
    auto truth = invented_items(Curve::logistic, 10, 2);
    auto noisy = truth;
    noisy[4].a = 0.1;
    Random dice(11);
    Responses responses(items_named(10, 0, 2));
    std::vector<Score> scores;
    std::vector<Category> row(10);
    for (int person = 0; person < 3'000; ++person) {
        const double t = dice.normal();
        for (std::size_t item = 0; item < 10; ++item) row[item] = answer(noisy[item], t, dice);
        responses.add(row);
        scores.push_back({t, 0});
    }
    const auto fit = residual_fit(responses, truth, scores);
    for (std::size_t item = 0; item < 10; ++item) {
        if (item == 4) continue;
        CHECK(fit.items[item].infit == doctest::Approx(1).epsilon(0.07));
        CHECK(std::abs(fit.items[item].infit_t) < 4);
        CHECK(std::abs(fit.q3(item, (item + 1) % 10)) < 0.1);
    }
    CHECK(fit.items[4].outfit > 1.1);
    CHECK(fit.items[4].n == 3'000);
}

TEST_CASE("the corrected person fit has the spread of a standard normal, the plain one less") {
    const auto items = invented_items(Curve::logistic, 25, 2);
    const auto fits = person_fit(answers_of(items, {.people = 3'000}), items);
    double plain = 0;
    double corrected = 0;
    double mean = 0;
    for (const auto& fit : fits) {
        plain += fit.lz * fit.lz / 3'000;
        corrected += fit.lz_star * fit.lz_star / 3'000;
        mean += fit.lz_star / 3'000;
    }
    CHECK(std::abs(mean) < 0.1);
    CHECK(corrected == doctest::Approx(1).epsilon(0.1));
    CHECK(plain < corrected);
}

TEST_CASE("who answers against the order of difficulty stands out") {
    auto items = invented_items(Curve::logistic, 20, 2);
    for (std::size_t item = 0; item < 20; ++item) items[item].d[0] = 2 - 0.2 * real(item);
    Responses responses(items_named(20, 0, 2));
    std::vector<Category> row(20);
    for (std::size_t item = 0; item < 20; ++item) row[item] = item < 10 ? 0 : 1;
    responses.add(row);
    CHECK(person_fit(responses, items)[0].lz_star < -3);
}

TEST_CASE("an item that is harder for one group at equal ability is flagged, the others are not") {
    auto truth = invented_items(Curve::logistic, 15, 2);
    Responses both(items_named(15, 0, 2));
    add_answers(both, truth, {.people = 2'000, .seed = 21});
    truth[6].d[0] -= 1.0;
    add_answers(both, truth, {.people = 2'000, .mean = -0.3, .seed = 22}, 1);
    for (const auto matching : {Matching::all, Matching::purified}) {
        const auto list = differential_functioning(both, matching);
        CHECK(list[6].mantel_haenszel.delta < -1.5);
        CHECK(list[6].mantel_haenszel.adjusted_p < 0.001);
        CHECK(list[6].mantel_haenszel.ets_class == 'C');
        CHECK(list[6].logistic.uniform_p < 0.001);
        CHECK(list[6].is_purified_away == (matching == Matching::purified));
        for (std::size_t item = 0; item < 15; ++item) {
            if (item != 6) CHECK(list[item].mantel_haenszel.ets_class == 'A');
            CHECK(list[item].logistic.converged);
        }
    }
}

TEST_CASE("a slope that differs between groups shows in the non-uniform test") {
    auto truth = invented_items(Curve::logistic, 15, 2);
    Responses both(items_named(15, 0, 2));
    truth[2].a = 1.8;
    truth[2].d[0] = 0;
    add_answers(both, truth, {.people = 3'000, .seed = 31});
    truth[2].a = 0.4;
    add_answers(both, truth, {.people = 3'000, .seed = 32}, 1);
    const auto list = differential_functioning(both, Matching::all);
    CHECK(list[2].logistic.non_uniform_p < 1e-6);
    CHECK(
        list[2].logistic.both ==
        doctest::Approx(list[2].logistic.uniform + list[2].logistic.non_uniform)
    );
}

TEST_CASE("the Mantel-Haenszel ratio of one stratum is its cross product") {
    Responses both(items_named(1, 0, 2));
    const std::vector<Category> right{1};
    const std::vector<Category> wrong{0};
    both.add(right, 30, 0);
    both.add(wrong, 10, 0);
    both.add(right, 20, 1);
    both.add(wrong, 25, 1);
    // With one item the sum is the answer itself, so no stratum has both: nothing to compare.
    CHECK(std::isnan(differential_functioning(both, Matching::all)[0].mantel_haenszel.odds_ratio));
}

TEST_CASE("adjusted probabilities never fall below their own and keep their order") {
    const std::vector<double> p{0.01, 0.04, 0.03, 0.5};
    const auto adjusted = benjamini_hochberg(p);
    CHECK(adjusted[0] == doctest::Approx(0.04));
    CHECK(adjusted[2] == doctest::Approx(0.04 * 4 / 3));
    CHECK(adjusted[1] == doctest::Approx(0.04 * 4 / 3));
    CHECK(adjusted[3] == doctest::Approx(0.5));
}

}  // namespace nangluc::irt
