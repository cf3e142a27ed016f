#pragma once

#include <vector>

#include "engines/assign/annual/model.hpp"

namespace nangluc::annual {

// One side of a question put to a column: at most, or at least, so many.
struct Split {
    int column;
    bool at_most;
    int number;

    friend bool operator==(const Split&, const Split&) = default;
};

// From here on a column of the relaxation is not whole.
inline constexpr double tolerance = 1e-6;

// Between which numbers each column lies.
struct Box {
    std::vector<double> lower;
    std::vector<double> upper;

    explicit Box(const Model& model);
    // Also shuts what follows.
    Box(const Model& model, const std::vector<Split>& splits);

    // What a column without its opening leaves without meaning is 0.
    void shut_what_follows(const Model& model);
};

// A column's sides brought closer.
struct Side {
    int column;
    double lower;
    double upper;
};

struct Price {
    int row;  // of the pool
    double price;
};

// By column, its gain less what it uses at the prices.
std::vector<double> priced_gains(
    const Model& model, const std::vector<Row>& pool, const std::vector<Price>& prices
);

// Σ price · limit + Σ over columns of the most that gain less priced use comes to in the box: no
// answer in the box gains more, at any prices of 0 or above (weak duality). The proof program
// computes the same in exact arithmetic from the files.
double dual_bound(
    const Model& model,
    const std::vector<Row>& pool,
    const std::vector<Price>& prices,
    const Box& box
);

// Sides that nothing better than `target` lies beyond: a whole column that leaves the side its
// price favours lowers the bound with every step (reduced cost fixing).
std::vector<Side> narrowed(
    const Model& model,
    const std::vector<Row>& pool,
    const std::vector<Price>& prices,
    const Box& box,
    double target
);

}  // namespace nangluc::annual
