#pragma once

#include "engines/irt/calibrate/layout.hpp"
#include "engines/irt/score/person.hpp"

namespace nangluc::irt {

// Expected against observed answers of the people of each sum score. Orlando & Thissen (2000),
// Applied Psychological Measurement 24, 50-64; for more categories Kang & Chen (2008), Journal of
// Educational Measurement 45, 391-406. Neighbouring sums are merged until every expected count is
// at least one.
struct SumScoreFit {
    double statistic = 0;
    double df = 0;
    double p = 1;
};
std::vector<SumScoreFit> sum_score_fit(
    const Responses& responses,
    const Estimate& estimate,
    const Grid& grid,
    std::span<const std::size_t> parameters  // free ones of each item
);

// Mean squared residuals: outfit standardised one by one, infit weighted by information. Wright &
// Masters (1982), Rating scale analysis, ch. 5; their cube-root transform as t. What is too large
// or small is a convention; n stands beside it.
struct MeanSquare {
    double infit = 0;
    double outfit = 0;
    double infit_t = 0;
    double outfit_t = 0;
    double n = 0;
};
struct ResidualFit {
    std::vector<MeanSquare> items;
    std::vector<MeanSquare> rows;
    // Yen (1984), Applied Psychological Measurement 8, 125-145: correlations of the residuals.
    Matrix q3;
};
ResidualFit residual_fit(
    const Responses& responses, std::span<const Item> items, std::span<const Score> scores
);

// Whether somebody's answers are likely at their own ability. Drasgow, Levine & Williams (1985),
// Brit. J. Math. Stat. Psychol. 38, 67-86: lz. Snijders (2001), Psychometrika 66, 331-342, and for
// more categories Sinharay (2016), Psychometrika 81, 992-1013: lz*, corrected for the estimation of
// the ability, here Warm's.
struct PersonFit {
    Score score;
    double lz = 0;
    double lz_star = 0;
};
std::vector<PersonFit> person_fit(const Responses& responses, std::span<const Item> items);

}  // namespace nangluc::irt
