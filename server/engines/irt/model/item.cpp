#include "engines/irt/model/item.hpp"

#include <algorithm>
#include <cmath>

#include "engines/irt/model/curves.hpp"
#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

namespace {

// The formula of an item, called once for all: the caller's work is compiled for each of the four.
template <class Work>
void with_curve(const Item& item, const Work& work) {
    switch (item.curve) {
        case Curve::logistic:
            return work(LogisticCurve{});
        case Curve::guessing:
            return work(GuessingCurve{});
        case Curve::graded:
            return work(GradedCurve{});
        case Curve::partial_credit:
            return work(PartialCreditCurve{});
    }
}

}  // namespace

double Item::parameter(std::size_t index) const {
    if (index == 0) return a;
    return index <= d.size() ? d[index - 1] : g;
}

void Item::set_parameter(std::size_t index, double value) {
    if (index == 0) {
        a = value;
    } else if (index <= d.size()) {
        d[index - 1] = value;
    } else {
        g = value;
    }
}

double Item::lower_asymptote() const {
    return curve == Curve::guessing ? logistic(g) : 0;
}

bool is_proper(const Item& item) {
    for (std::size_t index = 0; index < item.parameters(); ++index) {
        if (!std::isfinite(item.parameter(index))) return false;
    }
    if (item.curve != Curve::graded) return true;
    return std::ranges::adjacent_find(item.d, std::less_equal()) == item.d.end();
}

void log_probabilities(const Item& item, double t, std::span<double> logs) {
    with_curve(item, [&](auto curve) { decltype(curve)::log_probabilities(item, t, logs); });
}

void probabilities(const Item& item, double t, std::span<double> p) {
    log_probabilities(item, t, p);
    for (std::size_t k = 0; k < item.categories(); ++k) p[k] = std::exp(p[k]);
}

void parameter_gradient(const Item& item, double t, std::span<double> gradient) {
    with_curve(item, [&](auto curve) { decltype(curve)::parameter_gradient(item, t, gradient); });
}

void trace(const Item& item, double t, Trace& into) {
    with_curve(item, [&](auto curve) { decltype(curve)::trace(item, t, into); });
}

double information(const Item& item, double t) {
    Trace at;
    trace(item, t, at);
    double sum = 0;
    for (std::size_t k = 0; k < item.categories(); ++k) {
        if (at.p[k] > 0) sum += at.first[k] * at.first[k] / at.p[k];
    }
    return sum;
}

Expected expected_category(const Item& item, double t) {
    Probabilities p;
    probabilities(item, t, p);
    double mean = 0;
    double square = 0;
    for (std::size_t k = 1; k < item.categories(); ++k) {
        mean += real(k) * p[k];
        square += real(k) * real(k) * p[k];
    }
    return {mean, square - mean * mean};
}

}  // namespace nangluc::irt
