#include "engines/assign/annual/search/branching.hpp"

#include <algorithm>
#include <cmath>

#include "engines/assign/annual/nth.hpp"

namespace nangluc::annual {

namespace {

constexpr auto known_after = 4;  // tries on each side
constexpr auto least_fall = 1e-4;

double product(double down, double up) {
    return std::max(down, least_fall) * std::max(up, least_fall);
}

}  // namespace

double Branching::score(int column, double value) const {
    const auto& [falls, times] = records_[nth(column)];
    const auto down = value - std::floor(value);
    const double per_step[] = {
        times[0] > 0 ? falls[0] / times[0] : 1.0, times[1] > 0 ? falls[1] / times[1] : 1.0};
    return product(per_step[0] * down, per_step[1] * (1 - down));
}

std::vector<Branching::Candidate> Branching::candidates(const std::vector<double>& columns) const {
    int rank = 1'000;
    std::vector<Candidate> found;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const auto& column = model_.columns[at];
        const auto away = std::abs(columns[at] - std::round(columns[at]));
        if (!column.whole || away <= tolerance || column.rank > rank) continue;
        if (column.rank < rank) found.clear();
        rank = column.rank;
        found.push_back({static_cast<int>(at), score(static_cast<int>(at), columns[at])});
    }
    std::ranges::stable_sort(found, std::greater{}, &Candidate::score);
    return found;
}

double Branching::try_side(Box box, int column, double number, bool at_most, double bound) {
    // An opening moves much; a seat little.
    const auto iterations = model_.columns[nth(column)].rank == 0 ? 600 : 60;
    (at_most ? box.upper : box.lower)[nth(column)] = number;
    const auto fall = std::max(0.0, bound - relaxation_.taste(box, iterations));
    constexpr auto as_good_as_refuted = 1e6;
    return std::min(fall, as_good_as_refuted);
}

double Branching::strong(const Box& box, int column, double value, double bound) {
    const auto start = relaxation_.lp().basis();
    const auto down = try_side(box, column, std::floor(value), true, bound);
    relaxation_.lp().restore(start);
    const auto up = try_side(box, column, std::ceil(value), false, bound);
    relaxation_.lp().restore(start);

    auto& [falls, times] = records_[nth(column)];
    const auto fraction = value - std::floor(value);
    falls[0] += down / fraction;
    falls[1] += up / (1 - fraction);
    ++times[0];
    ++times[1];
    return product(down, up);
}

std::optional<Split> Branching::choose(
    const Box& box, const std::vector<double>& columns, double bound
) {
    constexpr std::size_t most_tried = 8;
    auto found = candidates(columns);
    if (found.empty()) return std::nullopt;
    if (found.size() > most_tried) found.resize(most_tried);
    for (auto& candidate : found) {
        const auto& record = records_[nth(candidate.column)];
        if (record.times[0] >= known_after) continue;
        candidate.score = strong(box, candidate.column, columns[nth(candidate.column)], bound);
    }
    const auto best = std::ranges::max_element(found, {}, &Candidate::score);
    const auto value = columns[nth(best->column)];
    return Split{best->column, true, static_cast<int>(std::floor(value))};
}

}  // namespace nangluc::annual
