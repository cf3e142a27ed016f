#include "engines/irt/model/curves.hpp"

namespace nangluc::irt {

void LogisticCurve::log_probabilities(const Item& item, double t, std::span<double> logs) {
    const double u = item.a * t + item.d[0];
    logs[1] = log_logistic(u);
    logs[0] = logs[1] - u;
}

void LogisticCurve::parameter_gradient(const Item& item, double t, std::span<double> gradient) {
    const double p = logistic(item.a * t + item.d[0]);
    gradient[0] = -p * t;
    gradient[1] = -p;
    gradient[2] = (1 - p) * t;
    gradient[3] = 1 - p;
}

void LogisticCurve::trace(const Item& item, double t, Trace& into) {
    const double u = item.a * t + item.d[0];
    const double p = logistic(u);
    const double q = logistic(-u);
    into.p[0] = q;
    into.p[1] = p;
    into.first[1] = item.a * p * q;
    into.second[1] = item.a * item.a * p * q * (q - p);
    into.first[0] = -into.first[1];
    into.second[0] = -into.second[1];
}

}  // namespace nangluc::irt
