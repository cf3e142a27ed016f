#pragma once

#include <span>
#include <vector>

#include "engines/irt/numeric/rows.hpp"

namespace nangluc::irt {

// The population's ability in one group: normal. Without groups it is N(0, 1) and fixes the scale.
struct Latent {
    double mean = 0;
    double sd = 1;
};

// Equally spaced nodes on which abilities are summed, with the density times the spacing as
// weights: the trapezoidal rule, whose error falls faster than any power of the spacing for
// integrands that vanish at both ends (Trefethen & Weideman 2014, SIAM Review 56, 385-458). The
// weights are not rescaled to sum to one: that would add the tail's mass to every person's
// likelihood.
struct Grid {
    std::vector<double> nodes;
    double spacing = 1;

    Grid(double low, double high, std::size_t count);
    // About `spacing` apart, over `reach` standard deviations of every group on both sides.
    static Grid covering(std::span<const Latent> latents, double reach, double spacing);

    std::size_t size() const { return nodes.size(); }
    std::size_t stride() const { return padded(nodes.size()); }
    double low() const { return nodes.front(); }
    double high() const { return nodes.back(); }
    // The logarithms of the weights; the padding behind the nodes weighs nothing.
    Rows log_weights(const Latent& latent) const;
};

}  // namespace nangluc::irt
