#pragma once

#include "engines/irt/data/responses.hpp"
#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

// Whether an item of right and wrong is harder for the focal group (1) than for the reference group
// (0) among people of equal sum score, the item itself included. A flag leads to a look at the
// content, not to deletion.

// Holland & Thayer (1988), in Wainer & Braun, ch. 9, with the continuity correction; the error of
// the log odds ratio after Robins, Breslow & Greenland (1986), Biometrics 42, 311-323; classes A, B
// and C of the ETS (Zwick & Ercikan 1989, J. Educ. Meas. 26, 55-66).
struct MantelHaenszel {
    double odds_ratio = 0;
    double delta = 0;  // -2.35 ln(odds ratio): negative where the focal group is at a disadvantage
    double se_delta = 0;
    double chi_square = 0;
    double p = 1;
    double adjusted_p = 1;  // Benjamini & Hochberg (1995), JRSS B 57, 289-300, over the items
    char ets_class = 'A';
};

// Swaminathan & Rogers (1990), Journal of Educational Measurement 27, 361-370: likelihood ratios of
// logistic regressions on sum, group, and both multiplied. Effect: Nagelkerke's R^2 gained.
struct LogisticDif {
    double uniform = 0;  // one degree of freedom
    double uniform_p = 1;
    double non_uniform = 0;  // one
    double non_uniform_p = 1;
    double both = 0;  // two
    double both_p = 1;
    double adjusted_p = 1;  // of both
    double r2_gain = 0;
    bool converged = false;
};

struct ItemDif {
    bool is_dichotomous = true;
    MantelHaenszel mantel_haenszel;
    LogisticDif logistic;
    bool is_purified_away = false;  // left out of the sum by which the others are matched
};

enum class Matching {
    all,       // on the sum of all items
    purified,  // two stages: items of class C at first are left out of the sum then, except for
               // themselves
};

// Rows with a missing answer are left out. Items of more categories count in the sum
// but are not tested.
std::vector<ItemDif> differential_functioning(const Responses& responses, Matching matching);

std::vector<double> benjamini_hochberg(std::span<const double> p);

}  // namespace nangluc::irt
