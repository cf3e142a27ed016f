#include "engines/assign/annual/lp/lp.hpp"

#include <coin/Clp_C_Interface.h>

#include <algorithm>
#include <limits>

#include "engines/assign/annual/nth.hpp"

namespace nangluc::annual {

struct Lp::Clp {
    Clp_Simplex* model = Clp_newModel();
    int columns = 0;
    int rows = 0;

    Clp() = default;
    Clp(const Clp&) = delete;
    Clp& operator=(const Clp&) = delete;
    ~Clp() { Clp_deleteModel(model); }
};

Lp::Lp(const Model& model) : clp_(std::make_unique<Clp>()) {
    clp_->columns = static_cast<int>(model.columns.size());
    Clp_setLogLevel(clp_->model, 0);
    Clp_resize(clp_->model, 0, clp_->columns);

    // Clp minimises; gains are costs below zero.
    std::vector<double> costs;
    std::vector<double> lower;
    std::vector<double> upper;
    for (const auto& column : model.columns) {
        costs.push_back(-column.gain);
        lower.push_back(column.lower);
        upper.push_back(column.upper);
    }
    Clp_chgObjCoefficients(clp_->model, costs.data());
    set_boxes(lower, upper);
    add(model.rows);
}

Lp::~Lp() = default;

void Lp::add(std::span<const Row> rows) {
    std::vector<CoinBigIndex> starts{0};
    std::vector<int> columns;
    std::vector<double> values;
    std::vector<double> limits;
    for (const auto& row : rows) {
        for (const auto& entry : row.entries) {
            columns.push_back(entry.column);
            values.push_back(entry.coefficient);
        }
        starts.push_back(static_cast<CoinBigIndex>(columns.size()));
        limits.push_back(row.limit);
    }
    const std::vector<double> open(rows.size(), -std::numeric_limits<double>::max());
    const auto number = static_cast<int>(rows.size());
    Clp_addRows(
        clp_->model,
        number,
        open.data(),
        limits.data(),
        starts.data(),
        columns.data(),
        values.data()
    );
    clp_->rows += number;
}

void Lp::set_boxes(std::span<const double> lower, std::span<const double> upper) {
    Clp_chgColumnLower(clp_->model, lower.data());
    Clp_chgColumnUpper(clp_->model, upper.data());
}

Lp::Outcome Lp::solve(int iterations) {
    Clp_setNumberIterations(clp_->model, 0);
    Clp_setMaximumIterations(clp_->model, iterations);
    Clp_dual(clp_->model, 0);
    iterations_ += Clp_numberIterations(clp_->model);
    switch (Clp_status(clp_->model)) {
        case 0:
            return Outcome::solved;
        case 1:
            return Outcome::infeasible;
        default:
            return Outcome::stopped;
    }
}

double Lp::value() const {
    return -Clp_objectiveValue(clp_->model);
}

std::span<const double> Lp::columns() const {
    return {Clp_primalColumnSolution(clp_->model), nth(clp_->columns)};
}

std::vector<double> Lp::prices() const {
    const std::span duals(Clp_dualRowSolution(clp_->model), nth(clp_->rows));
    std::vector<double> prices;
    for (const auto dual : duals) prices.push_back(std::max(0.0, -dual));
    return prices;
}

std::vector<double> Lp::ray() const {
    auto* const ray = Clp_infeasibilityRay(clp_->model);
    if (ray == nullptr) return {};
    std::vector<double> weights(ray, ray + clp_->rows);
    Clp_freeRay(clp_->model, ray);
    return weights;
}

Lp::Basis Lp::basis() const {
    const auto* const status = Clp_statusArray(clp_->model);
    return {status, status + clp_->columns + clp_->rows};
}

void Lp::restore(const Basis& basis) {
    constexpr unsigned char slack = 1;
    auto whole = basis;
    whole.resize(nth(clp_->columns) + nth(clp_->rows), slack);
    Clp_copyinStatus(clp_->model, whole.data());
}

}  // namespace nangluc::annual
