#include "engines/irt/numeric/matrix.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nangluc::irt {

namespace {

// Four partial sums in fixed order: quick, and the same on every machine.
double dot(std::span<const double> left, std::span<const double> right, std::size_t size) {
    double sums[4] = {};
    std::size_t at = 0;
    for (; at + 4 <= size; at += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane)
            sums[lane] += left[at + lane] * right[at + lane];
    }
    for (; at < size; ++at) sums[0] += left[at] * right[at];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

}  // namespace

Matrix& Matrix::operator+=(const Matrix& other) {
    for (std::size_t at = 0; at < values_.size(); ++at) values_[at] += other.values_[at];
    return *this;
}

void mirror(Matrix& lower) {
    for (std::size_t i = 0; i < lower.rows(); ++i) {
        for (std::size_t j = 0; j < i; ++j) lower(j, i) = lower(i, j);
    }
}

double largest(std::span<const double> values) {
    double most = 0;
    for (const double value : values) most = std::max(most, std::abs(value));
    return most;
}

std::optional<Cholesky> Cholesky::of(Matrix matrix) {
    const auto size = matrix.rows();
    for (std::size_t i = 0; i < size; ++i) {
        const auto own = matrix.row(i);
        for (std::size_t j = 0; j < i; ++j) {
            own[j] = (own[j] - dot(own, matrix.row(j), j)) / matrix(j, j);
        }
        const double whole = own[i];
        const double rest = whole - dot(own, own, i);
        if (!(rest > 1e-13 * std::abs(whole))) return std::nullopt;
        own[i] = std::sqrt(rest);
    }
    return Cholesky(std::move(matrix));
}

std::vector<double> Cholesky::half_solve(std::span<const double> right) const {
    std::vector<double> answer(right.begin(), right.end());
    for (std::size_t i = 0; i < answer.size(); ++i) {
        answer[i] = (answer[i] - dot(factor_.row(i), answer, i)) / factor_(i, i);
    }
    return answer;
}

std::vector<double> Cholesky::solve(std::span<const double> right) const {
    auto answer = half_solve(right);
    for (auto i = answer.size(); i-- > 0;) {
        answer[i] /= factor_(i, i);
        const auto row = factor_.row(i);
        for (std::size_t j = 0; j < i; ++j) answer[j] -= row[j] * answer[i];
    }
    return answer;
}

Matrix Cholesky::inverse() const {
    const auto size = factor_.rows();
    Matrix inverse(size, size);
    std::vector<double> unit(size, 0.0);
    for (std::size_t column = 0; column < size; ++column) {
        unit[column] = 1;
        const auto solved = solve(unit);
        unit[column] = 0;
        for (std::size_t row = 0; row < size; ++row) inverse(row, column) = solved[row];
    }
    return inverse;
}

// The row from `step` on with the largest number in that column.
static std::size_t pivot_of(const Matrix& matrix, std::size_t step) {
    auto pivot = step;
    for (auto row = step + 1; row < matrix.rows(); ++row) {
        if (std::abs(matrix(row, step)) > std::abs(matrix(pivot, step))) pivot = row;
    }
    return pivot;
}

static void eliminate(Matrix& matrix, std::vector<double>& right, std::size_t step) {
    for (auto row = step + 1; row < matrix.rows(); ++row) {
        const double factor = matrix(row, step) / matrix(step, step);
        if (factor == 0) continue;
        for (auto column = step; column < matrix.rows(); ++column) {
            matrix(row, column) -= factor * matrix(step, column);
        }
        right[row] -= factor * right[step];
    }
}

static void substitute_back(const Matrix& matrix, std::vector<double>& right) {
    for (auto row = matrix.rows(); row-- > 0;) {
        for (auto column = row + 1; column < matrix.rows(); ++column) {
            right[row] -= matrix(row, column) * right[column];
        }
        right[row] /= matrix(row, row);
    }
}

std::optional<std::vector<double>> solve(Matrix matrix, std::vector<double> right) {
    for (std::size_t step = 0; step < matrix.rows(); ++step) {
        const auto pivot = pivot_of(matrix, step);
        if (matrix(pivot, step) == 0) return std::nullopt;
        if (pivot != step) {
            std::ranges::swap_ranges(matrix.row(pivot), matrix.row(step));
            std::swap(right[pivot], right[step]);
        }
        eliminate(matrix, right, step);
    }
    substitute_back(matrix, right);
    return right;
}

}  // namespace nangluc::irt
