#include "engines/irt/fit/limited_information.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "engines/irt/numeric/distributions.hpp"

namespace nangluc::irt {

namespace {

// A moment is the mean of an item's score, or of the product of two.
struct Moment {
    std::size_t first;
    std::size_t second;
    bool is_product;
};

std::vector<Moment> moments_of(std::size_t items) {
    std::vector<Moment> moments;
    for (std::size_t i = 0; i < items; ++i) moments.push_back({i, i, false});
    for (std::size_t i = 0; i < items; ++i) {
        for (std::size_t j = 0; j < i; ++j) moments.push_back({i, j, true});
    }
    return moments;
}

// At one node: mean and mean square of each item's score.
struct Node {
    double weight;
    std::vector<double> mean;
    std::vector<double> square;

    double of(const Moment& moment) const {
        return mean[moment.first] * (moment.is_product ? mean[moment.second] : 1);
    }
    // The product of two moments: an item that stands in both counts by its mean square.
    double of(const Moment& left, const Moment& right) const {
        const auto stands = [&](std::size_t item) {
            return item == right.first || (right.is_product && item == right.second);
        };
        const auto free = [&](std::size_t item) {
            return item != left.first && !(left.is_product && item == left.second);
        };
        double product = stands(left.first) ? square[left.first] : mean[left.first];
        if (left.is_product) {
            product *= stands(left.second) ? square[left.second] : mean[left.second];
        }
        if (free(right.first)) product *= mean[right.first];
        if (right.is_product && free(right.second)) product *= mean[right.second];
        return product;
    }
};

std::vector<Node> nodes_of(const Estimate& estimate, const Grid& grid) {
    const auto logs = grid.log_weights(estimate.latents.front());
    std::vector<Node> nodes;
    for (std::size_t q = 0; q < grid.size(); ++q) {
        Node node{std::exp(logs[q]), {}, {}};
        for (const auto& item : estimate.items) {
            const auto [mean, variance] = expected_category(item, grid.nodes[q]);
            node.mean.push_back(mean);
            node.square.push_back(variance + mean * mean);
        }
        nodes.push_back(std::move(node));
    }
    return nodes;
}

struct Model {
    std::vector<double> expected;
    Matrix covariance;   // of one person's moments
    Matrix derivatives;  // a row a moment, a column a parameter
};

// The derivatives of each item's expected score at one ability.
Matrix score_slopes(const Estimate& estimate, const Layout& layout, double t) {
    Matrix slopes(estimate.items.size(), layout.size());
    Probabilities p;
    for (std::size_t number = 0; number < estimate.items.size(); ++number) {
        const auto& item = estimate.items[number];
        std::vector<double> gradient(item.categories() * item.parameters());
        probabilities(item, t, p);
        parameter_gradient(item, t, gradient);
        for (std::size_t at = 0; at < item.parameters(); ++at) {
            const auto place = layout.of(number, at);
            if (place == Layout::fixed) continue;
            for (std::size_t k = 1; k < item.categories(); ++k) {
                slopes(number, place) += real(k) * p[k] * gradient[k * item.parameters() + at];
            }
        }
    }
    return slopes;
}

void add_derivatives(const Node& node, const Matrix& slopes, Matrix& derivatives) {
    const auto moments = moments_of(slopes.rows());
    for (std::size_t row = 0; row < moments.size(); ++row) {
        const auto& [i, j, is_product] = moments[row];
        const double of_i = node.weight * (is_product ? node.mean[j] : 1);
        const double of_j = node.weight * (is_product ? node.mean[i] : 0);
        for (std::size_t at = 0; at < slopes.columns(); ++at) {
            derivatives(row, at) += of_i * slopes(i, at) + of_j * slopes(j, at);
        }
    }
}

Model model_of(const Estimate& estimate, const Layout& layout, const Grid& grid) {
    const auto moments = moments_of(estimate.items.size());
    const auto nodes = nodes_of(estimate, grid);
    Model model{
        std::vector<double>(moments.size()),
        Matrix(moments.size(), moments.size()),
        Matrix(moments.size(), layout.size())};
    for (const auto& node : nodes) {
        for (std::size_t i = 0; i < moments.size(); ++i) {
            model.expected[i] += node.weight * node.of(moments[i]);
            for (std::size_t j = 0; j <= i; ++j) {
                model.covariance(i, j) += node.weight * node.of(moments[i], moments[j]);
            }
        }
    }
    for (std::size_t i = 0; i < moments.size(); ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            model.covariance(i, j) -= model.expected[i] * model.expected[j];
        }
    }
    for (std::size_t q = 0; q < nodes.size(); ++q) {
        add_derivatives(nodes[q], score_slopes(estimate, layout, grid.nodes[q]), model.derivatives);
    }
    return model;
}

struct Sample {
    double people = 0;
    std::vector<double> means;
};

Sample sample_of(const Responses& responses) {
    const auto moments = moments_of(responses.items().size());
    Sample sample{0, std::vector<double>(moments.size())};
    for (std::size_t row = 0; row < responses.rows(); ++row) {
        const auto cells = responses.row(row);
        if (std::ranges::find(cells, missing) != cells.end()) continue;
        const double people = responses.frequency(row);
        sample.people += people;
        for (std::size_t at = 0; at < moments.size(); ++at) {
            const auto& [first, second, is_product] = moments[at];
            sample.means[at] += people * cells[first] * (is_product ? cells[second] : 1);
        }
    }
    for (auto& mean : sample.means) mean /= sample.people;
    return sample;
}

// Both correlations with the model's standard deviations, as the residual is one of products.
double residual_correlation(const Model& model, const Sample& sample, std::size_t items) {
    const auto moments = moments_of(items);
    double sum = 0;
    for (std::size_t at = items; at < moments.size(); ++at) {
        const auto& [i, j, is_product] = moments[at];
        const auto& e = model.expected;
        const double spread = std::sqrt(model.covariance(i, i) * model.covariance(j, j));
        const double expected = (e[at] - e[i] * e[j]) / spread;
        const double seen = (sample.means[at] - sample.means[i] * sample.means[j]) / spread;
        sum += (seen - expected) * (seen - expected);
    }
    return std::sqrt(sum / real(moments.size() - items));
}

std::vector<double> residuals_of(const Model& model, const Sample& sample) {
    std::vector<double> residuals(sample.means.size());
    for (std::size_t at = 0; at < residuals.size(); ++at) {
        residuals[at] = sample.means[at] - model.expected[at];
    }
    return residuals;
}

// The derivatives, each divided by the root of the covariance, as rows.
Matrix scaled_derivatives(const Model& model, const Cholesky& covariance) {
    const auto& derivatives = model.derivatives;
    Matrix scaled(derivatives.columns(), derivatives.rows());
    std::vector<double> column(derivatives.rows());
    for (std::size_t at = 0; at < derivatives.columns(); ++at) {
        for (std::size_t row = 0; row < column.size(); ++row) column[row] = derivatives(row, at);
        std::ranges::copy(covariance.half_solve(column), scaled.row(at).begin());
    }
    return scaled;
}

double product(std::span<const double> left, std::span<const double> right) {
    double sum = 0;
    for (std::size_t at = 0; at < left.size(); ++at) sum += left[at] * right[at];
    return sum;
}

// M2 of one person: with everything divided by the root of the covariance, the squared length of
// the residuals less that of their projection on the derivatives. None where those are dependent.
std::optional<double> distance(
    const Model& model, const Sample& sample, const Cholesky& covariance
) {
    const auto residuals = covariance.half_solve(residuals_of(model, sample));
    const auto derivatives = scaled_derivatives(model, covariance);
    Matrix products(derivatives.rows(), derivatives.rows());
    std::vector<double> right(derivatives.rows());
    for (std::size_t i = 0; i < derivatives.rows(); ++i) {
        right[i] = product(derivatives.row(i), residuals);
        for (std::size_t j = 0; j <= i; ++j) {
            products(i, j) = product(derivatives.row(i), derivatives.row(j));
        }
    }
    const auto projection = Cholesky::of(products);
    if (!projection) return std::nullopt;
    const auto projected = projection->half_solve(right);
    return std::max(product(residuals, residuals) - product(projected, projected), 0.0);
}

}  // namespace

LimitedInformationFit limited_information_fit(
    const Responses& responses, const Estimate& estimate, const Layout& layout, const Grid& grid
) {
    const auto sample = sample_of(responses);
    const auto model = model_of(estimate, layout, grid);
    LimitedInformationFit fit;
    fit.people = sample.people;
    fit.srmsr = residual_correlation(model, sample, responses.items().size());
    fit.df = real(sample.means.size()) - real(layout.size());
    const auto factor = Cholesky::of(model.covariance);
    if (!factor || !(fit.df > 0) || !(sample.people > 0)) return fit;

    const auto apart = distance(model, sample, *factor);
    if (!apart) return fit;
    fit.estimable = true;
    fit.m2 = sample.people * *apart;
    fit.p = chi_square_above(fit.m2, fit.df);
    const double scale = sample.people * fit.df;
    fit.rmsea = std::sqrt(std::max(fit.m2 - fit.df, 0.0) / scale);
    fit.rmsea_low = std::sqrt(noncentrality_for(fit.m2, fit.df, 0.95) / scale);
    fit.rmsea_high = std::sqrt(noncentrality_for(fit.m2, fit.df, 0.05) / scale);
    return fit;
}

}  // namespace nangluc::irt
