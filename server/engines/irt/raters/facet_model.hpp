#pragma once

#include <array>

#include "engines/irt/data/responses.hpp"
#include "engines/irt/raters/facets.hpp"

namespace nangluc::irt {

// Where each effect stands in one vector: SD, items, raters, steps.
class Places {
public:
    Places(const RatingDesign& design, Steps steps)
        : items_(design.items),
          raters_(design.raters),
          steps_(design.categories - 1),
          scales_(steps == Steps::shared ? 1 : design.items) {}

    static std::size_t sd() { return 0; }
    std::size_t item(std::size_t item) const { return 1 + item; }
    std::size_t rater(std::size_t rater) const { return 1 + items_ + rater; }
    std::size_t step(std::size_t item, std::size_t k) const {  // k from 1
        return 1 + items_ + raters_ + (scales_ == 1 ? 0 : item) * steps_ + k - 1;
    }
    std::size_t size() const { return 1 + items_ + raters_ + scales_ * steps_; }
    std::size_t steps() const { return steps_; }
    std::size_t scales() const { return scales_; }
    // Those that sum to zero, each a run of places.
    std::vector<std::pair<std::size_t, std::size_t>> constrained() const {
        std::vector<std::pair<std::size_t, std::size_t>> runs{{1 + items_, raters_}};
        for (std::size_t scale = 0; scale < scales_; ++scale) {
            runs.emplace_back(1 + items_ + raters_ + scale * steps_, steps_);
        }
        return runs;
    }

private:
    std::size_t items_;
    std::size_t raters_;
    std::size_t steps_;
    std::size_t scales_;
};

// A person's ratings that share item and rater see the same curve.
struct Cell {
    std::uint32_t item;
    std::uint32_t rater;
};

// The probabilities of a cell's categories at a node, and what follows from them.
struct CellPoint {
    std::array<double, most_categories> p{};
    std::array<double, most_categories> above{};  // P(x >= k)
    double mean = 0;
};

// The likelihood of a design of ratings and what is needed to climb it.
class FacetModel {
public:
    FacetModel(const RatingDesign& design, Steps steps);

    const Places& places() const { return places_; }
    const Grid& grid() const { return grid_; }

    // The E step: the people expected at each node in each category of each cell.
    struct Expected {
        double log_likelihood = 0;
        std::vector<double> counts;
    };
    Expected expect(std::span<const double> values) const;

    // Of the expected complete log-likelihood. The model is an exponential family in its effects,
    // so that expected and observed information are one.
    struct Newton {
        double value = 0;
        std::vector<double> gradient;
        Matrix information;
    };
    Newton newton(std::span<const double> values, std::span<const double> counts) const;

    // That of the complete data, less the posterior variance of each person's score.
    Matrix observed_information(std::span<const double> values, std::span<const double> counts)
        const;

    // Log-probabilities of all cells, for `posterior_of`.
    std::vector<double> log_tables(std::span<const double> values) const;
    // The person's posterior over the nodes; returns their log-likelihood.
    double posterior_of(
        std::size_t person, std::span<const double> logs, std::vector<double>& posterior
    ) const;
    CellPoint point(const Cell& cell, double t, std::span<const double> values) const;

private:
    struct Node {
        std::size_t cell;
        std::size_t q;
    };
    // An effect that a rating says something about, and how much.
    class ScoreMoments;
    struct Score {
        std::size_t place;
        double value;
    };

    std::size_t row_of(std::uint32_t cell, std::uint32_t category) const;
    void score_of(
        const Cell& cell,
        std::uint32_t category,
        double z,
        const CellPoint& at,
        std::vector<Score>& into
    ) const;
    void add_node(
        const Node& node,
        std::span<const double> values,
        std::span<const double> counts,
        Newton& sums
    ) const;
    void subtract_person(
        std::size_t person,
        std::span<const double> values,
        std::span<const double> logs,
        Matrix& from
    ) const;

    const RatingDesign& design_;
    Places places_;
    Grid grid_;
    Rows weights_;
    std::vector<Cell> cells_;
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> ratings_of_;
};

}  // namespace nangluc::irt
