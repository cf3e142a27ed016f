#include "engines/irt/raters/facet_model.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace nangluc::irt {

FacetModel::FacetModel(const RatingDesign& design, Steps steps)
    : design_(design), places_(design, steps), grid_(-8, 8, 161) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> numbers;
    ratings_of_.resize(design.persons);
    for (const auto& [person, item, rater, category] : design.ratings) {
        const auto number = static_cast<std::uint32_t>(cells_.size());
        const auto [found, is_new] = numbers.try_emplace({item, rater}, number);
        if (is_new) cells_.push_back({item, rater});
        ratings_of_[person].emplace_back(found->second, category);
    }
    weights_ = grid_.log_weights({});
}

FacetModel::Expected FacetModel::expect(std::span<const double> values) const {
    const auto logs = log_tables(values);
    Expected expected{0, std::vector<double>(logs.size(), 0.0)};
    std::vector<double> posterior;
    for (std::size_t person = 0; person < design_.persons; ++person) {
        expected.log_likelihood += posterior_of(person, logs, posterior);
        for (const auto& [cell, category] : ratings_of_[person]) {
            double* const into = &expected.counts[row_of(cell, category)];
            for (std::size_t q = 0; q < grid_.size(); ++q) into[q] += posterior[q];
        }
    }
    return expected;
}

FacetModel::Newton FacetModel::newton(
    std::span<const double> values, std::span<const double> counts
) const {
    const auto size = values.size();
    Newton sums{0, std::vector<double>(size, 0.0), Matrix(size, size)};
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
        for (std::size_t q = 0; q < grid_.size(); ++q) add_node({cell, q}, values, counts, sums);
    }
    return sums;
}

Matrix FacetModel::observed_information(
    std::span<const double> values, std::span<const double> counts
) const {
    auto matrix = newton(values, counts).information;
    const auto logs = log_tables(values);
    for (std::size_t person = 0; person < design_.persons; ++person) {
        subtract_person(person, values, logs, matrix);
    }
    return matrix;
}

double FacetModel::posterior_of(
    std::size_t person, std::span<const double> logs, std::vector<double>& posterior
) const {
    const auto nodes = grid_.size();
    posterior.assign(weights_.begin(), weights_.begin() + static_cast<std::ptrdiff_t>(nodes));
    for (const auto& [cell, category] : ratings_of_[person]) {
        const double* const row = &logs[row_of(cell, category)];
        for (std::size_t q = 0; q < nodes; ++q) posterior[q] += row[q];
    }
    const double highest = *std::ranges::max_element(posterior);
    double sum = 0;
    for (auto& value : posterior) {
        value = std::exp(value - highest);
        sum += value;
    }
    for (auto& value : posterior) value /= sum;
    return ratings_of_[person].empty() ? 0 : highest + std::log(sum);
}

CellPoint FacetModel::point(const Cell& cell, double t, std::span<const double> values) const {
    CellPoint at;
    const auto steps = places_.steps();
    const double base = t - values[places_.item(cell.item)] - values[places_.rater(cell.rater)];
    double highest = 0;
    for (std::size_t k = 1; k <= steps; ++k) {
        at.p[k] = at.p[k - 1] + base - values[places_.step(cell.item, k)];
        highest = std::max(highest, at.p[k]);
    }
    double sum = 0;
    for (std::size_t k = 0; k <= steps; ++k) {
        at.p[k] = std::exp(at.p[k] - highest);
        sum += at.p[k];
    }
    for (auto k = steps + 1; k-- > 0;) {
        at.p[k] /= sum;
        at.above[k] = at.above[k + 1] + at.p[k];
        at.mean += real(k) * at.p[k];
    }
    return at;
}

std::vector<double> FacetModel::log_tables(std::span<const double> values) const {
    std::vector<double> logs(cells_.size() * design_.categories * grid_.size());
    for (std::uint32_t cell = 0; cell < cells_.size(); ++cell) {
        for (std::size_t q = 0; q < grid_.size(); ++q) {
            const auto at = point(cells_[cell], values[0] * grid_.nodes[q], values);
            for (std::uint32_t k = 0; k < design_.categories; ++k) {
                logs[row_of(cell, k) + q] = std::log(std::max(at.p[k], 1e-300));
            }
        }
    }
    return logs;
}

