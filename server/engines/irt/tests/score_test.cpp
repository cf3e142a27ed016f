#include <doctest/doctest.h>

#include <cmath>

#include "engines/irt/score/sum_scores.hpp"
#include "engines/irt/tests/cases.hpp"

namespace nangluc::irt {

namespace {

std::vector<Item> mixed_items() {
    auto items = invented_items(Curve::logistic, 3, 2);
    for (auto& item : invented_items(Curve::graded, 2, 3)) items.push_back(item);
    for (auto& item : invented_items(Curve::partial_credit, 2, 4)) items.push_back(item);
    return items;
}

std::vector<ItemInfo> infos_of(std::span<const Item> items) {
    auto infos = items_named(items.size(), 0, 2);
    for (std::size_t item = 0; item < items.size(); ++item) {
        infos[item].values.resize(items[item].categories());
    }
    return infos;
}

double log_likelihood(std::span<const Item> items, std::span<const Category> row, double t) {
    double sum = 0;
    Probabilities logs;
    for (std::size_t item = 0; item < items.size(); ++item) {
        if (row[item] == missing) continue;
        log_probabilities(items[item], t, logs);
        sum += logs[row[item]];
    }
    return sum;
}

// The next pattern, as a number of mixed radix; false after the last.
bool next_pattern(std::vector<Category>& row, std::span<const Item> items) {
    for (std::size_t item = 0; item < row.size(); ++item) {
        if (++row[item] < items[item].categories()) return true;
        row[item] = 0;
    }
    return false;
}

}  // namespace

TEST_CASE("the sum-score recursion agrees with adding up every pattern of answers") {
    const auto items = mixed_items();
    const std::vector<double> abilities{-1.2, 0.4};
    const auto sums = sum_score_probabilities(items, abilities);
    Matrix brute(sums.rows(), 2);
    std::vector<Category> row(items.size(), 0);
    do {
        std::size_t sum = 0;
        for (const auto category : row) sum += category;
        for (std::size_t q = 0; q < 2; ++q) {
            brute(sum, q) += std::exp(log_likelihood(items, row, abilities[q]));
        }
    } while (next_pattern(row, items));
    for (std::size_t sum = 0; sum < sums.rows(); ++sum) {
        CHECK(sums(sum, 0) == doctest::Approx(brute(sum, 0)).epsilon(1e-12));
        CHECK(sums(sum, 1) == doctest::Approx(brute(sum, 1)).epsilon(1e-12));
    }
}

TEST_CASE("a sum-score table has everybody once and rises with the sum") {
    const auto table = sum_score_table(mixed_items(), {}, Grid(-6, 6, 61));
    double all = 0;
    for (std::size_t sum = 0; sum < table.size(); ++sum) {
        all += table[sum].share;
        if (sum > 0) CHECK(table[sum].t > table[sum - 1].t);
    }
    CHECK(all == doctest::Approx(1).epsilon(1e-7));
}

TEST_CASE("where slopes are equal the sum of right answers says all: both means agree") {
    auto items = invented_items(Curve::logistic, 6, 2);
    for (auto& item : items) item.a = 1.1;
    const Grid grid(-6, 6, 61);
    const auto table = sum_score_table(items, {}, grid);
    const auto people = answers_of(items, {.people = 50});
    const std::vector<Latent> latents{Latent{}};
    const auto scores = eap_scores(people, items, latents, grid, 2);
    for (std::size_t row = 0; row < people.rows(); ++row) {
        std::size_t sum = 0;
        for (const auto category : people.row(row)) sum += category;
        CHECK(scores[row].t == doctest::Approx(table[sum].t).epsilon(1e-9));
        CHECK(scores[row].se == doctest::Approx(table[sum].se).epsilon(1e-9));
    }
}

TEST_CASE("a posterior mode is where the posterior is highest, also with guessing") {
    for (const auto curve : {Curve::logistic, Curve::guessing}) {
        const auto items = invented_items(curve, 12, 2);
        const auto people = answers_of(items, {.people = 60, .missing_share = 0.1});
        const RootScorer scorer(items, Method::map, {});
        for (std::size_t row = 0; row < people.rows(); ++row) {
            const auto found = scorer.score(people.row(row));
            const auto height = [&](double t) {
                return log_likelihood(items, people.row(row), t) - t * t / 2;
            };
            for (double t = -6; t <= 6; t += 0.05) CHECK(height(t) <= height(found.t) + 1e-9);
        }
    }
}

TEST_CASE("a weighted likelihood is finite where all is right or wrong, plain likelihood is not") {
    const auto items = invented_items(Curve::logistic, 10, 2);
    const RootScorer weighted(items, Method::wle, {});
    const RootScorer plain(items, Method::ml, {});
    for (const Category all : {Category{0}, Category{1}}) {
        const std::vector<Category> row(10, all);
        CHECK(std::isfinite(weighted.score(row).t));
        CHECK(std::abs(weighted.score(row).t) > 1.5);
        CHECK(std::isnan(plain.score(row).t));
    }
}

TEST_CASE("a weighted likelihood solves Warm's equation") {
    auto items = mixed_items();
    const RootScorer scorer(items, Method::wle, {});
    const std::vector<Category> row{1, 0, 1, 2, 1, 1, 3};
    const auto found = scorer.score(row);
    double slope = 0;
    double information_sum = 0;
    double bend = 0;
    for (std::size_t item = 0; item < items.size(); ++item) {
        Trace at;
        trace(items[item], found.t, at);
        slope += at.first[row[item]] / at.p[row[item]];
        information_sum += information(items[item], found.t);
        for (std::size_t k = 0; k < items[item].categories(); ++k) {
            bend += at.first[k] * at.second[k] / at.p[k];
        }
    }
    CHECK(std::abs(slope + bend / (2 * information_sum)) < 1e-8);
    CHECK(found.se == doctest::Approx(1 / std::sqrt(information_sum)));
}

TEST_CASE("for one slope Warm's estimate is the mode under the square root of the information") {
    auto items = invented_items(Curve::logistic, 9, 2);
    for (auto& item : items) item.a = 1;
    const std::vector<Category> row{1, 1, 0, 1, 0, 0, 1, 1, 0};
    const auto found = RootScorer(items, Method::wle, {}).score(row);
    const auto height = [&](double t) {
        double sum = 0;
        for (const auto& item : items) sum += information(item, t);
        return log_likelihood(items, row, t) + std::log(sum) / 2;
    };
    CHECK(height(found.t) > height(found.t + 0.001));
    CHECK(height(found.t) > height(found.t - 0.001));
}

TEST_CASE("who answered nothing has no score") {
    const auto items = invented_items(Curve::logistic, 4, 2);
    Responses nobody(items_named(4, 0, 2));
    const std::vector<Category> row(4, missing);
    nobody.add(row);
    const std::vector<Latent> latents{Latent{}};
    CHECK(std::isnan(eap_scores(nobody, items, latents, Grid(-6, 6, 61), 1)[0].t));
    CHECK(std::isnan(RootScorer(items, Method::wle, {}).score(row).t));
}

TEST_CASE("F15 part: the probabilities of the levels sum to one and follow the cuts") {
    const auto items = mixed_items();
    Responses people(infos_of(items));
    add_answers(people, items, {.people = 40});
    const std::vector<Latent> latents{Latent{}};
    const std::vector<double> cuts{-0.8, 0.3, 1.2};
    const auto levels = level_probabilities(people, items, latents, cuts, 1);
    const auto scores = eap_scores(people, items, latents, Grid(-6, 6, 61), 1);
    for (std::size_t row = 0; row < people.rows(); ++row) {
        double sum = 0;
        for (const double share : levels[row]) sum += share;
        CHECK(sum == doctest::Approx(1).epsilon(1e-9));
        if (scores[row].t > 1.2 + scores[row].se) CHECK(levels[row][3] > 0.7);
        if (scores[row].t < -0.8 - scores[row].se) CHECK(levels[row][0] > 0.7);
    }
}

TEST_CASE("the share of a normal population below a cut is the normal distribution's") {
    const Grid grid(-8, 8, 321);
    auto density = grid.log_weights({});
    for (auto& value : density) value = std::exp(value);
    const std::vector<double> cuts{-1, 0.52};
    const auto shares = shares_between(density, grid, cuts);
    CHECK(shares[0] == doctest::Approx(0.5 * std::erfc(1 / std::sqrt(2.0))).epsilon(1e-3));
    CHECK(shares[2] == doctest::Approx(0.5 * std::erfc(0.52 / std::sqrt(2.0))).epsilon(1e-3));
}

}  // namespace nangluc::irt
