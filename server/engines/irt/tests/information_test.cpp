#include "engines/irt/calibrate/information.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include "engines/irt/tests/cases.hpp"

namespace nangluc::irt {

namespace {

// The marginal log-likelihood's gradient at moved parameters, by a whole E step each time.
std::vector<double> gradient_at(
    const Responses& responses, const Estimate& at, const Layout& layout, const Grid& grid
) {
    std::vector<std::size_t> order(responses.items().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    EStep step(responses, order, grid, 1);
    const auto expected = step.run(at.items, at.latents);
    return marginal_gradient(at, expected, step, layout, {});
}

void check_against_differences(
    const Responses& responses, const Estimate& estimate, const Layout& layout
) {
    const Grid grid(-7, 7, 81);
    const auto found = information(estimate, responses, grid, layout, {});
    const auto values = layout.read(estimate);
    for (std::size_t column = 0; column < values.size(); ++column) {
        constexpr double step = 1e-5;
        auto up = values;
        auto down = values;
        up[column] += step;
        down[column] -= step;
        auto above = estimate;
        auto below = estimate;
        REQUIRE(layout.write(up, above));
        REQUIRE(layout.write(down, below));
        const auto plus = gradient_at(responses, above, layout, grid);
        const auto minus = gradient_at(responses, below, layout, grid);
        for (std::size_t row = 0; row < values.size(); ++row) {
            const double difference = (minus[row] - plus[row]) / (2 * step);
            CHECK(
                found.observed(row, column) == doctest::Approx(difference).epsilon(1e-6).scale(100)
            );
        }
    }
}

}  // namespace

TEST_CASE("the observed information is the second derivative of the marginal likelihood") {
    for (const auto curve : {Curve::logistic, Curve::guessing, Curve::graded}) {
        const std::size_t categories = curve == Curve::graded ? 3 : 2;
        const auto items = invented_items(curve, 5, categories);
        const auto answers = answers_of(items, {.people = 700, .missing_share = 0.15}).collapsed();
        const Estimate estimate{items, {Latent{}}};
        check_against_differences(answers, estimate, {estimate, Slopes::each, {}, {false}});
    }
}

TEST_CASE("so it is where items share a slope, are fixed, and groups are free") {
    auto items = invented_items(Curve::partial_credit, 4, 3);
    for (auto& item : items) item.a = 0.9;
    Responses both(items_named(4, 0, 3));
    add_answers(both, items, {.people = 400});
    add_answers(both, items, {.people = 300, .mean = 0.5, .sd = 0.7, .seed = 2}, 1);
    const auto answers = both.collapsed();
    const Estimate estimate{items, {Latent{}, Latent{0.5, 0.7}}};
    check_against_differences(answers, estimate, {estimate, Slopes::common, {}, {false, true}});
    check_against_differences(
        answers, estimate, {estimate, Slopes::each, {true, false, false, true}, {true, true}}
    );
}

TEST_CASE("the machine's widest vectors and its narrowest give the same bits") {
    const auto items = invented_items(Curve::logistic, 20, 2);
    const auto answers = answers_of(items, {.people = 300}).collapsed();
    const Grid grid(-6, 6, 61);
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const Packing packing(answers, order, 256);
    const CategoryRows categories(answers.items());
    Rows logs;
    fill_log_probabilities(items, grid, categories, logs);
    Rows codes(packing.rows() * grid.stride());
    for (const auto& group : packing.groups()) {
        const auto size = group.codes * grid.stride();
        const auto part = std::span(codes).subspan(group.first_row * grid.stride(), size);
        fill_codes(group, categories, logs, part, grid.stride());
    }
    const auto weights = grid.log_weights({});
    const auto run = [&](Machine machine) {
        Rows bins(codes.size());
        Rows masses(grid.stride());
        const LikelihoodTables tables{packing, codes, weights, grid.stride(), machine};
        const double reached = count_block(tables, {0, answers.rows(), answers}, bins, masses);
        bins.push_back(reached);
        return bins;
    };
    const auto narrow = run(Machine::baseline);
    CHECK(std::abs(narrow.back()) > 1);
    for (const auto machine : {Machine::avx2, Machine::avx512}) {
        if (runs_here(machine)) CHECK((run(machine) == narrow));
    }
}

}  // namespace nangluc::irt
