#include "engines/irt/model/curves.hpp"

namespace nangluc::irt {

void GuessingCurve::log_probabilities(const Item& item, double t, std::span<double> logs) {
    const double u = item.a * t + item.d[0];
    const double log_rest = log_logistic(-item.g);
    logs[0] = log_rest + log_logistic(-u);
    logs[1] = std::log(logistic(item.g) + logistic(-item.g) * logistic(u));
}

// dP/du = (1 - c) L (1 - L) and dP/dg = c (1 - c)(1 - L), where L = s(u).
void GuessingCurve::parameter_gradient(const Item& item, double t, std::span<double> gradient) {
    const double u = item.a * t + item.d[0];
    const double c = logistic(item.g);
    const double rest = logistic(-item.g);
    const double l = logistic(u);
    const double miss = logistic(-u);
    const double p = c + rest * l;
    gradient[0] = -l * t;
    gradient[1] = -l;
    gradient[2] = -c;
    const double by_u = rest * l * miss / p;
    gradient[3] = by_u * t;
    gradient[4] = by_u;
    gradient[5] = c * rest * miss / p;
}

void GuessingCurve::trace(const Item& item, double t, Trace& into) {
    const double u = item.a * t + item.d[0];
    const double rest = logistic(-item.g);
    const double l = logistic(u);
    const double miss = logistic(-u);
    into.p[0] = rest * miss;
    into.p[1] = logistic(item.g) + rest * l;
    into.first[1] = item.a * rest * l * miss;
    into.second[1] = item.a * item.a * rest * l * miss * (miss - l);
    into.first[0] = -into.first[1];
    into.second[0] = -into.second[1];
}

}  // namespace nangluc::irt
