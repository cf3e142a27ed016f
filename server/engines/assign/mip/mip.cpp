#include "engines/assign/mip/mip.hpp"

#include <coin/Cbc_C_Interface.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>

namespace nangluc::assign {

namespace {

// Column by column in whole arrays: handed over one at a time they cost the square of their number.
struct Matrix {
    std::vector<int> starts;
    std::vector<int> rows;
    std::vector<double> values;
};

Matrix columns_of(const Choice& choice) {
    Matrix matrix;
    matrix.starts.assign(choice.gains.size() + 1, 0);
    for (const auto& row : choice.rows) {
        for (const auto& entry : row.entries) {
            ++matrix.starts[static_cast<std::size_t>(entry.column) + 1];
        }
    }
    for (std::size_t column = 1; column < matrix.starts.size(); ++column) {
        matrix.starts[column] += matrix.starts[column - 1];
    }

    matrix.rows.resize(static_cast<std::size_t>(matrix.starts.back()));
    matrix.values.resize(matrix.rows.size());
    auto next = matrix.starts;
    for (std::size_t row = 0; row < choice.rows.size(); ++row) {
        for (const auto& entry : choice.rows[row].entries) {
            const auto place =
                static_cast<std::size_t>(next[static_cast<std::size_t>(entry.column)]++);
            matrix.rows[place] = static_cast<int>(row);
            matrix.values[place] = entry.coefficient;
        }
    }
    return matrix;
}

using Model = std::unique_ptr<Cbc_Model, decltype(&Cbc_deleteModel)>;

void load(Cbc_Model* model, const Choice& choice) {
    const auto matrix = columns_of(choice);
    const std::vector<double> zeros(choice.gains.size(), 0.0);
    const std::vector<double> ones(choice.gains.size(), 1.0);
    std::vector<double> lower;
    std::vector<double> upper;
    for (const auto& row : choice.rows) {
        lower.push_back(row.lower);
        upper.push_back(row.upper);
    }
    Cbc_loadProblem(
        model,
        static_cast<int>(choice.gains.size()),
        static_cast<int>(choice.rows.size()),
        matrix.starts.data(),
        matrix.rows.data(),
        matrix.values.data(),
        zeros.data(),
        ones.data(),
        choice.gains.data(),
        lower.data(),
        upper.data()
    );
    Cbc_setObjSense(model, -1.0);
    for (int column = 0; column < static_cast<int>(choice.gains.size()); ++column) {
        Cbc_setInteger(model, column);
    }
}

}  // namespace

std::optional<Chosen> choose(const Choice& choice) {
    if (choice.gains.empty()) return Chosen{{}, true};

    static std::mutex one_at_a_time;  // COIN keeps some of its state in globals
    const std::lock_guard lock(one_at_a_time);
    const Model model(Cbc_newModel(), &Cbc_deleteModel);
    load(model.get(), choice);
    Cbc_setLogLevel(model.get(), 0);
    Cbc_setMaximumNodes(model.get(), choice.nodes);
    Cbc_setAllowableGap(model.get(), 0.0);
    Cbc_setAllowableFractionGap(model.get(), 0.0);
    Cbc_solve(model.get());

    const auto* solution = Cbc_bestSolution(model.get());
    if (solution == nullptr) return std::nullopt;
    Chosen chosen{{}, Cbc_isProvenOptimal(model.get()) != 0};
    for (std::size_t column = 0; column < choice.gains.size(); ++column) {
        chosen.columns.push_back(solution[column] > 0.5);
    }
    return chosen;
}

}  // namespace nangluc::assign
