#include "engines/assign/annual/search/relaxation.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace nangluc::annual {

namespace {

// Nine places, as the certificate writes them, so that what is proven here is proven there.
double as_written(double price) {
    constexpr auto places = 1e9;
    return std::round(price * places) / places;
}

std::vector<Price> written(const std::vector<double>& prices) {
    std::vector<Price> kept;
    for (std::size_t row = 0; row < prices.size(); ++row) {
        const auto price = as_written(prices[row]);
        if (price > 0) kept.push_back({static_cast<int>(row), price});
    }
    return kept;
}

std::vector<Price> sum(
    const std::vector<Price>& base, const std::vector<Price>& more, double times
) {
    std::map<int, double> all;
    for (const auto& [row, price] : base) all[row] += price;
    for (const auto& [row, price] : more) all[row] += times * price;
    std::vector<Price> prices;
    for (const auto& [row, price] : all) prices.push_back({row, as_written(price)});
    return prices;
}

// What the prices alone promise, without any gain: below 0 nothing in the box meets the rows.
double promise(
    const Model& model,
    const std::vector<Row>& pool,
    const std::vector<Price>& prices,
    const Box& box
) {
    auto bare = Model{model.columns, {}};
    for (auto& column : bare.columns) column.gain = 0;
    return dual_bound(bare, pool, prices, box);
}

}  // namespace

Relaxation::Relaxation(const Model& model, GoOn go_on)
    : model_(model), go_on_(std::move(go_on)), pool_(model.rows), lp_(model) {}

bool Relaxation::tighten() {
    auto rows = model_.separate(lp_.columns());
    if (rows.empty()) return false;
    lp_.add(rows);
    for (auto& row : rows) pool_.push_back(std::move(row));
    return true;
}

std::vector<Price> Relaxation::prices() const {
    return written(lp_.prices());
}

Relaxation::Answer Relaxation::solve(
    const Box& box, const Effort& effort, const std::vector<Price>& known
) {
    lp_.set_boxes(box.lower, box.upper);
    auto outcome = lp_.solve();
    for (int round = 0; outcome == Lp::Outcome::solved && round < effort.rounds; ++round) {
        if (lp_.value() <= effort.enough || !go_on_() || !tighten()) break;
        outcome = lp_.solve();
    }
    if (outcome == Lp::Outcome::infeasible) return refuted(box, effort.enough, known);

    Answer answer;
    answer.prices = prices();
    answer.bound = dual_bound(model_, pool_, answer.prices, box);
    const auto columns = lp_.columns();
    answer.columns.assign(columns.begin(), columns.end());
    return answer;
}

// The rows with a common slack that costs: its prices are a direction in which rows cannot all be
// met, where Clp has no ray to give.
std::vector<double> Relaxation::elastic_prices(const Box& box) const {
    Model elastic{.columns = model_.columns, .rows = pool_};
    const auto slack = static_cast<int>(elastic.columns.size());
    for (std::size_t column = 0; column < elastic.columns.size(); ++column) {
        auto& of = elastic.columns[column];
        of.gain = 0;
        of.lower = box.lower[column];
        of.upper = box.upper[column];
    }
    elastic.columns.push_back({.gain = -1, .upper = 1e6});
    for (auto& row : elastic.rows) row.entries.push_back({slack, -1});
    Lp lp(elastic);
    return lp.solve() == Lp::Outcome::solved ? lp.prices() : std::vector<double>{};
}

// A ray that proves infeasibility, taken often enough, pulls any bound as far down as wanted.
Relaxation::Answer Relaxation::refuted(
    const Box& box, double enough, const std::vector<Price>& known
) const {
    Answer answer;
    answer.feasible = false;
    answer.prices = known;
    answer.bound = dual_bound(model_, pool_, known, box);
    const auto ray = lp_.ray();
    if (pull_down(box, enough, ray, 1, answer)) return answer;
    if (pull_down(box, enough, ray, -1, answer)) return answer;
    pull_down(box, enough, elastic_prices(box), 1, answer);
    return answer;
}

bool Relaxation::pull_down(
    const Box& box, double enough, const std::vector<double>& ray, double sign, Answer& answer
) const {
    auto largest = 0.0;
    for (const auto weight : ray) largest = std::max(largest, std::abs(weight));
    if (largest <= 0) return false;
    std::vector<double> weights;
    for (const auto weight : ray) weights.push_back(std::max(0.0, sign * weight / largest));
    const auto direction = written(weights);
    const auto drop = promise(model_, pool_, direction, box);
    if (drop >= -1e-7) return false;
    const auto times = std::ceil(std::max(1.0, (answer.bound - enough + 1) / -drop));
    auto prices = sum(answer.prices, direction, times);
    const auto bound = dual_bound(model_, pool_, prices, box);
    if (bound >= answer.bound) return false;
    answer.bound = bound;
    answer.prices = std::move(prices);
    return true;
}

double Relaxation::taste(const Box& box, int iterations) {
    lp_.set_boxes(box.lower, box.upper);
    const auto outcome = lp_.solve(iterations);
    return outcome == Lp::Outcome::infeasible ? -1e300 : lp_.value();
}

bool Relaxation::settle(const Box& box, int rounds) {
    lp_.set_boxes(box.lower, box.upper);
    auto outcome = lp_.solve();
    for (int round = 0; outcome == Lp::Outcome::solved && round < rounds; ++round) {
        if (!go_on_() || !tighten()) break;
        outcome = lp_.solve();
    }
    return outcome == Lp::Outcome::solved;
}

}  // namespace nangluc::annual
