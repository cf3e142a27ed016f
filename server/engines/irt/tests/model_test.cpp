#include <doctest/doctest.h>

#include <cmath>

#include "engines/irt/tests/cases.hpp"

namespace nangluc::irt {

namespace {

std::vector<Item> one_of_each() {
    return {
        {.curve = Curve::logistic, .a = 1.3, .d = {-0.4}},
        {.curve = Curve::guessing, .a = 0.8, .d = {0.3}, .g = -1.2},
        {.curve = Curve::graded, .a = 1.7, .d = {2.1, 0.4, -1.9}},
        {.curve = Curve::graded, .a = -0.9, .d = {1.0, -1.0}},
        {.curve = Curve::partial_credit, .a = 0.7, .d = {1.5, 1.1, -0.8, -2.0}}};
}

double log_probability(const Item& item, double t, std::size_t k) {
    Probabilities logs;
    log_probabilities(item, t, logs);
    return logs[k];
}

}  // namespace

TEST_CASE("the probabilities of an item's categories sum to one at every ability") {
    for (const auto& item : one_of_each()) {
        for (double t = -8; t <= 8; t += 0.5) {
            Probabilities p;
            probabilities(item, t, p);
            double sum = 0;
            for (std::size_t k = 0; k < item.categories(); ++k) sum += p[k];
            CHECK(sum == doctest::Approx(1).epsilon(1e-13));
        }
    }
}

TEST_CASE("the derivative by each parameter is what a small change of it gives") {
    constexpr double step = 1e-6;
    for (const auto& item : one_of_each()) {
        for (const double t : {-2.5, 0.0, 1.3}) {
            std::vector<double> gradient(item.categories() * item.parameters());
            parameter_gradient(item, t, gradient);
            for (std::size_t k = 0; k < item.categories(); ++k) {
                for (std::size_t at = 0; at < item.parameters(); ++at) {
                    auto up = item;
                    auto down = item;
                    up.set_parameter(at, item.parameter(at) + step);
                    down.set_parameter(at, item.parameter(at) - step);
                    const double change =
                        (log_probability(up, t, k) - log_probability(down, t, k)) / (2 * step);
                    CHECK(
                        gradient[k * item.parameters() + at] ==
                        doctest::Approx(change).epsilon(1e-7)
                    );
                }
            }
        }
    }
}

TEST_CASE("the derivatives by the ability are what a small change of it gives") {
    constexpr double step = 1e-5;
    for (const auto& item : one_of_each()) {
        for (const double t : {-2.5, 0.1, 1.3}) {
            Trace at;
            Trace up;
            Trace down;
            trace(item, t, at);
            trace(item, t + step, up);
            trace(item, t - step, down);
            for (std::size_t k = 0; k < item.categories(); ++k) {
                CHECK(at.p[k] == doctest::Approx(std::exp(log_probability(item, t, k))));
                const double first = (up.p[k] - down.p[k]) / (2 * step);
                const double second = (up.first[k] - down.first[k]) / (2 * step);
                CHECK(at.first[k] == doctest::Approx(first).epsilon(1e-7));
                CHECK(at.second[k] == doctest::Approx(second).epsilon(1e-7));
            }
        }
    }
}

TEST_CASE("a steep item far from the ability keeps the logarithm of its small probability") {
    const Item item{.curve = Curve::logistic, .a = 20, .d = {0}};
    CHECK(log_probability(item, 6, 0) == doctest::Approx(-120));
    const Item graded{.curve = Curve::graded, .a = 20, .d = {1, -1}};
    CHECK(std::isfinite(log_probability(graded, 6, 0)));
    CHECK(std::isfinite(log_probability(graded, 6, 1)));
    CHECK(std::isfinite(log_probability(graded, -6, 2)));
}

TEST_CASE("a graded item whose thresholds are out of order is not proper") {
    CHECK(is_proper({.curve = Curve::graded, .a = 1, .d = {1, 0}}));
    CHECK_FALSE(is_proper({.curve = Curve::graded, .a = 1, .d = {0, 1}}));
    CHECK_FALSE(is_proper({.curve = Curve::graded, .a = 1, .d = {1, 1}}));
    CHECK_FALSE(is_proper({.curve = Curve::logistic, .a = NAN, .d = {1}}));
}

}  // namespace nangluc::irt
