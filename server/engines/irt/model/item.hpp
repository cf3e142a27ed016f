#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "engines/irt/data/responses.hpp"

namespace nangluc::irt {

// The formula of one item. Every item is kept in slope-intercept form on the logistic metric
// (D = 1); difficulty is -d/a. s() is the logistic function, t the ability.
enum class Curve {
    logistic,        // logistic.cpp: one or two parameters
    guessing,        // guessing.cpp: three parameters
    graded,          // graded.cpp
    partial_credit,  // partial_credit.cpp: PCM and GPCM
};

struct Item {
    Curve curve = Curve::logistic;
    double a = 1;
    std::vector<double> d;  // one for each category above the lowest
    double g = 0;           // guessing only: the logit of the lower asymptote

    std::size_t categories() const { return d.size() + 1; }
    // In this order: a, d_1 …, and g where the curve has it.
    std::size_t parameters() const { return 1 + d.size() + (curve == Curve::guessing ? 1 : 0); }
    double parameter(std::size_t index) const;
    void set_parameter(std::size_t index, double value);
    double lower_asymptote() const;  // 0 where the curve has none
};

inline constexpr std::size_t most_parameters = most_categories + 1;
using Probabilities = std::array<double, most_categories>;

// Whether the parameters give every category a positive probability everywhere: finite, and of a
// graded item the intercepts strictly descending.
bool is_proper(const Item& item);

// log P(x = k | t) for each category; finite for every proper item.
void log_probabilities(const Item& item, double t, std::span<double> logs);
void probabilities(const Item& item, double t, std::span<double> p);

// The derivatives of log P(x = k | t) by each parameter: gradient[k * item.parameters() + index].
void parameter_gradient(const Item& item, double t, std::span<double> gradient);

// The probabilities with their first and second derivatives by the ability.
struct Trace {
    Probabilities p;
    Probabilities first;
    Probabilities second;
};
void trace(const Item& item, double t, Trace& into);

// Fisher information of one response about the ability.
double information(const Item& item, double t);
// The expected category, and its variance.
struct Expected {
    double mean;
    double variance;
};
Expected expected_category(const Item& item, double t);

}  // namespace nangluc::irt
