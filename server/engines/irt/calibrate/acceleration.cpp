#include "engines/irt/calibrate/acceleration.hpp"

#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

namespace {

double dot(std::span<const double> left, std::span<const double> right) {
    double sum = 0;
    for (std::size_t i = 0; i < left.size(); ++i) sum += left[i] * right[i];
    return sum;
}

std::vector<double> difference(std::span<const double> left, std::span<const double> right) {
    std::vector<double> differences(left.begin(), left.end());
    for (std::size_t i = 0; i < right.size(); ++i) differences[i] -= right[i];
    return differences;
}

}  // namespace

std::vector<double> Acceleration::next(
    std::span<const double> point, std::span<const double> step
) {
    points_.emplace_back(point.begin(), point.end());
    steps_.emplace_back(step.begin(), step.end());
    if (points_.size() > memory_ + 1) {
        points_.pop_front();
        steps_.pop_front();
    }
    std::vector<double> target(point.begin(), point.end());
    for (std::size_t i = 0; i < target.size(); ++i) target[i] += step[i];
    const auto older = steps_.size() - 1;
    if (older == 0) return target;

    std::vector<std::vector<double>> changes;
    for (std::size_t i = 0; i < older; ++i) changes.push_back(difference(steps_[i + 1], steps_[i]));
    Matrix products(older, older);
    std::vector<double> right(older);
    for (std::size_t i = 0; i < older; ++i) {
        for (std::size_t j = 0; j < older; ++j) products(i, j) = dot(changes[i], changes[j]);
        products(i, i) *= 1 + 1e-10;
        right[i] = dot(changes[i], step);
    }
    const auto factor = Cholesky::of(products);
    if (!factor) {
        restart();
        return target;
    }
    const auto shares = factor->solve(right);
    for (std::size_t i = 0; i < older; ++i) {
        const auto moved = difference(points_[i + 1], points_[i]);
        for (std::size_t at = 0; at < target.size(); ++at) {
            target[at] -= shares[i] * (moved[at] + changes[i][at]);
        }
    }
    return target;
}

}  // namespace nangluc::irt
