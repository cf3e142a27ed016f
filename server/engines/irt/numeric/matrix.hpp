#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace nangluc::irt {

// Counts in a formula.
template <class Whole>
constexpr double real(Whole number) {
    return static_cast<double>(number);
}

// Dense, row by row.
class Matrix {
public:
    Matrix() = default;
    Matrix(std::size_t rows, std::size_t columns)
        : rows_(rows), columns_(columns), values_(rows * columns, 0.0) {}

    std::size_t rows() const { return rows_; }
    std::size_t columns() const { return columns_; }
    double& operator()(std::size_t row, std::size_t column) {
        return values_[row * columns_ + column];
    }
    double operator()(std::size_t row, std::size_t column) const {
        return values_[row * columns_ + column];
    }
    std::span<double> row(std::size_t row) { return {&values_[row * columns_], columns_}; }
    std::span<const double> row(std::size_t row) const {
        return {&values_[row * columns_], columns_};
    }
    Matrix& operator+=(const Matrix& other);

private:
    std::size_t rows_ = 0;
    std::size_t columns_ = 0;
    std::vector<double> values_;
};

// Copies what is below the diagonal above it.
void mirror(Matrix& lower);

// The largest absolute value; 0 of none.
double largest(std::span<const double> values);

// The factor L of a symmetric positive definite matrix L L'. Only the lower triangle is read.
class Cholesky {
public:
    // Nothing where the matrix is not positive definite to working precision.
    static std::optional<Cholesky> of(Matrix matrix);

    std::vector<double> solve(std::span<const double> right) const;
    // L^-1 times the right side: its squared length is right' A^-1 right.
    std::vector<double> half_solve(std::span<const double> right) const;
    Matrix inverse() const;

private:
    explicit Cholesky(Matrix factor) : factor_(std::move(factor)) {}
    Matrix factor_;
};

// The solution of any square system by elimination with pivots; nothing where it is singular.
std::optional<std::vector<double>> solve(Matrix matrix, std::vector<double> right);

}  // namespace nangluc::irt
