#pragma once

#include <vector>

#include "engines/irt/score/person.hpp"

namespace nangluc::irt {

// The probability of each sum of categories at each node: rows are sums from 0 to the highest.
// Lord & Wingersky (1984), Applied Psychological Measurement 8, 453-461; for more categories
// Thissen, Pommerich, Billeaud & Williams (1995), ibid. 19, 39-49.
Matrix sum_score_probabilities(std::span<const Item> items, std::span<const double> abilities);

struct SumScore {
    int sum;
    double t;      // mean of the posterior given the sum alone
    double se;     // its SD
    double share;  // of people expected to have this sum
};

// For forms that are scored on paper.
std::vector<SumScore> sum_score_table(
    std::span<const Item> items, const Latent& latent, const Grid& grid
);

}  // namespace nangluc::irt
