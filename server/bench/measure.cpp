#include <cmath>
#include <stdexcept>

#include "bench/measure_known.hpp"
#include "engines/irt/adapt/session.hpp"
#include "engines/irt/calibrate/calibrate.hpp"
#include "engines/irt/raters/facets.hpp"
#include "engines/irt/score/person.hpp"

namespace nangluc::bench {

namespace {

using namespace irt;

// What the recorded runs of the reference program needed, in seconds of processor time on the same
// kind of machine: mirt 1.47 on R 4.2, default accuracy, without standard errors.
constexpr double mirt_2pl_large = 28.6;
constexpr double mirt_2pl_small = 1.4;
constexpr double mirt_grm = 4.5;

std::vector<Item> items_of(Curve curve, std::size_t count, std::size_t categories, Random& dice) {
    std::vector<Item> items;
    for (std::size_t number = 0; number < count; ++number) {
        Item item{.curve = curve, .a = std::exp(0.3 * dice.normal())};
        double d = dice.normal() + (categories > 2 ? 1.5 : 0.0);
        for (std::size_t k = 1; k < categories; ++k) {
            item.d.push_back(d);
            d -= 0.4 + dice.uniform();
        }
        items.push_back(std::move(item));
    }
    return items;
}

Category answer(const Item& item, double t, Random& dice) {
    Probabilities p;
    probabilities(item, t, p);
    double rest = dice.uniform();
    std::size_t k = 0;
    while (k + 1 < item.categories() && rest >= p[k]) rest -= p[k++];
    return static_cast<Category>(k);
}

Responses answers_of(std::span<const Item> items, std::size_t people, Random& dice) {
    std::vector<ItemInfo> infos;
    for (std::size_t item = 0; item < items.size(); ++item) {
        ItemInfo info{"item" + std::to_string(1000 + item), {}};
        for (std::size_t k = 0; k < items[item].categories(); ++k) {
            info.values.push_back(static_cast<int>(k));
        }
        infos.push_back(std::move(info));
    }
    Responses responses(std::move(infos));
    std::vector<Category> row(items.size());
    for (std::size_t person = 0; person < people; ++person) {
        const double t = dice.normal();
        for (std::size_t item = 0; item < items.size(); ++item) {
            row[item] = answer(items[item], t, dice);
        }
        responses.add(row);
    }
    return responses;
}

Calibration calibrated(const Responses& responses, const CalibrationOptions& options) {
    auto result = calibrate(responses, options);
    if (!result || !result.value().converged) throw std::runtime_error("measure: no calibration");
    return std::move(result.value());
}

double root_mean_square(const Calibration& found, std::span<const Item> truth, std::size_t at) {
    double sum = 0;
    for (std::size_t item = 0; item < truth.size(); ++item) {
        const double error = found.items[item].item.parameter(at) - truth[item].parameter(at);
        sum += error * error;
    }
    return std::sqrt(sum / real(truth.size()));
}

// What the standard errors make expected of that.
double expected_error(const Calibration& found, std::size_t at) {
    double sum = 0;
    for (const auto& item : found.items) sum += item.errors[at] * item.errors[at];
    return std::sqrt(sum / real(found.items.size()));
}

// Against the truth: the error itself, and by how many percent it is above that of a solution with
// four times the nodes and a ten-thousandth of the tolerance.
void add_recovery(
    Report& report,
    const std::string& name,
    const Calibration& found,
    const Calibration& exact,
    std::span<const Item> truth
) {
    for (const std::size_t at : {0, 1}) {
        const auto parameter = name + (at == 0 ? "/rmse_a" : "/rmse_d");
        const double error = root_mean_square(found, truth, at);
        report.add({parameter, error, "logit", "standard_errors", error / expected_error(found, at)}
        );
        const double above = 100 * std::abs(error / root_mean_square(exact, truth, at) - 1);
        report.add({parameter + "_off_ml", above, "percent", "goal_1", above});
    }
}

struct Case {
    std::string name;
    Model model;
    std::size_t items;
    std::size_t people;
    std::size_t categories;
    double reference;
};

void measure_calibration(Report& report, const Case& of) {
    Random dice(20250701);
    const auto curve = of.categories == 2 ? Curve::logistic : Curve::graded;
    const auto truth = items_of(curve, of.items, of.categories, dice);
    const auto responses = answers_of(truth, of.people, dice);
    CalibrationOptions options{.model = of.model, .with_errors = false};
    const auto plain = median_seconds(3, [&] { keep(calibrated(responses, options)); });
    report.add({of.name, plain, "s", "mirt_1.47", plain / of.reference});
    const auto exact = calibrated(
        responses,
        {.model = of.model, .nodes = 241, .range = 8, .tolerance = 1e-10, .with_errors = false}
    );
    options.with_errors = true;
    Calibration found;
    const auto whole = median_seconds(3, [&] { found = calibrated(responses, options); });
    report.add({of.name + "/with_errors", whole, "s", "mirt_1.47", whole / of.reference});
    report.add({of.name + "/cycles", real(found.cycles), "cycles"});
    add_recovery(report, of.name, found, exact, truth);
}

void measure_scoring(Report& report) {
    Random dice(7);
    const auto items = items_of(Curve::logistic, 60, 2, dice);
    const auto few = answers_of(items, 50'000, dice);
    Responses many(few.items());
    for (std::size_t row = 0; row < 2'000'000; ++row) many.add(few.row(row % few.rows()));
    const std::vector<Latent> latents{Latent{}};
    const Grid grid(-6, 6, 61);
    const auto time = seconds([&] { keep(eap_scores(many, items, latents, grid, 1)); });
    report.add({"eap_2000000x60", time, "s", "goal_5_s", time / 5});
    const RootScorer scorer(items, Method::wle, {});
    const auto root = seconds([&] {
        for (std::size_t row = 0; row < few.rows(); ++row) keep(scorer.score(few.row(row)));
    });
    report.add({"wle_one_of_60_items", root / real(few.rows()) * 1e6, "us"});
}

// A whole test of 30 items from a bank of 5,000: what choosing and answering one item takes.
void measure_adaptive(Report& report) {
    Random dice(3);
    std::vector<BankEntry> entries;
    for (const auto& item : items_of(Curve::logistic, 5'000, 2, dice)) {
        entries.push_back({item, static_cast<std::uint32_t>(entries.size() % 5), 0.8});
    }
    const Bank bank(std::move(entries));
    const AdaptiveRules rules{
        .at_most = 30, .target_error = 0, .shares = {0.2, 0.2, 0.2, 0.2, 0.2}};
    double choosing = 0;
    constexpr int people = 50;
    for (std::uint64_t person = 0; person < people; ++person) {
        AdaptiveSession session(bank, rules, person);
        for (int given = 0; given < 30; ++given) {
            std::optional<std::uint32_t> item;
            choosing += seconds([&] { item = session.next(); });
            session.answer(answer(bank.at(*item).item, 0.5, dice));
        }
    }
    const double choice = choosing / (30 * people) * 1e6;
    report.add({"next_item_of_5000", choice, "us", "goal_100_us", choice / 100});
}

void measure_facets(Report& report) {
    Random dice(5);
    RatingDesign design{5'600, 2, 16, 4, {}};
    std::vector<double> severities;
    for (int rater = 0; rater < 16; ++rater) severities.push_back(0.6 * dice.normal());
    for (std::uint32_t person = 0; person < design.persons; ++person) {
        const double t = 2 * dice.normal();
        for (std::uint32_t turn = 0; turn < 2; ++turn) {
            const auto rater = static_cast<std::uint32_t>((person + turn * (1 + person % 7)) % 16);
            for (std::uint32_t item = 0; item < 2; ++item) {
                const double base = severities[rater] + 0.4 * item;
                const Item curve{Curve::partial_credit, 1, {1.5 - base, 1.5 - 2 * base, -3 * base}};
                design.ratings.push_back({person, item, rater, answer(curve, t, dice)});
            }
        }
    }
    const auto time = median_seconds(3, [&] {
        const auto found = estimate_facets(design, {});
        if (!found) throw std::runtime_error("measure: no facets");
        keep(found);
    });
    report.add({"facets_5600x16x2", time, "s"});
}

const Registration group("measure", [](Report& report) {
    measure_known(report);
    measure_calibration(report, {"2pl_100x100000", Model::two_pl, 100, 100'000, 2, mirt_2pl_large});
    measure_calibration(report, {"2pl_40x5000", Model::two_pl, 40, 5'000, 2, mirt_2pl_small});
    measure_calibration(report, {"grm_20x5000", Model::grm, 20, 5'000, 5, mirt_grm});
    measure_scoring(report);
    measure_adaptive(report);
    measure_facets(report);
});

}  // namespace

}  // namespace nangluc::bench
