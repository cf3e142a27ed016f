#include <algorithm>
#include <limits>

#include "engines/irt/model/curves.hpp"

namespace nangluc::irt {

// With C_k = s(a t + d_k), C_0 = 1 and C_m = 0, a category's probability C_k - C_(k+1) is
//     C_k (1 - C_(k+1)) (1 - exp(d_(k+1) - d_k)),
// which loses no digits where both are near 0 or near 1.

void GradedCurve::log_probabilities(const Item& item, double t, std::span<double> logs) {
    const auto steps = item.d.size();
    for (std::size_t k = 0; k <= steps; ++k) {
        const double above = k == 0 ? 0 : log_logistic(item.a * t + item.d[k - 1]);
        const double below = k == steps ? 0 : log_logistic(-item.a * t - item.d[k]);
        const bool inner = k > 0 && k < steps;
        logs[k] = above + below + (inner ? std::log(-std::expm1(item.d[k] - item.d[k - 1])) : 0);
    }
}

void GradedCurve::parameter_gradient(const Item& item, double t, std::span<double> gradient) {
    const auto steps = item.d.size();
    const auto width = item.parameters();
    std::ranges::fill(gradient, 0);
    for (std::size_t k = 0; k <= steps; ++k) {
        const auto row = gradient.subspan(k * width, width);
        const bool has_upper = k > 0;
        const bool has_lower = k < steps;
        // The borders C_0 = 1 and C_m = 0 lie at infinity.
        constexpr auto far = std::numeric_limits<double>::infinity();
        const double upper = has_upper ? item.a * t + item.d[k - 1] : far;
        const double lower = has_lower ? item.a * t + item.d[k] : -far;
        const double gap = -std::expm1(lower - upper);
        if (has_upper) row[k] = logistic(-upper) / (logistic(-lower) * gap);
        if (has_lower) row[k + 1] = -logistic(lower) / (logistic(upper) * gap);
        // Of log C_k + log(1 - C_(k+1)) + a constant, by the ability's term.
        row[0] = t * (logistic(-upper) - logistic(lower));
    }
}

void GradedCurve::trace(const Item& item, double t, Trace& into) {
    const auto steps = item.d.size();
    std::array<double, most_categories + 1> rise{};  // C (1 - C) of each border
    std::array<double, most_categories + 1> bend{};  // C (1 - C)(1 - 2 C)
    std::array<double, most_categories + 1> border{};
    border[0] = 1;
    for (std::size_t k = 1; k <= steps; ++k) {
        const double u = item.a * t + item.d[k - 1];
        border[k] = logistic(u);
        rise[k] = border[k] * logistic(-u);
        bend[k] = rise[k] * (logistic(-u) - border[k]);
    }
    for (std::size_t k = 0; k <= steps; ++k) {
        const bool inner = k > 0 && k < steps;
        const double below = k == steps ? 1 : logistic(-item.a * t - item.d[k]);
        const double gap = inner ? -std::expm1(item.d[k] - item.d[k - 1]) : 1;
        into.p[k] = border[k] * below * gap;
        into.first[k] = item.a * (rise[k] - rise[k + 1]);
        into.second[k] = item.a * item.a * (bend[k] - bend[k + 1]);
    }
}

}  // namespace nangluc::irt
