#include "engines/irt/calibrate/grid.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

Grid::Grid(double low, double high, std::size_t count)
    : nodes(count), spacing((high - low) / real(count - 1)) {
    const double middle = (low + high) / 2;
    for (std::size_t q = 0; q < count; ++q) {
        nodes[q] = middle + (real(q) - real(count - 1) / 2) * spacing;
    }
}

Grid Grid::covering(std::span<const Latent> latents, double reach, double spacing) {
    double low = -reach;
    double high = reach;
    for (const auto& [mean, sd] : latents) {
        low = std::min(low, mean - reach * sd);
        high = std::max(high, mean + reach * sd);
    }
    return {low, high, static_cast<std::size_t>(std::lround((high - low) / spacing)) + 1};
}

Rows Grid::log_weights(const Latent& latent) const {
    constexpr double nothing = -1e5;
    Rows logs(stride(), nothing);
    const double constant = std::log(spacing / latent.sd) - std::log(2 * std::numbers::pi) / 2;
    for (std::size_t q = 0; q < size(); ++q) {
        const double z = (nodes[q] - latent.mean) / latent.sd;
        logs[q] = constant - z * z / 2;
    }
    return logs;
}

}  // namespace nangluc::irt
