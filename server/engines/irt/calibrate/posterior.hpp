#pragma once

#include <cstdint>
#include <span>

#include "engines/irt/data/packing.hpp"
#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

// Which vector instructions. All of them add in the same order and round alike.
enum class Machine { baseline, avx2, avx512 };
bool runs_here(Machine machine);
Machine best_machine();

// Everything a posterior is made of, at the nodes of one grid.
struct LikelihoodTables {
    const Packing& packing;
    std::span<const double> of_codes;     // log-probabilities, a row a code
    std::span<const double> log_weights;  // a row a group of people
    std::size_t stride;
    Machine machine = best_machine();
};

struct PersonBlock {
    std::size_t begin;
    std::size_t end;
    const Responses& responses;
};

// Bock & Aitkin (1981), Psychometrika 46, 443-459, the E step: each row's posterior over the nodes,
// times its frequency, is added to the bins of its codes (laid out as `of_codes`) and to the masses
// of its group. Returns the block's log-likelihood.
double count_block(
    const LikelihoodTables& tables,
    const PersonBlock& block,
    std::span<double> bins,
    std::span<double> masses
);

// The posteriors themselves, a row a person, summing to one, and their log-likelihoods.
void posterior_block(
    const LikelihoodTables& tables,
    const PersonBlock& block,
    std::span<double> posteriors,
    std::span<double> log_likelihoods
);

}  // namespace nangluc::irt
