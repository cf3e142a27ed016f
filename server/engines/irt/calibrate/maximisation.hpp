#pragma once

#include <optional>

#include "engines/irt/calibrate/expectation.hpp"
#include "engines/irt/calibrate/layout.hpp"
#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

// A normal prior on the logit of a lower asymptote. Without one the likelihood of three parameters
// is flat or has its optimum on the boundary.
struct GuessingPrior {
    double mean;
    double sd;
};

// The expected log-likelihood of one item's counts, its gradient and its expected information by
// the item's own parameters, prior included.
struct ItemObjective {
    double value = 0;
    std::vector<double> gradient;
    Matrix information;
};

// The counts of one item: a row a category, `stride` apart.
struct ItemCounts {
    std::span<const double> rows;
    const Grid& grid;
};

double item_value(
    const Item& item, const ItemCounts& counts, const std::optional<GuessingPrior>& prior
);
ItemObjective item_objective(
    const Item& item, const ItemCounts& counts, const std::optional<GuessingPrior>& prior
);

// Bock & Aitkin (1981), the M step: Newton-Raphson on each item by itself with the expected
// information (Fisher scoring), halving a step that does not help; the items together where they
// share a slope. Groups that are free take mean and variance of their posterior masses.
Estimate maximise(
    const Estimate& from,
    const Expectation& expected,
    const EStep& step,
    const Layout& layout,
    const std::optional<GuessingPrior>& prior
);

// The gradient of the marginal log-likelihood (and prior) at the parameters of the E step, which by
// Fisher's identity is that of the expected one. In the layout's order.
std::vector<double> marginal_gradient(
    const Estimate& at,
    const Expectation& expected,
    const EStep& step,
    const Layout& layout,
    const std::optional<GuessingPrior>& prior
);

double log_prior(const Estimate& at, const std::optional<GuessingPrior>& prior);

}  // namespace nangluc::irt
