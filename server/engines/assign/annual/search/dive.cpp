#include "engines/assign/annual/search/dive.hpp"

#include <algorithm>
#include <cmath>

namespace nangluc::annual {

namespace {

constexpr auto rounds = 3;

double distance(double value) {
    return std::abs(value - std::round(value));
}

// The opening nearest to whole that is not; nothing where all are.
std::optional<std::size_t> nearest_opening(const Model& model, std::span<const double> columns) {
    std::optional<std::size_t> nearest;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const auto& of = model.columns[column];
        const bool open = of.whole && of.rank == 0 && distance(columns[column]) > tolerance;
        if (!open) continue;
        if (!nearest || distance(columns[column]) < distance(columns[*nearest])) nearest = column;
    }
    return nearest;
}

bool decide(const Model& model, Relaxation& relaxation, Box& box, std::size_t column) {
    const auto value = relaxation.lp().columns()[column];
    const auto basis = relaxation.lp().basis();
    const auto before = box;
    for (const double number : {std::round(value), 1 - std::round(value)}) {
        box = before;
        box.lower[column] = number;
        box.upper[column] = number;
        box.shut_what_follows(model);
        if (relaxation.settle(box, rounds)) return true;
        relaxation.lp().restore(basis);
    }
    return false;
}

}  // namespace

bool is_whole(const Model& model, std::span<const double> columns) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (model.columns[column].whole && distance(columns[column]) > tolerance) return false;
    }
    return true;
}

std::optional<Box> dive(const Model& model, Relaxation& relaxation, Box box, double worthless) {
    while (relaxation.lp().value() > worthless) {
        const auto column = nearest_opening(model, relaxation.lp().columns());
        if (!column) break;
        if (!relaxation.may_go_on()) return std::nullopt;
        if (!decide(model, relaxation, box, *column)) return std::nullopt;
    }
    if (relaxation.lp().value() <= worthless) return std::nullopt;
    const auto columns = relaxation.lp().columns();
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const auto& of = model.columns[column];
        if (!of.whole || of.rank != 0) continue;
        box.lower[column] = box.upper[column] = std::round(columns[column]);
    }
    box.shut_what_follows(model);
    return box;
}

}  // namespace nangluc::annual
