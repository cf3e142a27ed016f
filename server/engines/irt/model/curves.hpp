#pragma once

#include <cmath>

#include "engines/irt/model/item.hpp"

namespace nangluc::irt {

inline double logistic(double u) {
    return u >= 0 ? 1 / (1 + std::exp(-u)) : std::exp(u) / (1 + std::exp(u));
}
// log s(u), exact far out on both sides.
inline double log_logistic(double u) {
    return u >= 0 ? -std::log1p(std::exp(-u)) : u - std::log1p(std::exp(u));
}

// Two-parameter logistic model. Birnbaum (1968), in Lord & Novick, Statistical theories of mental
// test scores, ch. 17; with a common slope it is the model of Rasch (1960).
//     P(x = 1) = s(a t + d)
struct LogisticCurve {
    static void log_probabilities(const Item& item, double t, std::span<double> logs);
    static void parameter_gradient(const Item& item, double t, std::span<double> gradient);
    static void trace(const Item& item, double t, Trace& into);
};

// Three-parameter logistic model. Birnbaum (1968), ch. 17 and 20; the asymptote as a logit, so that
// it stays between 0 and 1.
//     P(x = 1) = c + (1 - c) s(a t + d),   c = s(g)
struct GuessingCurve {
    static void log_probabilities(const Item& item, double t, std::span<double> logs);
    static void parameter_gradient(const Item& item, double t, std::span<double> gradient);
    static void trace(const Item& item, double t, Trace& into);
};

// Graded response model. Samejima (1969), Psychometrika Monograph 17.
//     P(x >= k) = s(a t + d_k),   d_1 > d_2 > …
struct GradedCurve {
    static void log_probabilities(const Item& item, double t, std::span<double> logs);
    static void parameter_gradient(const Item& item, double t, std::span<double> gradient);
    static void trace(const Item& item, double t, Trace& into);
};

// Generalised partial credit model. Muraki (1992), Applied Psychological Measurement 16, 159-176;
// with a common slope it is the partial credit model of Masters (1982), Psychometrika 47, 149-174.
//     P(x = k) proportional to exp(k a t + d_k),   d_0 = 0
struct PartialCreditCurve {
    static void log_probabilities(const Item& item, double t, std::span<double> logs);
    static void parameter_gradient(const Item& item, double t, std::span<double> gradient);
    static void trace(const Item& item, double t, Trace& into);
};

}  // namespace nangluc::irt
