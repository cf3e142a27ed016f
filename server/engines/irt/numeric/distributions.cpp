#include "engines/irt/numeric/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace nangluc::irt {

namespace {

constexpr double tiny = 1e-300;

// std::lgamma writes a global of the C library.
double log_gamma(double x) {
    int sign = 0;
    return lgamma_r(x, &sign);
}

// P(a, x), the regularised lower incomplete gamma function.
double gamma_below(double a, double x) {
    if (!(x > 0)) return 0;
    const double front = std::exp(a * std::log(x) - x - log_gamma(a));
    if (x < a + 1) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < 10'000 && std::abs(term) > 1e-17 * sum; ++n) {
            term *= x / (a + n);
            sum += term;
        }
        return sum * front;
    }
    double b = x + 1 - a;
    double c = 1 / tiny;
    double d = 1 / b;
    double fraction = d;
    for (int n = 1; n < 10'000; ++n) {
        const double an = -n * (n - a);
        b += 2;
        d = an * d + b;
        d = 1 / (std::abs(d) < tiny ? tiny : d);
        c = b + an / c;
        c = std::abs(c) < tiny ? tiny : c;
        fraction *= d * c;
        if (std::abs(d * c - 1) < 1e-16) break;
    }
    return 1 - front * fraction;
}

double beta_fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 - (a + b) * x / (a + 1);
    d = 1 / (std::abs(d) < tiny ? tiny : d);
    double fraction = d;
    const auto step = [&](double term) {
        d = 1 + term * d;
        d = 1 / (std::abs(d) < tiny ? tiny : d);
        c = 1 + term / c;
        c = std::abs(c) < tiny ? tiny : c;
        fraction *= d * c;
        return std::abs(d * c - 1);
    };
    for (int m = 1; m < 10'000; ++m) {
        step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
        const double change = step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
        if (change < 1e-16) break;
    }
    return fraction;
}

// I_x(a, b), the regularised incomplete beta function.
double beta_below(double a, double b, double x) {
    if (!(x > 0)) return 0;
    if (x >= 1) return 1;
    const double front = std::exp(
        log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * std::log(x) + b * std::log1p(-x)
    );
    if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(a, b, x) / a;
    return 1 - front * beta_fraction(b, a, 1 - x) / b;
}

// Where a rising function reaches the value.
template <class Function>
double inverse(const Function& function, double value, double low, double high) {
    for (int round = 0; round < 200 && high - low > 1e-14 * (1 + std::abs(low)); ++round) {
        const double middle = (low + high) / 2;
        (function(middle) < value ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace

double normal_below(double z) {
    return std::erfc(-z / std::sqrt(2.0)) / 2;
}

double normal_quantile(double p) {
    return inverse(normal_below, p, -40, 40);
}

double chi_square_above(double x, double df) {
    return df > 0 ? 1 - gamma_below(df / 2, x / 2) : 1;
}

// A mixture of central distributions with Poisson weights, from the heaviest outwards.
double chi_square_below(double x, double df, double noncentrality) {
    if (noncentrality <= 0) return gamma_below(df / 2, x / 2);
    const double half = noncentrality / 2;
    const auto weight = [&](double j) {
        return std::exp(-half + j * std::log(half) - log_gamma(j + 1));
    };
    const auto part = [&](double j) { return weight(j) * gamma_below(df / 2 + j, x / 2); };
    const double middle = std::floor(half);
    double sum = 0;
    for (double j = middle; j >= 0 && weight(j) > 1e-17; --j) sum += part(j);
    for (double j = middle + 1; weight(j) > 1e-17; ++j) sum += part(j);
    return sum;
}

double noncentrality_for(double x, double df, double probability) {
    if (chi_square_below(x, df, 0) < probability) return 0;
    const auto above = [&](double value) { return 1 - chi_square_below(x, df, value); };
    double high = std::max(1.0, x);
    while (above(high) < 1 - probability) high *= 2;
    return inverse(above, 1 - probability, 0, high);
}

double f_below(double x, double df1, double df2) {
    return x > 0 ? beta_below(df1 / 2, df2 / 2, df1 * x / (df1 * x + df2)) : 0;
}

double f_quantile(double p, double df1, double df2) {
    double high = 1;
    while (f_below(high, df1, df2) < p && high < 1e12) high *= 2;
    return inverse([&](double x) { return f_below(x, df1, df2); }, p, 0, high);
}

}  // namespace nangluc::irt
