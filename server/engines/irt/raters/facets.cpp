#include "engines/irt/raters/facets.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "engines/irt/calibrate/acceleration.hpp"
#include "engines/irt/raters/facet_model.hpp"

namespace nangluc::irt {

namespace {

// What sums to zero is held there by a heavy weight on the square of its sum. The likelihood is the
// same along those directions, so the weight moves nothing else.
void hold_sums(const Places& places, Matrix& information, double weight) {
    for (const auto& [first, count] : places.constrained()) {
        for (auto i = first; i < first + count; ++i) {
            for (auto j = first; j < first + count; ++j) information(i, j) += weight;
        }
    }
}

double heaviest(const Matrix& matrix) {
    double most = 1;
    for (std::size_t i = 0; i < matrix.rows(); ++i) most = std::max(most, matrix(i, i));
    return most;
}

struct Step {
    std::vector<double> from;
    std::vector<double> change;
    double value = 0;  // of the likelihood where it begins
};

// Where the step leads, cut to a length of 2 and halved until no likelihood is lost; none where it
// leads nowhere.
std::optional<std::vector<double>> end_of(
    const Step& step, const FacetModel& model, std::span<const double> counts
) {
    double length = 0;
    for (const double change : step.change) length = std::max(length, std::abs(change));
    if (length < 1e-9) return std::nullopt;
    double share = std::min(1.0, 2 / length);
    while (share > 1e-8) {
        auto end = step.from;
        for (std::size_t at = 0; at < end.size(); ++at) end[at] += share * step.change[at];
        if (!(model.newton(end, counts).value < step.value)) return end;
        share /= 2;
    }
    return std::nullopt;
}

std::vector<double> maximised(
    const FacetModel& model, std::vector<double> values, std::span<const double> counts
) {
    for (int round = 0; round < 5; ++round) {
        auto newton = model.newton(values, counts);
        hold_sums(model.places(), newton.information, heaviest(newton.information));
        const auto factor = Cholesky::of(newton.information);
        if (!factor) return values;
        const Step step{values, factor->solve(newton.gradient), newton.value};
        auto next = end_of(step, model, counts);
        if (!next) return values;
        values = std::move(*next);
    }
    return values;
}

struct Cycles {
    std::vector<double> values;
    double log_likelihood = 0;
    bool converged = false;
    int count = 0;
};

Cycles run(const FacetModel& model, const FacetOptions& options) {
    Cycles cycles;
    std::vector<double> tried(model.places().size(), 0.0);
    tried[0] = 1;
    auto plain = tried;
    Acceleration acceleration(6);
    double best = -std::numeric_limits<double>::infinity();
    while (cycles.count < options.most_cycles) {
        ++cycles.count;
        const auto expected = model.expect(tried);
        if (!(expected.log_likelihood >= best - 1e-9)) {
            acceleration.restart();
            best = -std::numeric_limits<double>::infinity();
            tried = plain;
            continue;
        }
        best = cycles.log_likelihood = expected.log_likelihood;
        cycles.values = tried;
        plain = maximised(model, tried, expected.counts);
        auto change = plain;
        double largest = 0;
        for (std::size_t at = 0; at < change.size(); ++at) {
            change[at] -= tried[at];
            largest = std::max(largest, std::abs(change[at]));
        }
        if (largest < options.tolerance) {
            cycles.converged = true;
            break;
        }
        tried = acceleration.next(tried, change);
    }
    return cycles;
}

std::vector<double> errors_at(const FacetModel& model, std::span<const double> values) {
    const auto expected = model.expect(values);
    auto information = model.observed_information(values, expected.counts);
    hold_sums(model.places(), information, 1e5 * heaviest(information));
    std::vector<double> errors(values.size(), std::nan(""));
    const auto factor = Cholesky::of(information);
    if (!factor) return errors;
    const auto covariance = factor->inverse();
    for (std::size_t at = 0; at < errors.size(); ++at) errors[at] = std::sqrt(covariance(at, at));
    return errors;
}

void add_persons(
    const RatingDesign& design,
    const FacetModel& model,
    std::span<const double> values,
    Facets& facets
) {
    const auto logs = model.log_tables(values);
    facets.persons.resize(design.persons);
    std::vector<double> counts(design.persons, 0.0);
    for (const auto& rating : design.ratings) {
        facets.persons[rating.person].observed_mean += real(rating.category);
        ++counts[rating.person];
    }
    // The average rater has severity zero; the model asks for some rater's place.
    std::vector<double> fair(values.begin(), values.end());
    fair[model.places().rater(0)] = 0;
    for (std::size_t number = 0; number < design.persons; ++number) {
        auto& person = facets.persons[number];
        person.observed_mean /= counts[number];
        std::vector<double> posterior;
        model.posterior_of(number, logs, posterior);
        double mean = 0;
        double square = 0;
        for (std::size_t q = 0; q < posterior.size(); ++q) {
            const double t = values[0] * model.grid().nodes[q];
            mean += posterior[q] * t;
            square += posterior[q] * t * t;
        }
        person.t = mean;
        person.se = std::sqrt(std::max(square - mean * mean, 0.0));
        for (std::uint32_t item = 0; item < design.items; ++item) {
            person.fair_mean += model.point({item, 0}, mean, fair).mean / real(design.items);
        }
    }
}

void add_rater_fit(
    const RatingDesign& design,
    const FacetModel& model,
    std::span<const double> values,
    Facets& facets
) {
    std::vector<double> variances(design.raters, 0.0);
    for (const auto& [person, item, rater, category] : design.ratings) {
        const auto at = model.point({item, rater}, facets.persons[person].t, values);
        double variance = 0;
        for (std::size_t k = 0; k < design.categories; ++k) {
            variance += at.p[k] * (real(k) - at.mean) * (real(k) - at.mean);
        }
        const double square = (real(category) - at.mean) * (real(category) - at.mean);
        auto& of = facets.raters[rater];
        of.infit += square;
        of.outfit += square / variance;
        ++of.ratings;
        variances[rater] += variance;
    }
    for (std::size_t rater = 0; rater < design.raters; ++rater) {
        facets.raters[rater].infit /= variances[rater];
        facets.raters[rater].outfit /= facets.raters[rater].ratings;
    }
}

}  // namespace

Result<Facets> estimate_facets(const RatingDesign& design, const FacetOptions& options) {
    if (design.ratings.empty() || design.categories < 2) return invalid("facets.nobody");
    if (design.categories > most_categories) return invalid("facets.too_many_categories");
    Facets facets;
    facets.connections = connections(design);
    if (facets.connections.subsets > 1 && !options.with_subsets) {
        return conflict("facets.disconnected");
    }
    const FacetModel model(design, options.steps);
    const auto cycles = run(model, options);
    const auto& values = cycles.values;
    const auto errors = errors_at(model, values);
    const auto& places = model.places();
    facets.log_likelihood = cycles.log_likelihood;
    facets.converged = cycles.converged;
    facets.cycles = cycles.count;
    facets.parameters = places.size() - places.constrained().size();
    facets.person_sd = std::abs(values[0]);
    facets.se_person_sd = errors[0];
    for (std::size_t item = 0; item < design.items; ++item) {
        FacetItem of{values[places.item(item)], errors[places.item(item)], {}, {}};
        for (std::size_t k = 1; k <= places.steps(); ++k) {
            of.steps.push_back(values[places.step(item, k)]);
            of.se_steps.push_back(errors[places.step(item, k)]);
        }
        facets.items.push_back(std::move(of));
    }
    for (std::size_t rater = 0; rater < design.raters; ++rater) {
        facets.raters.push_back({values[places.rater(rater)], errors[places.rater(rater)]});
    }
    add_persons(design, model, values, facets);
    add_rater_fit(design, model, values, facets);
    return facets;
}

}  // namespace nangluc::irt
