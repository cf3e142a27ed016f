#pragma once

#include <vector>

#include "modules/needs/register/register.hpp"

namespace nangluc::needs {

// One unit and one competency: people of whom a level is required, of these with a gap, the levels
// they miss together, and not assessed. met = required − with_gap − unknown.
struct Cell {
    int required = 0;
    int with_gap = 0;
    int gap_sum = 0;
    int unknown = 0;

    friend bool operator==(const Cell&, const Cell&) = default;
};
BOOST_DESCRIBE_STRUCT(Cell, (), (required, with_gap, gap_sum, unknown))

struct MatrixRow {
    UnitId unit;
    int people = 0;
    bool has_children = false;
    std::vector<Cell> cells;  // in the order of the columns
};

// A unit, then its children, against the competencies of which anything is required there.
struct Matrix {
    std::vector<CompetencyId> columns;  // by block and slot
    MatrixRow total;
    std::vector<MatrixRow> rows;  // in the order of the tree; the unit's own people in no row
};
Matrix matrix_of(const Register& reg, gaps::UnitNumber unit);

}  // namespace nangluc::needs
