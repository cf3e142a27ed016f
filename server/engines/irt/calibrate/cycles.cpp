#include "engines/irt/calibrate/cycles.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engines/irt/calibrate/acceleration.hpp"

namespace nangluc::irt {

// An accelerated point is kept if the likelihood there is not below that of the last point kept;
// otherwise the cycle goes on from the plain EM point, which cannot fall.
Run run_cycles(
    EStep& step, const Estimate& start, const Layout& layout, const CalibrationOptions& options
) {
    const auto& prior = options.guessing_prior;
    Run run{.estimate = start};
    Acceleration acceleration;
    double best = -std::numeric_limits<double>::infinity();
    Estimate plain = start;
    bool is_plain = true;
    auto tried = start;
    while (run.cycles < options.most_cycles) {
        ++run.cycles;
        const auto expected = step.run(tried.items, tried.latents);
        const double reached = expected.log_likelihood + log_prior(tried, prior);
        const double slack = 1e-9 * (1 + std::abs(best)) * 1e-3;
        if (!is_plain && !(reached >= best - slack)) {
            acceleration.restart();
            tried = plain;
            is_plain = true;
            continue;
        }
        best = reached;
        run.log_likelihood = expected.log_likelihood;
        run.estimate = tried;
        if (options.progress) options.progress(run.cycles, expected.log_likelihood);
        plain = maximise(tried, expected, step, layout, prior);
        const auto from = layout.read(tried);
        auto change = layout.read(plain);
        for (std::size_t at = 0; at < change.size(); ++at) change[at] -= from[at];
        run.largest_change = largest(change);
        run.largest_gradient = largest(marginal_gradient(tried, expected, step, layout, prior));
        if (run.largest_change < options.tolerance) {
            run.converged = true;
            return run;
        }
        tried = plain;
        is_plain = !layout.write(acceleration.next(from, change), tried);
        if (is_plain) acceleration.restart();
    }
    return run;
}

}  // namespace nangluc::irt
