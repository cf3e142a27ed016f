#pragma once

#include <span>
#include <vector>

#include "engines/irt/calibrate/grid.hpp"
#include "engines/irt/calibrate/posterior.hpp"
#include "engines/irt/model/item.hpp"

namespace nangluc::irt {

// What the E step expects of the unseen abilities.
struct Expectation {
    double log_likelihood = 0;
    Rows counts;  // people at each node who answered in each category, a row a category
    Rows masses;  // people at each node, a row a group
};

// People by the block: fixed, so that sums come out alike for any number of threads.
inline constexpr std::size_t block_people = 8'192;

// The E step over one set of responses, again and again for other parameters.
class EStep {
public:
    // Items are taken in `order`; the responses must outlive it.
    EStep(
        const Responses& responses,
        std::span<const std::size_t> order,
        const Grid& grid,
        unsigned threads
    );

    Expectation run(std::span<const Item> items, std::span<const Latent> latents);
    // The posteriors of the people of one block, a row each.
    Rows posteriors(std::size_t block, std::vector<double>& log_likelihoods) const;

    const Grid& grid() const { return grid_; }
    const CategoryRows& categories() const { return categories_; }
    const Responses& responses() const { return responses_; }
    std::span<const std::size_t> order() const { return order_; }
    unsigned threads() const { return threads_; }
    std::size_t blocks() const;
    PersonBlock block(std::size_t number) const;

    // Tables for these parameters, for `posteriors`.
    void prepare(std::span<const Item> items, std::span<const Latent> latents);

private:
    LikelihoodTables tables() const;

    const Responses& responses_;
    std::vector<std::size_t> order_;
    Grid grid_;
    unsigned threads_;
    Packing packing_;
    CategoryRows categories_;
    Rows of_categories_;
    Rows of_codes_;
    Rows log_weights_;
};

// log P of each category of each item at each node.
void fill_log_probabilities(
    std::span<const Item> items, const Grid& grid, const CategoryRows& categories, Rows& into
);

}  // namespace nangluc::irt
