#pragma once

#include <vector>

#include "base/result.hpp"
#include "engines/irt/data/responses.hpp"
#include "engines/irt/model/item.hpp"

namespace nangluc::irt {

// The Rasch and partial credit models without any population: given each person's sum, the answers
// do not depend on the ability. Andersen (1970), JRSS B 32, 283-301; Fischer & Ponocny (1994),
// Psychometrika 59, 177-192. A check of the marginal estimates that assumes no prior.
struct ConditionalItem {
    std::string name;
    Item item;                   // slope 1
    std::vector<double> errors;  // of each intercept
};
struct ConditionalCalibration {
    std::vector<ConditionalItem> items;  // the highest intercepts sum to zero
    double log_likelihood = 0;
    bool converged = false;
    int rounds = 0;
    std::size_t parameters = 0;
    double people = 0;  // who are neither at the lowest nor at the highest sum
};

// Missing answers are allowed: people are compared with those who answered the same items. Refuses
// conditional.one_category and conditional.unbounded (an item or set of items that everybody above
// some sum answers alike, so that its difficulty has no bound), as the fault's path the item's
// name.
Result<ConditionalCalibration> calibrate_conditionally(const Responses& responses);

// The elementary symmetric functions of the items' weights for each sum, as numbers and a common
// logarithm, so that they neither overflow nor vanish. By the summation algorithm, which only adds
// positive numbers: Verhelst, Glas & van der Sluis (1984), Computational Statistics Quarterly 1,
// 245-262.
struct SymmetricFunctions {
    std::vector<double> values;
    double log_scale = 0;
};
SymmetricFunctions symmetric_functions(std::span<const std::vector<double>> log_weights);

}  // namespace nangluc::irt
