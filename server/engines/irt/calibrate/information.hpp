#pragma once

#include "engines/irt/calibrate/maximisation.hpp"

namespace nangluc::irt {

// Two estimates of the information in the data about the free parameters, in the layout's order.
struct Information {
    // Oakes (1999), Journal of the Royal Statistical Society B 61, 479-482: the second derivative
    // of the expected complete log-likelihood, plus its derivative by the parameters of the E step.
    // That derivative is minus the posterior covariance of the complete score (Louis 1982, JRSS B
    // 44, 226-233), which is summed here exactly rather than by finite differences.
    Matrix observed;
    // The sum of each person's squared score: right where the model is.
    Matrix cross_product;
};

struct InformationOptions {
    std::optional<GuessingPrior> prior;
    unsigned threads = 1;
};

Information information(
    const Estimate& at,
    const Responses& responses,
    const Grid& grid,
    const Layout& layout,
    const InformationOptions& options
);

}  // namespace nangluc::irt
