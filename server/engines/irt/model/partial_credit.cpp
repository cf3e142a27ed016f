#include <algorithm>

#include "engines/irt/model/curves.hpp"
#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

void PartialCreditCurve::log_probabilities(const Item& item, double t, std::span<double> logs) {
    const auto count = item.categories();
    logs[0] = 0;
    double highest = 0;
    for (std::size_t k = 1; k < count; ++k) {
        logs[k] = real(k) * item.a * t + item.d[k - 1];
        highest = std::max(highest, logs[k]);
    }
    double sum = 0;
    for (std::size_t k = 0; k < count; ++k) sum += std::exp(logs[k] - highest);
    const double whole = highest + std::log(sum);
    for (std::size_t k = 0; k < count; ++k) logs[k] -= whole;
}

void PartialCreditCurve::parameter_gradient(
    const Item& item, double t, std::span<double> gradient
) {
    const auto count = item.categories();
    const auto width = item.parameters();
    Probabilities p;
    probabilities(item, t, p);
    double mean = 0;
    for (std::size_t k = 1; k < count; ++k) mean += real(k) * p[k];
    for (std::size_t k = 0; k < count; ++k) {
        const auto row = gradient.subspan(k * width, width);
        row[0] = t * (real(k) - mean);
        for (std::size_t m = 1; m < count; ++m) row[m] = (k == m ? 1 : 0) - p[m];
    }
}

// P_k' = a P_k (k - E) and P_k'' = a^2 P_k ((k - E)^2 - V), with E and V of the category.
void PartialCreditCurve::trace(const Item& item, double t, Trace& into) {
    const auto count = item.categories();
    probabilities(item, t, into.p);
    double mean = 0;
    for (std::size_t k = 1; k < count; ++k) mean += real(k) * into.p[k];
    double variance = 0;
    for (std::size_t k = 0; k < count; ++k) {
        variance += into.p[k] * (real(k) - mean) * (real(k) - mean);
    }
    for (std::size_t k = 0; k < count; ++k) {
        const double distance = real(k) - mean;
        into.first[k] = item.a * into.p[k] * distance;
        into.second[k] = item.a * item.a * into.p[k] * (distance * distance - variance);
    }
}

}  // namespace nangluc::irt
