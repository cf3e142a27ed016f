#include "engines/irt/calibrate/conditional.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

namespace {

// People who answered the same items.
struct Form {
    std::vector<std::size_t> items;
    std::vector<double> sums;                  // people by sum
    std::vector<std::vector<double>> answers;  // people by category of each item
};

std::vector<Form> forms_of(const Responses& responses) {
    std::map<std::vector<bool>, Form> forms;
    for (std::size_t row = 0; row < responses.rows(); ++row) {
        const auto cells = responses.row(row);
        std::vector<bool> asked;
        for (const auto category : cells) asked.push_back(category != missing);
        auto& form = forms[asked];
        if (form.sums.empty()) {
            std::size_t highest = 0;
            for (std::size_t item = 0; item < cells.size(); ++item) {
                if (!asked[item]) continue;
                form.items.push_back(item);
                form.answers.emplace_back(responses.items()[item].categories());
                highest += responses.items()[item].categories() - 1;
            }
            form.sums.resize(highest + 1);
        }
        std::size_t sum = 0;
        for (std::size_t at = 0; at < form.items.size(); ++at) {
            const auto category = cells[form.items[at]];
            form.answers[at][category] += responses.frequency(row);
            sum += category;
        }
        form.sums[sum] += responses.frequency(row);
    }
    std::vector<Form> list;
    for (auto& [asked, form] : forms) list.push_back(std::move(form));
    return list;
}

using LogWeights = std::vector<std::vector<double>>;

// Where each item's intercepts stand in one vector.
class Intercepts {
public:
    explicit Intercepts(const std::vector<ItemInfo>& items) {
        for (const auto& item : items) {
            first_.push_back(size_);
            steps_.push_back(item.categories() - 1);
            size_ += item.categories() - 1;
        }
    }
    std::size_t size() const { return size_; }
    std::size_t steps(std::size_t item) const { return steps_[item]; }
    std::size_t of(std::size_t item, std::size_t k) const { return first_[item] + k - 1; }
    bool is_highest(std::size_t place) const {
        for (std::size_t item = 0; item < first_.size(); ++item) {
            if (of(item, steps_[item]) == place) return true;
        }
        return false;
    }
    LogWeights weights(const Form& form, std::span<const double> values) const {
        LogWeights weights;
        for (const auto item : form.items) {
            auto& own = weights.emplace_back(1, 0.0);
            for (std::size_t k = 1; k <= steps_[item]; ++k) own.push_back(values[of(item, k)]);
        }
        return weights;
    }

private:
    std::vector<std::size_t> first_;
    std::vector<std::size_t> steps_;
    std::size_t size_ = 0;
};

struct Slope {
    double log_likelihood = 0;
    std::vector<double> gradient;
};

void add_form(
    const Form& form, const Intercepts& places, std::span<const double> values, Slope& slope
) {
    const auto weights = places.weights(form, values);
    const auto all = symmetric_functions(weights);
    for (std::size_t sum = 0; sum < form.sums.size(); ++sum) {
        if (form.sums[sum] == 0) continue;
        slope.log_likelihood -= form.sums[sum] * (std::log(all.values[sum]) + all.log_scale);
    }
    for (std::size_t at = 0; at < form.items.size(); ++at) {
        auto rest = weights;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
        const auto without = symmetric_functions(rest);
        for (std::size_t k = 1; k < weights[at].size(); ++k) {
            double expected = 0;
            const double scale = std::exp(weights[at][k] + without.log_scale - all.log_scale);
            for (auto sum = k; sum < form.sums.size(); ++sum) {
                if (form.sums[sum] == 0 || sum - k >= without.values.size()) continue;
                expected += form.sums[sum] * scale * without.values[sum - k] / all.values[sum];
            }
            const double seen = form.answers[at][k];
            slope.log_likelihood += seen * weights[at][k];
            slope.gradient[places.of(form.items[at], k)] += seen - expected;
        }
    }
}

class Conditional {
public:
    explicit Conditional(const Responses& responses)
        : forms_(forms_of(responses)), places_(responses.items()) {}

    const Intercepts& places() const { return places_; }

    Slope slope(std::span<const double> values) const {
        Slope slope{0, std::vector<double>(places_.size(), 0.0)};
        for (const auto& form : forms_) add_form(form, places_, values, slope);
        return slope;
    }

    // Central differences of the gradient. What shifts every person alike is held by a weight on
    // the sum of the highest intercepts, along which the likelihood is the same.
    Matrix information(std::span<const double> values, double weight) const {
        const auto size = places_.size();
        Matrix matrix(size, size);
        double heaviest = 1;
        for (std::size_t j = 0; j < size; ++j) {
            constexpr double step = 1e-5;
            std::vector<double> moved(values.begin(), values.end());
            moved[j] = values[j] + step;
            const auto above = slope(moved).gradient;
            moved[j] = values[j] - step;
            const auto below = slope(moved).gradient;
            for (std::size_t i = 0; i < size; ++i) {
                matrix(i, j) += (below[i] - above[i]) / (4 * step);
                matrix(j, i) += (below[i] - above[i]) / (4 * step);
            }
        }
        for (std::size_t i = 0; i < size; ++i) heaviest = std::max(heaviest, matrix(i, i));
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j < size; ++j) {
                if (places_.is_highest(i) && places_.is_highest(j)) {
                    matrix(i, j) += weight * heaviest;
                }
            }
        }
        return matrix;
    }

    double people() const {
        double people = 0;
        for (const auto& form : forms_) {
            for (std::size_t sum = 1; sum + 1 < form.sums.size(); ++sum) people += form.sums[sum];
        }
        return people;
    }

