#include "engines/irt/calibrate/start.hpp"

#include <algorithm>
#include <cmath>

namespace nangluc::irt {

namespace {

std::vector<double> category_people(const Responses& patterns, std::size_t item) {
    std::vector<double> people(patterns.items()[item].categories(), 0.0);
    for (std::size_t row = 0; row < patterns.rows(); ++row) {
        const auto category = patterns.row(row)[item];
        if (category != missing) people[category] += patterns.frequency(row);
    }
    return people;
}

double logit(double p) {
    return std::log(p / (1 - p));
}

Item starting_item(const std::vector<double>& people, Curve curve) {
    Item item{.curve = curve, .a = 1, .d = std::vector<double>(people.size() - 1)};
    double all = 0;
    for (const double count : people) all += count;
    if (curve == Curve::partial_credit) {
        for (std::size_t k = 1; k < people.size(); ++k) {
            item.d[k - 1] = std::log((people[k] + 0.5) / (people[0] + 0.5));
        }
        return item;
    }
    double above = all;
    for (std::size_t k = 1; k < people.size(); ++k) {
        above -= people[k - 1];
        // Half a person each way, so that a rare category is not infinitely far.
        item.d[k - 1] = 1.2 * logit((above + 0.5) / (all + 1)) - 1e-3 * real(k);
    }
    if (curve == Curve::guessing) {
        item.g = logit(0.2);
        const double share = (all - people[0] + 0.5) / (all + 1);
        item.d[0] = 1.2 * logit(std::clamp((share - 0.2) / 0.8, 0.02, 0.98));
    }
    return item;
}

}  // namespace

Estimate starting_estimate(const Responses& patterns, const CalibrationOptions& options) {
    Estimate start;
    start.latents.resize(patterns.groups());
    for (std::size_t item = 0; item < patterns.items().size(); ++item) {
        const auto& info = patterns.items()[item];
        auto curve = curve_of(options.model);
        if (info.categories() == 2 && curve != Curve::guessing) curve = Curve::logistic;
        const auto anchor = options.anchors.find(info.name);
        const bool is_anchor = anchor != options.anchors.end();
        start.items.push_back(
            is_anchor ? anchor->second : starting_item(category_people(patterns, item), curve)
        );
    }
    // With a common slope the new items share that of the anchors.
    if (curve_of(options.model) != Curve::guessing && !options.anchors.empty() &&
        (options.model == Model::one_pl || options.model == Model::pcm)) {
        for (auto& item : start.items) item.a = options.anchors.begin()->second.a;
    }
    return start;
}

Result<> check(const Responses& patterns, const CalibrationOptions& options) {
    if (patterns.rows() == 0) return invalid("calibration.nobody");
    const bool for_two = options.model == Model::one_pl || options.model == Model::two_pl ||
                         options.model == Model::three_pl;
    std::vector<Fault> faults;
    for (std::size_t item = 0; item < patterns.items().size(); ++item) {
        const auto& info = patterns.items()[item];
        if (options.anchors.contains(info.name)) {
            if (options.anchors.at(info.name).categories() != info.categories()) {
                faults.push_back({info.name, "calibration.anchor_categories"});
            }
            continue;
        }
        const auto people = category_people(patterns, item);
        if (info.categories() < 2 || std::ranges::find(people, 0.0) != people.end()) {
            faults.push_back({info.name, "calibration.one_category"});
        } else if (for_two && info.categories() > 2) {
            faults.push_back({info.name, "calibration.not_dichotomous"});
        }
    }
    if (!faults.empty()) return invalid(faults.front().code, faults);
    return {};
}

}  // namespace nangluc::irt
