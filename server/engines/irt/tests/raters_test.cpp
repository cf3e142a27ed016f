#include <doctest/doctest.h>

#include <cmath>

#include "engines/irt/raters/agreement.hpp"
#include "engines/irt/raters/facet_model.hpp"
#include "engines/irt/tests/cases.hpp"

namespace nangluc::irt {

namespace {

constexpr double nobody = std::numeric_limits<double>::quiet_NaN();

Ratings ratings_from(const std::vector<std::vector<double>>& rows) {
    Ratings ratings(rows.size(), rows.front().size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t rater = 0; rater < rows[row].size(); ++rater) {
            ratings(row, rater) = rows[row][rater];
        }
    }
    return ratings;
}

// Shrout & Fleiss (1979), table 2: six subjects, four judges.
Ratings shrout_fleiss() {
    return ratings_from(
        {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}}
    );
}

// Krippendorff (2011), section C: four observers, twelve units, values missing.
Ratings krippendorff() {
    const std::vector<std::vector<double>> observers{
        {1, 2, 3, 3, 2, 1, 4, 1, 2, nobody, nobody, nobody},
        {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nobody, 3},
        {nobody, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nobody},
        {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nobody}};
    Ratings ratings(12, 4);
    for (std::size_t unit = 0; unit < 12; ++unit) {
        for (std::size_t rater = 0; rater < 4; ++rater)
            ratings(unit, rater) = observers[rater][unit];
    }
    return ratings;
}

struct Truth {
    std::vector<double> items{-0.4, 0.5};
    std::vector<double> raters{-0.8, -0.2, 0.3, 0.7};
    std::vector<double> steps{-1.2, 0.1, 1.1};
    double sd = 1.5;
};

// Everybody is rated by two raters in turn, so that all are joined.
RatingDesign invented_ratings(const Truth& truth, std::size_t persons) {
    Random dice(77);
    RatingDesign design{persons, truth.items.size(), truth.raters.size(), truth.steps.size() + 1};
    for (std::uint32_t person = 0; person < persons; ++person) {
        const double t = truth.sd * dice.normal();
        for (std::uint32_t item = 0; item < truth.items.size(); ++item) {
            for (std::uint32_t turn = 0; turn < 2; ++turn) {
                const auto rater =
                    static_cast<std::uint32_t>((person + turn) % truth.raters.size());
                Item curve{.curve = Curve::partial_credit, .a = 1};
                double sum = 0;
                for (const double step : truth.steps) {
                    sum -= truth.items[item] + truth.raters[rater] + step;
                    curve.d.push_back(sum);
                }
                design.ratings.push_back({person, item, rater, answer(curve, t, dice)});
            }
        }
    }
    return design;
}

Facets estimated(const RatingDesign& design, const FacetOptions& options) {
    auto result = estimate_facets(design, options);
    if (!result) throw std::runtime_error(result.error().code);
    return std::move(result.value());
}

}  // namespace

TEST_CASE("E10 part: intraclass correlations are those published for six subjects and four judges"
) {
    const auto icc = intraclass_correlations(shrout_fleiss());
    CHECK(icc.one_single.estimate == doctest::Approx(0.17).epsilon(0.03));
    CHECK(icc.two_single.estimate == doctest::Approx(0.29).epsilon(0.01));
    CHECK(icc.three_single.estimate == doctest::Approx(0.71).epsilon(0.01));
    CHECK(icc.one_average.estimate == doctest::Approx(0.44).epsilon(0.01));
    CHECK(icc.two_average.estimate == doctest::Approx(0.62).epsilon(0.01));
    CHECK(icc.three_average.estimate == doctest::Approx(0.91).epsilon(0.01));
    CHECK(icc.two_single.low == doctest::Approx(0.019).epsilon(0.05));
    CHECK(icc.two_single.high == doctest::Approx(0.761).epsilon(0.01));
    CHECK(icc.one_single.low == doctest::Approx(-0.133).epsilon(0.01));
    CHECK(icc.three_single.high == doctest::Approx(0.946).epsilon(0.01));
}

TEST_CASE("Krippendorff's alpha is his own for observers who left values out") {
    CHECK(
        krippendorff_alpha(krippendorff(), Level::nominal) == doctest::Approx(0.743).epsilon(1e-3)
    );
    CHECK(
        krippendorff_alpha(krippendorff(), Level::ordinal) == doctest::Approx(0.815).epsilon(1e-3)
    );
    CHECK(
        krippendorff_alpha(krippendorff(), Level::interval) == doctest::Approx(0.849).epsilon(1e-3)
    );
    CHECK(krippendorff_alpha(krippendorff(), Level::ratio) == doctest::Approx(0.797).epsilon(1e-3));
}

TEST_CASE("agreement is one where raters agree, and not a number where nothing varies") {
    const auto same = ratings_from({{1, 1}, {2, 2}, {3, 3}, {2, 2}});
    CHECK(krippendorff_alpha(same, Level::ordinal) == doctest::Approx(1));
    CHECK(fleiss_kappa(same).kappa == doctest::Approx(1));
    CHECK(weighted_kappa(same, Weights::quadratic) == doctest::Approx(1));
    const auto flat = ratings_from({{2, 2}, {2, 2}});
    CHECK(std::isnan(krippendorff_alpha(flat, Level::nominal)));
    CHECK(std::isnan(fleiss_kappa(flat).kappa));
    CHECK(std::isnan(weighted_kappa(flat, Weights::none)));
}

