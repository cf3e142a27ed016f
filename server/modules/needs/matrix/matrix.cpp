#include "modules/needs/matrix/matrix.hpp"

namespace nangluc::needs {

namespace {

Cell cell_of(const gaps::Count& count) {
    return {
        .required = static_cast<int>(count.required),
        .with_gap = static_cast<int>(count.with_gap),
        .gap_sum = static_cast<int>(count.gap_sum),
        .unknown = static_cast<int>(count.unknown),
    };
}

MatrixRow row_of(
    const Register& reg, gaps::UnitNumber unit, const std::vector<gaps::Competency>& columns
) {
    const auto& units = reg.live.population().units();
    MatrixRow row{
        .unit = reg.units[unit].id,
        .people = reg.headcount[unit],
        .has_children = units.end(unit) > unit + 1,
        .cells = {},
    };
    for (const auto column : columns)
        row.cells.push_back(cell_of(reg.live.cube().at(unit, column)));
    return row;
}

}  // namespace

Matrix matrix_of(const Register& reg, gaps::UnitNumber unit) {
    Matrix matrix;
    std::vector<gaps::Competency> columns;
    for (const auto& competency : reg.competencies) {
        const auto number = reg.competency_numbers.at(competency.id);
        if (reg.live.cube().at(unit, number).required == 0) continue;
        columns.push_back(number);
        matrix.columns.push_back(competency.id);
    }

    const auto& units = reg.live.population().units();
    matrix.total = row_of(reg, unit, columns);
    for (auto child = unit + 1; child < units.end(unit); child = units.end(child)) {
        matrix.rows.push_back(row_of(reg, child, columns));
    }
    return matrix;
}

}  // namespace nangluc::needs
