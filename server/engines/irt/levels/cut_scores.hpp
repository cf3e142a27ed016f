#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engines/irt/calibrate/grid.hpp"
#include "engines/irt/model/item.hpp"
#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

// Where a level begins on the scale of ability, and how far the judges leave that open.
struct Cut {
    double t = 0;
    double se = 0;  // between judges, at the cut
};

// Angoff (1971), in Thorndike, Educational measurement, ch. 15, modified: each judge says of each
// item what a person just at the level would be expected to score; the mean sum is turned into an
// ability where the test characteristic curve reaches it. A row a judge, a column an item. Nothing
// where the curve never does.
std::optional<Cut> angoff_cut(const Matrix& judgements, std::span<const Item> items);
// The ability at which the expected sum is reached, by bisection.
std::optional<double> ability_for_sum(std::span<const Item> items, double sum);

// Lewis, Mitzel & Green (1996), the bookmark: an item step lies where it is mastered with the
// response probability, 2/3. Nothing where a curve never does (a lower asymptote above it).
std::optional<double> bookmark_location(const Item& item, std::size_t step, double probability);
// From the judges' places in the booklet ordered by location: the location of the last step
// mastered. Places count from 1.
Cut bookmark_cut(std::span<const double> ordered_locations, std::span<const std::size_t> places);

// Livingston & Zieky (1982), Passing scores: people judged to be above or below by other evidence;
// the cut is where a logistic regression on ability gives even chances. Nothing where ability does
// not tell the groups apart, or tells them apart altogether.
std::optional<Cut> contrasting_groups_cut(
    std::span<const double> abilities, const std::vector<bool>& is_above
);

// How often a person would be put on their true level, and on the same level twice.
struct Classification {
    double accuracy = 0;
    double consistency = 0;
    double kappa = 0;  // consistency beyond chance
};
// Lee (2010), Journal of Educational Measurement 47, 1-17: by sum scores; `sums` are the lowest
// sums of the levels above the first, ascending.
Classification classification_by_sum(
    std::span<const Item> items, std::span<const int> sums, const Latent& latent
);
// Rudner (2005), Practical Assessment, Research & Evaluation 10 (13): by abilities with a normal
// error.
Classification classification_by_ability(
    std::span<const Item> items, std::span<const double> cuts, const Latent& latent
);

}  // namespace nangluc::irt