std::size_t FacetModel::row_of(std::uint32_t cell, std::uint32_t category) const {
    return (std::size_t{cell} * design_.categories + category) * grid_.size();
}

// Category less what is expected of it; and of each step whether it was passed. Always the same
// places in the same order for one cell.
void FacetModel::score_of(
    const Cell& cell,
    std::uint32_t category,
    double z,
    const CellPoint& at,
    std::vector<Score>& into
) const {
    const double distance = real(category) - at.mean;
    into.push_back({Places::sd(), z * distance});
    into.push_back({places_.item(cell.item), -distance});
    into.push_back({places_.rater(cell.rater), -distance});
    for (std::size_t k = 1; k <= places_.steps(); ++k) {
        into.push_back({places_.step(cell.item, k), at.above[k] - (category >= k ? 1 : 0)});
    }
}

void FacetModel::add_node(
    const Node& node, std::span<const double> values, std::span<const double> counts, Newton& sums
) const {
    const auto& cell = cells_[node.cell];
    const double z = grid_.nodes[node.q];
    const auto number = static_cast<std::uint32_t>(node.cell);
    double people = 0;
    for (std::uint32_t k = 0; k < design_.categories; ++k) {
        people += counts[row_of(number, k) + node.q];
    }
    if (people < 1e-12) return;
    const auto at = point(cell, values[0] * z, values);
    std::vector<Score> score;
    for (std::uint32_t k = 0; k < design_.categories; ++k) {
        const double count = counts[row_of(number, k) + node.q];
        sums.value += count * std::log(std::max(at.p[k], 1e-300));
        score.clear();
        score_of(cell, k, z, at, score);
        for (const auto& [i, left] : score) {
            sums.gradient[i] += count * left;
            for (const auto& [j, right] : score) {
                sums.information(i, j) += people * at.p[k] * left * right;
            }
        }
    }
}

// Mean and variance of a person's score, over the few effects that their ratings concern.
class FacetModel::ScoreMoments {
public:
    // Each point of a person names the same places in the same order.
    explicit ScoreMoments(const std::vector<Score>& point) {
        for (const auto& part : point) places_.push_back(part.place);
        std::ranges::sort(places_);
        places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
        for (const auto& part : point) {
            const auto found = std::ranges::lower_bound(places_, part.place) - places_.begin();
            own_.push_back(static_cast<std::size_t>(found));
        }
        mean_.assign(places_.size(), 0.0);
        squares_ = Matrix(places_.size(), places_.size());
    }

    void add(double weight, const std::vector<Score>& point) {
        score_.assign(places_.size(), 0.0);
        for (std::size_t at = 0; at < point.size(); ++at) score_[own_[at]] += point[at].value;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            mean_[i] += weight * score_[i];
            for (std::size_t j = 0; j < places_.size(); ++j) {
                squares_(i, j) += weight * score_[i] * score_[j];
            }
        }
    }

    void subtract_variance(Matrix& from) const {
        for (std::size_t i = 0; i < places_.size(); ++i) {
            for (std::size_t j = 0; j < places_.size(); ++j) {
                from(places_[i], places_[j]) -= squares_(i, j) - mean_[i] * mean_[j];
            }
        }
    }

private:
    std::vector<std::size_t> places_;
    std::vector<std::size_t> own_;  // the place of each part, numbered for the while
    std::vector<double> score_;
    std::vector<double> mean_;
    Matrix squares_;
};

void FacetModel::subtract_person(
    std::size_t person, std::span<const double> values, std::span<const double> logs, Matrix& from
) const {
    std::vector<double> posterior;
    posterior_of(person, logs, posterior);
    std::optional<ScoreMoments> moments;
    std::vector<Score> parts;
    for (std::size_t q = 0; q < grid_.size(); ++q) {
        if (posterior[q] < 1e-13) continue;
        const double z = grid_.nodes[q];
        parts.clear();
        for (const auto& [cell, category] : ratings_of_[person]) {
            score_of(cells_[cell], category, z, point(cells_[cell], values[0] * z, values), parts);
        }
        if (!moments) moments.emplace(parts);
        moments->add(posterior[q], parts);
    }
    if (moments) moments->subtract_variance(from);
}

}  // namespace nangluc::irt