private:
    std::vector<Form> forms_;
    Intercepts places_;
};

// A step of less than 1e-10 of its length is rounding.
constexpr int most_halvings = 34;

struct Climb {
    std::vector<double> values;
    double log_likelihood = 0;
    bool converged = false;
    int rounds = 0;
};

// Goes along a step as far as the likelihood does not fall; false where only rounding is left.
bool advance(const Conditional& model, std::span<const double> step, double length, Climb& climb) {
    const double before = climb.log_likelihood;
    for (int halvings = 0; halvings < most_halvings; ++halvings) {
        const double share = std::ldexp(std::min(1.0, 3 / length), -halvings);
        auto next = climb.values;
        for (std::size_t at = 0; at < next.size(); ++at) next[at] += share * step[at];
        const double reached = model.slope(next).log_likelihood;
        if (!(reached >= before - 1e-9)) continue;
        climb.values = std::move(next);
        climb.log_likelihood = reached;
        return true;
    }
    return false;
}

Climb climb(const Conditional& model) {
    Climb climb;
    climb.values.assign(model.places().size(), 0.0);
    for (; climb.rounds < 60 && !climb.converged; ++climb.rounds) {
        const auto here = model.slope(climb.values);
        climb.log_likelihood = here.log_likelihood;
        const auto factor = Cholesky::of(model.information(climb.values, 1));
        if (!factor) return climb;
        const auto step = factor->solve(here.gradient);
        double length = 0;
        for (const double change : step) length = std::max(length, std::abs(change));
        climb.converged = length < 1e-9;
        if (advance(model, step, length, climb)) continue;
        climb.converged = length < 1e-6;
        return climb;
    }
    return climb;
}

// The items whose difficulty ran away.
std::vector<Fault> unbounded_items(
    const Climb& found, const Intercepts& places, const std::vector<ItemInfo>& items
) {
    const double limit = found.converged ? 25 : 7;
    std::vector<Fault> faults;
    for (std::size_t item = 0; item < items.size(); ++item) {
        bool runs_away = false;
        for (std::size_t k = 1; k <= places.steps(item); ++k) {
            runs_away = runs_away || std::abs(found.values[places.of(item, k)]) >= limit * real(k);
        }
        if (runs_away) faults.push_back({items[item].name, "conditional.unbounded"});
    }
    return faults;
}

}  // namespace

SymmetricFunctions symmetric_functions(std::span<const std::vector<double>> log_weights) {
    SymmetricFunctions functions{{1}, 0};
    std::vector<double> next;
    for (const auto& own : log_weights) {
        const double heaviest = *std::ranges::max_element(own);
        next.assign(functions.values.size() + own.size() - 1, 0.0);
        for (std::size_t k = 0; k < own.size(); ++k) {
            const double weight = std::exp(own[k] - heaviest);
            for (std::size_t sum = 0; sum < functions.values.size(); ++sum) {
                next[sum + k] += weight * functions.values[sum];
            }
        }
        const double largest = *std::ranges::max_element(next);
        for (auto& value : next) value /= largest;
        functions.values.swap(next);
        functions.log_scale += heaviest + std::log(largest);
    }
    return functions;
}

Result<ConditionalCalibration> calibrate_conditionally(const Responses& responses) {
    std::vector<Fault> faults;
    for (const auto& item : responses.items()) {
        if (item.categories() < 2) faults.push_back({item.name, "conditional.one_category"});
    }
    if (!faults.empty()) return invalid(faults.front().code, faults);
    const Conditional model(responses);
    const auto found = climb(model);
    const auto& places = model.places();
    faults = unbounded_items(found, places, responses.items());
    if (!faults.empty()) return invalid(faults.front().code, faults);

    std::vector<double> errors(places.size(), std::nan(""));
    if (const auto factor = Cholesky::of(model.information(found.values, 1e5))) {
        const auto covariance = factor->inverse();
        for (std::size_t at = 0; at < errors.size(); ++at) {
            errors[at] = std::sqrt(covariance(at, at));
        }
    }
    ConditionalCalibration result;
    result.log_likelihood = found.log_likelihood;
    result.converged = found.converged;
    result.rounds = found.rounds;
    result.parameters = places.size() - 1;
    result.people = model.people();
    for (std::size_t item = 0; item < responses.items().size(); ++item) {
        ConditionalItem of{responses.items()[item].name, {}, {}};
        of.item.curve = places.steps(item) == 1 ? Curve::logistic : Curve::partial_credit;
        for (std::size_t k = 1; k <= places.steps(item); ++k) {
            of.item.d.push_back(found.values[places.of(item, k)]);
            of.errors.push_back(errors[places.of(item, k)]);
        }
        result.items.push_back(std::move(of));
    }
    return result;
}

}  // namespace nangluc::irt
