#pragma once

#include "engines/irt/calibrate/layout.hpp"
#include "engines/irt/data/responses.hpp"
#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

// How well a model reproduces the means of items and of products of two. Maydeu-Olivares & Joe
// (2006), Psychometrika 71, 713-732; for more categories the moments of the scores 0, 1, 2 …: Cai &
// Hansen (2013), Brit. J. Math. Stat. Psychol. 66, 245-276. RMSEA2 and its 90 % interval:
// Maydeu-Olivares & Joe (2014), Multivariate Behavioral Research 49, 305-328.
struct LimitedInformationFit {
    double m2 = 0;
    double df = 0;
    double p = 0;
    double rmsea = 0;
    double rmsea_low = 0;
    double rmsea_high = 0;
    double srmsr = 0;  // root mean square of the residual correlations
    double people = 0;
    bool estimable = false;  // not where moments are fewer than parameters, or depend on each other
};

// Of the rows without a missing answer. One group.
LimitedInformationFit limited_information_fit(
    const Responses& responses, const Estimate& estimate, const Layout& layout, const Grid& grid
);

}  // namespace nangluc::irt
