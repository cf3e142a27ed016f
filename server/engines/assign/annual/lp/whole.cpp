#include "engines/assign/annual/lp/whole.hpp"

#include <coin/Cbc_C_Interface.h>

#include <limits>
#include <memory>
#include <mutex>

namespace nangluc::annual {

namespace {

// Column by column, as Cbc takes it.
struct Matrix {
    std::vector<CoinBigIndex> starts;
    std::vector<int> rows;
    std::vector<double> values;
};

Matrix matrix_of(const Model& model) {
    Matrix matrix;
    matrix.starts.assign(model.columns.size() + 1, 0);
    for (const auto& row : model.rows) {
        for (const auto& entry : row.entries) {
            ++matrix.starts[static_cast<std::size_t>(entry.column) + 1];
        }
    }
    for (std::size_t column = 1; column < matrix.starts.size(); ++column) {
        matrix.starts[column] += matrix.starts[column - 1];
    }
    const auto entries = static_cast<std::size_t>(matrix.starts.back());
    matrix.rows.resize(entries);
    matrix.values.resize(entries);
    auto next = matrix.starts;
    for (std::size_t row = 0; row < model.rows.size(); ++row) {
        for (const auto& entry : model.rows[row].entries) {
            const auto column = static_cast<std::size_t>(entry.column);
            const auto place = static_cast<std::size_t>(next[column]++);
            matrix.rows[place] = static_cast<int>(row);
            matrix.values[place] = entry.coefficient;
        }
    }
    return matrix;
}

using Cbc = std::unique_ptr<Cbc_Model, decltype(&Cbc_deleteModel)>;

void load(Cbc_Model* cbc, const Model& model) {
    const auto matrix = matrix_of(model);
    std::vector<double> lower;
    std::vector<double> upper;
    std::vector<double> gains;
    for (const auto& column : model.columns) {
        lower.push_back(column.lower);
        upper.push_back(column.upper);
        gains.push_back(column.gain);
    }
    std::vector<double> limits;
    for (const auto& row : model.rows) limits.push_back(row.limit);
    const std::vector<double> open(limits.size(), -std::numeric_limits<double>::max());
    Cbc_loadProblem(
        cbc,
        static_cast<int>(model.columns.size()),
        static_cast<int>(model.rows.size()),
        matrix.starts.data(),
        matrix.rows.data(),
        matrix.values.data(),
        lower.data(),
        upper.data(),
        gains.data(),
        open.data(),
        limits.data()
    );
    Cbc_setObjSense(cbc, -1.0);
    for (std::size_t column = 0; column < model.columns.size(); ++column) {
        if (model.columns[column].whole) Cbc_setInteger(cbc, static_cast<int>(column));
    }
}

}  // namespace

std::optional<std::vector<double>> propose(const Model& model, int nodes) {
    static std::mutex one_at_a_time;  // COIN keeps some of its state in globals
    const std::lock_guard lock(one_at_a_time);
    const Cbc cbc(Cbc_newModel(), &Cbc_deleteModel);
    load(cbc.get(), model);
    Cbc_setLogLevel(cbc.get(), 0);
    Cbc_setMaximumNodes(cbc.get(), nodes);
    Cbc_solve(cbc.get());

    const auto* const answer = Cbc_bestSolution(cbc.get());
    if (answer == nullptr) return std::nullopt;
    return std::vector<double>(answer, answer + model.columns.size());
}

}  // namespace nangluc::annual
