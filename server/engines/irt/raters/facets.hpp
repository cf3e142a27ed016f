#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "engines/irt/calibrate/grid.hpp"
#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

// One rating: who was rated, on what, by whom, with which category from 0.
struct Rating {
    std::uint32_t person;
    std::uint32_t item;
    std::uint32_t rater;
    std::uint32_t category;
};

struct RatingDesign {
    std::size_t persons = 0;
    std::size_t items = 0;
    std::size_t raters = 0;
    std::size_t categories = 0;
    std::vector<Rating> ratings = {};
};

// Which persons and raters are joined by ratings: severities of raters who share nobody, nor
// somebody who shares somebody, cannot be compared but by believing that their people are alike.
struct Connections {
    std::size_t subsets = 0;
    std::vector<std::size_t> of_raters;  // the subset of each rater
    std::vector<std::size_t> of_persons;
};
Connections connections(const RatingDesign& design);

enum class Steps { shared, by_item };  // the rating scale model, the partial credit model

struct FacetOptions {
    Steps steps = Steps::by_item;
    bool with_subsets = false;  // estimates although subsets are not connected
    double tolerance = 1e-6;
    int most_cycles = 1000;
};

struct FacetRater {
    double severity = 0;
    double se = 0;
    double ratings = 0;
    double infit = 0;  // at the persons' EAP abilities
    double outfit = 0;
};
struct FacetItem {
    double difficulty = 0;
    double se = 0;
    std::vector<double> steps;  // sum to zero
    std::vector<double> se_steps;
};
struct FacetPerson {
    double t = 0;
    double se = 0;
    double observed_mean = 0;
    double fair_mean = 0;  // expected from a rater of average severity over all items
};

struct Facets {
    double log_likelihood = 0;
    bool converged = false;
    int cycles = 0;
    std::size_t parameters = 0;
    double person_sd = 0;
    double se_person_sd = 0;
    std::vector<FacetItem> items;
    std::vector<FacetRater> raters;
    std::vector<FacetPerson> persons;
    Connections connections;
};

// Linacre (1989), Many-facet Rasch measurement:
//     log P(x = k) / P(x = k - 1) = t_person - difficulty_item - severity_rater - step_k
// by marginal maximum likelihood with t ~ N(0, sd^2) (Adams, Wilson & Wang 1997, Applied
// Psychological Measurement 21, 1-23), raters and steps summing to zero. Standard errors from the
// observed information (Louis 1982). Nodes are standardised, so that the SD is a slope and never
// truncates. Refuses facets.nobody, and facets.disconnected unless asked to go on.
Result<Facets> estimate_facets(const RatingDesign& design, const FacetOptions& options);

}  // namespace nangluc::irt
