#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engines/irt/calibrate/grid.hpp"
#include "engines/irt/data/responses.hpp"
#include "engines/irt/model/item.hpp"
#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

enum class Method {
    eap,  // mean and SD of the posterior: Bock & Mislevy (1982), Appl. Psychol. Meas. 6, 431-444
    map,  // its mode: Samejima (1969), Psychometrika Monograph 17
    wle,  // weighted likelihood: Warm (1989), Psychometrika 54, 427-450
    ml,   // a diagnostic: infinite where all answers lie at one end
};
std::optional<Method> method_called(std::string_view word);

struct Score {
    double t;  // NaN where it is not estimable: nothing answered, or no finite maximum
    double se;
};

// The posterior mean and SD of each row. Bit-identical for any number of threads.
std::vector<Score> eap_scores(
    const Responses& responses,
    std::span<const Item> items,
    std::span<const Latent> latents,  // a group each
    const Grid& grid,
    unsigned threads
);

// The probability of each level of each row: its posterior between the cuts, which ascend. Not a
// normal approximation, so that it holds for short tests.
std::vector<std::vector<double>> level_probabilities(
    const Responses& responses,
    std::span<const Item> items,
    std::span<const Latent> latents,
    std::span<const double> cuts,
    unsigned threads
);
// Of one posterior over the grid's nodes; the mass of a node is spread over its cell.
std::vector<double> shares_between(
    std::span<const double> posterior, const Grid& grid, std::span<const double> cuts
);

// Scores that solve an equation: the derivative of the log-likelihood plus a correction is zero.
// MAP adds the prior's, WLE adds J / (2 I) with I = sum P'^2 / P and J = sum P' P'' / P (Warm 1989;
// Samejima 1998, ETS RR for more categories). Roots are bracketed on a grid over [-10, 10] and
// closed in on by bisection and secants; of several (three parameters) the one of highest
// likelihood counts.
class RootScorer {
public:
    RootScorer(std::span<const Item> items, Method method, const Latent& latent);

    Score score(std::span<const Category> row) const;

private:
    struct Equation {
        double value;
        double information;
        double log_likelihood;  // with the logarithm of the correction
    };
    static constexpr double reach = 10;
    static constexpr std::size_t nodes = 81;

    Equation at(std::span<const Category> row, double t) const;
    Equation corrected(Equation plain, double bend, double t) const;
    std::array<Equation, nodes> on_grid(std::span<const Category> row) const;
    double close_in(std::span<const Category> row, double low, double high) const;

    std::vector<Item> items_;
    Method method_;
    Latent latent_;
    std::vector<std::size_t> first_;  // of each item's categories in the tables
    std::vector<double> slopes_;      // P'/P of a category at each node
    std::vector<double> logs_;
    std::vector<double> information_;  // of an item at each node
    std::vector<double> bends_;        // J of an item at each node
};

}  // namespace nangluc::irt
