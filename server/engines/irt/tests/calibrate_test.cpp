#include "engines/irt/calibrate/calibrate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engines/irt/calibrate/cycles.hpp"
#include "engines/irt/tests/cases.hpp"

namespace nangluc::irt {

namespace {

bool warns(const Calibration& result, Concern concern, const std::string& item = {}) {
    return std::ranges::any_of(result.warnings, [&](const Warning& warning) {
        return warning.concern == concern && warning.item == item;
    });
}

bool same_bits(const Calibration& left, const Calibration& right) {
    if (left.log_likelihood != right.log_likelihood || left.cycles != right.cycles) return false;
    for (const auto& item : left.items) {
        const auto twin = std::ranges::find(right.items, item.name, &ItemEstimate::name);
        if (twin == right.items.end() || twin->errors != item.errors) return false;
        for (std::size_t at = 0; at < item.item.parameters(); ++at) {
            if (item.item.parameter(at) != twin->item.parameter(at)) return false;
        }
    }
    return true;
}

Responses turned_round(const Responses& responses) {
    std::vector<std::size_t> items;
    for (auto item = responses.items().size(); item-- > 0;) items.push_back(item);
    const auto by_item = responses.of_items(items);
    Responses turned(by_item.items());
    for (auto row = by_item.rows(); row-- > 0;) {
        turned.add(by_item.row(row), by_item.frequency(row), by_item.group(row));
    }
    return turned;
}

double root_mean_square(const Calibration& result, std::span<const Item> truth, std::size_t at) {
    double sum = 0;
    for (std::size_t item = 0; item < truth.size(); ++item) {
        const double error = result.items[item].item.parameter(at) - truth[item].parameter(at);
        sum += error * error;
    }
    return std::sqrt(sum / real(truth.size()));
}

}  // namespace

TEST_CASE("F15 part: the published test of five items gives the published likelihoods") {
    const auto two = calibrated(lsat6(), {.model = Model::two_pl});
    CHECK(two.converged);
    CHECK(std::abs(two.log_likelihood + 2466.6534) < 0.0001);
    CHECK(two.items[0].item.a == doctest::Approx(0.8257).epsilon(0.0002));
    CHECK(two.items[0].item.d[0] == doctest::Approx(2.7732).epsilon(0.0001));
    CHECK(two.items[1].item.a == doctest::Approx(0.7227).epsilon(0.0002));
    CHECK(two.items[1].item.d[0] == doctest::Approx(0.9902).epsilon(0.0001));

    const auto one = calibrated(lsat6(), {.model = Model::one_pl});
    CHECK(std::abs(one.log_likelihood + 2466.9376) < 0.0001);
    CHECK(one.items[0].item.a == doctest::Approx(0.7551).epsilon(0.0001));
    CHECK(one.items[4].item.a == one.items[0].item.a);
}

TEST_CASE("F15 part: the published questionnaire of four categories gives its likelihood") {
    const auto graded = calibrated(science4(), {.model = Model::grm});
    CHECK(graded.converged);
    CHECK(std::abs(graded.log_likelihood + 1608.8694) < 0.0001);
}

TEST_CASE("a calibration is the same to the last bit for any number of threads") {
    const auto items = invented_items(Curve::graded, 6, 4);
    const auto answers = answers_of(items, {.people = 20'000, .missing_share = 0.2});
    const CalibrationOptions options{.model = Model::grm, .most_cycles = 4};
    auto more = options;
    more.threads = 3;
    CHECK(same_bits(calibrated(answers, options), calibrated(answers, more)));
}

TEST_CASE("the order of people and of items changes nothing to the last bit") {
    for (const auto model : {Model::one_pl, Model::two_pl, Model::three_pl}) {
        const CalibrationOptions options{.model = model};
        CHECK(same_bits(calibrated(lsat6(), options), calibrated(turned_round(lsat6()), options)));
    }
}

TEST_CASE("people given one by one or as patterns with a frequency are the same data") {
    Responses people(lsat6().items());
    for (std::size_t row = 0; row < lsat6().rows(); ++row) {
        const auto patterns = lsat6();
        for (double left = patterns.frequency(row); left > 0; --left) people.add(patterns.row(row));
    }
    CHECK(same_bits(calibrated(lsat6(), {}), calibrated(people, {})));
}

TEST_CASE("an item that nobody was asked by design is as if those people had not been there") {
    const auto items = invented_items(Curve::logistic, 6, 2);
    auto answers = answers_of(items, {.people = 800});
    const auto plain = calibrated(answers, {});
    const std::vector<Category> nothing(6, missing);
    answers.add(nothing, 500);
    const auto masked = calibrated(answers, {});

    // Only the quadrature's own sum of weights is added for each of them.
    CHECK(masked.log_likelihood == doctest::Approx(plain.log_likelihood).epsilon(1e-9));
    for (std::size_t item = 0; item < 6; ++item) {
        CHECK(masked.items[item].item.a == doctest::Approx(plain.items[item].item.a).epsilon(1e-5));
    }
}

TEST_CASE("doubling the data doubles the log-likelihood and shrinks the errors by the root of two"
) {
    auto patterns = lsat6();
    Responses twice(patterns.items());
    for (std::size_t row = 0; row < patterns.rows(); ++row) {
        twice.add(patterns.row(row), 2 * patterns.frequency(row));
    }
    const auto once = calibrated(patterns, {.tolerance = 1e-8});
    const auto doubled = calibrated(twice, {.tolerance = 1e-8});
    CHECK(doubled.log_likelihood == doctest::Approx(2 * once.log_likelihood).epsilon(1e-10));
    CHECK(doubled.items[2].item.a == doctest::Approx(once.items[2].item.a).epsilon(1e-6));
    CHECK(
        doubled.items[2].errors[0] * std::sqrt(2.0) ==
        doctest::Approx(once.items[2].errors[0]).epsilon(1e-5)
    );
}

TEST_CASE("the truth behind invented answers is found again within its standard errors") {
    struct Case {
        Model model;
        Curve curve;
        std::size_t categories;
    };
    for (const auto& [model, curve, categories] :
         {Case{Model::two_pl, Curve::logistic, 2},
          Case{Model::grm, Curve::graded, 4},
          Case{Model::gpcm, Curve::partial_credit, 3}}) {
        const auto truth = invented_items(curve, 15, categories);
        const auto found = calibrated(
            answers_of(truth, {.people = 4'000, .missing_share = 0.1}), {.model = model}
        );
        CHECK(found.converged);
        double squares = 0;
        double count = 0;
        for (std::size_t item = 0; item < truth.size(); ++item) {
            for (std::size_t at = 0; at < truth[item].parameters(); ++at) {
                const double error =
                    found.items[item].item.parameter(at) - truth[item].parameter(at);
                const double z = error / found.items[item].errors[at];
                CHECK(std::abs(z) < 4.5);
                squares += z * z;
                ++count;
            }
        }
        CHECK(squares / count > 0.5);
        CHECK(squares / count < 1.7);
    }
}

TEST_CASE("a wrong key shows as a negative slope and is reported, not clipped") {
    auto truth = invented_items(Curve::logistic, 8, 2);
    truth[3].a = -truth[3].a;
    const auto found = calibrated(answers_of(truth, {.people = 2'000}), {});
    CHECK(found.items[3].item.a < 0);
    CHECK(found.items[3].item.a == doctest::Approx(truth[3].a).epsilon(0.25));
    CHECK(warns(found, Concern::negative_slope, "item004"));
}

TEST_CASE("a likelihood without a maximum inside is reported, not clipped") {
    const auto found = calibrated(lsat6(), {.model = Model::three_pl, .guessing_prior = {}});
    CHECK(warns(found, Concern::boundary, "item001"));
}

TEST_CASE("an asymptote that runs away does not keep the other parameters from their maximum") {
    const auto truth = invented_items(Curve::guessing, 40, 2);
    const auto found = calibrated(
        answers_of(truth, {.people = 3'000}),
        {.model = Model::three_pl, .guessing_prior = {}, .with_errors = false}
    );
    CHECK(found.converged);
    CHECK(found.largest_gradient < 0.01);
}

TEST_CASE("figures from too few cycles are marked as not converged") {
    const auto stopped = calibrated(lsat6(), {.most_cycles = 2});
    CHECK_FALSE(stopped.converged);
    CHECK(warns(stopped, Concern::not_converged));
}

TEST_CASE("nodes that are too few are doubled until the likelihood stands still") {
    const auto coarse = calibrated(science4(), {.model = Model::grm, .nodes = 11});
    CHECK(coarse.nodes > 11);
    CHECK(coarse.move_when_finer < 1e-5);
    CHECK(std::abs(coarse.log_likelihood + 1608.8694) < 0.0001);
}

TEST_CASE("several groups have populations of their own on the scale of the first") {
    const auto truth = invented_items(Curve::logistic, 12, 2);
    Responses both(items_named(12, 0, 2));
    add_answers(both, truth, {.people = 3'000, .seed = 5});
    add_answers(both, truth, {.people = 3'000, .mean = 0.8, .sd = 1.4, .seed = 6}, 1);
    const auto found = calibrated(both, {});
    CHECK(found.latents[0].mean == 0);
    CHECK(found.latents[0].sd == 1);
    CHECK(std::abs(found.latents[1].mean - 0.8) < 4 * found.latent_errors[1].first);
    CHECK(std::abs(found.latents[1].sd - 1.4) < 4 * found.latent_errors[1].second);
    CHECK(found.latent_errors[1].first < 0.1);
    CHECK(root_mean_square(found, truth, 0) < 0.12);
}

TEST_CASE("next year's test is put on the scale of the fixed items, and its people may differ") {
    const auto truth = invented_items(Curve::logistic, 12, 2);
    const auto answers = answers_of(truth, {.people = 5'000, .mean = -0.6, .sd = 1.2, .seed = 9});
    CalibrationOptions options;
    for (std::size_t item = 0; item < 8; ++item) {
        options.anchors[answers.items()[item].name] = truth[item];
    }
    const auto found = calibrated(answers, options);
    CHECK(found.items[0].is_anchor);
    CHECK(found.items[0].item.a == truth[0].a);
    CHECK(std::abs(found.latents[0].mean + 0.6) < 0.1);
    CHECK(std::abs(found.latents[0].sd - 1.2) < 0.1);
    for (std::size_t item = 8; item < 12; ++item) {
        CHECK(
            std::abs(found.items[item].item.d[0] - truth[item].d[0]) <
            4.5 * found.items[item].errors[1]
        );
    }
}

TEST_CASE("the likelihood never falls from cycle to cycle") {
    double last = -1e300;
    bool fell = false;
    CalibrationOptions options{.model = Model::gpcm};
    options.progress = [&](int cycle, double reached) {
        if (cycle > 1) fell = fell || reached < last - 1e-7;
        last = reached;
    };
    CHECK(calibrated(science4(), options).converged);
    CHECK_FALSE(fell);
}

TEST_CASE("an item that everybody answers alike is refused by name") {
    Responses alike(items_named(2, 0, 2));
    const std::vector<Category> row{1, 0};
    const std::vector<Category> other{1, 1};
    alike.add(row, 5);
    alike.add(other, 5);
    const auto refused = calibrate(alike, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().faults == std::vector<Fault>{{"item001", "calibration.one_category"}});
}

TEST_CASE("a model of right and wrong is refused for items of more categories") {
    const auto refused = calibrate(science4(), {.model = Model::two_pl});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "calibration.not_dichotomous");
}

}  // namespace nangluc::irt