TEST_CASE("kappa of two raters is agreement beyond chance by hand") {
    // 20 both yes, 15 both no, 5 and 10 apart: observed 0.7, by chance 0.5.
    std::vector<std::vector<double>> rows;
    const auto add = [&](int count, double left, double right) {
        for (int i = 0; i < count; ++i) rows.push_back({left, right});
    };
    add(20, 1, 1);
    add(15, 0, 0);
    add(5, 1, 0);
    add(10, 0, 1);
    const auto ratings = ratings_from(rows);
    CHECK(weighted_kappa(ratings, Weights::none) == doctest::Approx(0.4));
    CHECK(weighted_kappa(ratings, Weights::linear) == doctest::Approx(0.4));
}

TEST_CASE("a quadratic kappa of two raters approaches the correlation of absolute agreement") {
    const auto ratings = shrout_fleiss();
    Ratings two(6, 2);
    for (std::size_t row = 0; row < 6; ++row) {
        two(row, 0) = ratings(row, 0);
        two(row, 1) = ratings(row, 3);
    }
    CHECK(weighted_kappa(two, Weights::quadratic) > weighted_kappa(two, Weights::none));
}

TEST_CASE("a bootstrap interval holds the estimate and is the same each time") {
    const auto alpha = [](const Ratings& r) { return krippendorff_alpha(r, Level::interval); };
    const auto first = bootstrapped(krippendorff(), {.draws = 300}, alpha);
    const auto second = bootstrapped(krippendorff(), {.draws = 300}, alpha);
    CHECK(first.low < first.estimate);
    CHECK(first.estimate < first.high);
    CHECK(first.low == second.low);
    CHECK(first.high == second.high);
}

TEST_CASE("E10 part: severities of raters are found again, and sum to zero") {
    const Truth truth;
    for (const auto steps : {Steps::shared, Steps::by_item}) {
        const auto found = estimated(invented_ratings(truth, 2'000), {.steps = steps});
        CHECK(found.converged);
        double sum = 0;
        for (std::size_t rater = 0; rater < 4; ++rater) {
            const auto& of = found.raters[rater];
            sum += of.severity;
            CHECK(std::abs(of.severity - truth.raters[rater]) < 4 * of.se);
            CHECK(of.se < 0.08);
            CHECK(of.infit == doctest::Approx(0.9).epsilon(0.2));
        }
        CHECK(std::abs(sum) < 1e-8);
        CHECK(std::abs(found.person_sd - truth.sd) < 4 * found.se_person_sd);
        for (std::size_t item = 0; item < 2; ++item) {
            CHECK(
                std::abs(found.items[item].difficulty - truth.items[item]) <
                4 * found.items[item].se
            );
            for (std::size_t k = 0; k < 3; ++k) {
                CHECK(
                    std::abs(found.items[item].steps[k] - truth.steps[k]) <
                    4 * found.items[item].se_steps[k]
                );
            }
        }
    }
}

TEST_CASE("with one rater the model is the partial credit model") {
    const Truth truth{.items = {-0.5, 0.1, 0.8}, .raters = {0}};
    RatingDesign design = invented_ratings(truth, 900);
    std::erase_if(design.ratings, [seen = 0](const Rating&) mutable { return seen++ % 2 == 1; });
    const auto facets = estimated(design, {.steps = Steps::by_item, .tolerance = 1e-8});
    Responses responses(items_named(3, 0, 4));
    std::vector<Category> row(3);
    for (std::size_t at = 0; at < design.ratings.size(); at += 3) {
        for (std::size_t item = 0; item < 3; ++item) {
            row[item] = static_cast<Category>(design.ratings[at + item].category);
        }
        responses.add(row);
    }
    const auto credit = calibrated(responses, {.model = Model::pcm, .tolerance = 1e-8});
    CHECK(facets.log_likelihood == doctest::Approx(credit.log_likelihood).epsilon(1e-9));
    CHECK(facets.person_sd == doctest::Approx(credit.items[0].item.a).epsilon(1e-5));
    CHECK(facets.se_person_sd == doctest::Approx(credit.items[0].errors[0]).epsilon(1e-4));
}

TEST_CASE("a severe rater does not lower the fair mean of whom they rated") {
    const Truth truth;
    const auto found = estimated(invented_ratings(truth, 2'000), {});
    double observed[2] = {};
    double fair[2] = {};
    for (std::size_t person = 0; person < 2'000; ++person) {
        const auto first = person % 4;  // raters 0 and 1 are lenient, 2 and 3 severe
        if (first == 0 || first == 2) {
            observed[first / 2] += found.persons[person].observed_mean / 500;
            fair[first / 2] += found.persons[person].fair_mean / 500;
        }
    }
    CHECK(observed[0] - observed[1] > 0.4);
    CHECK(std::abs(fair[0] - fair[1]) < 0.15);
}

TEST_CASE("raters who share nobody are refused, or told apart by subset") {
    auto design = invented_ratings({}, 400);
    std::erase_if(design.ratings, [](const Rating& rating) {
        return (rating.person % 4 == 1) || (rating.person % 4 == 3);
    });
    const auto refused = estimate_facets(design, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "facets.disconnected");
    const auto joined = connections(design);
    CHECK(joined.of_raters[0] == joined.of_raters[1]);
    CHECK(joined.of_raters[2] == joined.of_raters[3]);
    CHECK(joined.of_raters[0] != joined.of_raters[2]);
    CHECK(estimate_facets(design, {.with_subsets = true}));
}

}  // namespace nangluc::irt
