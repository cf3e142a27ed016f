#include <boost/describe/class.hpp>
#include <cmath>
#include <cstdio>

#include "app/commands/measure/measure.hpp"
#include "engines/irt/fit/dif.hpp"
#include "engines/irt/fit/item_fit.hpp"
#include "engines/irt/fit/limited_information.hpp"
#include "kit/json/json.hpp"

namespace nangluc::app {

namespace {

constexpr auto usage =
    R"(nangluc measure fit FILE --model 1pl|2pl|3pl|grm|pcm|gpcm [--freq COLUMN] [--id COLUMN]
    [--ignore COLUMN …] [--people] [--json] [--threads N]

Calibrates FILE and tells how well the model fits: M2 with RMSEA2, its 90 % interval and SRMSR (rows
without a missing answer); S-X2, infit and outfit (at EAP abilities) of each item; pairs of items by
Q3. --people adds infit, outfit, lz and lz* of each row.)";

struct OverallJson {
    std::optional<double> m2;
    double df = 0;
    std::optional<double> p;
    std::optional<double> rmsea;
    std::optional<double> rmsea_low;
    std::optional<double> rmsea_high;
    double srmsr = 0;
    double people = 0;
};
BOOST_DESCRIBE_STRUCT(OverallJson, (), (m2, df, p, rmsea, rmsea_low, rmsea_high, srmsr, people))

struct ItemFitJson {
    std::string item;
    double s_x2 = 0;
    double df = 0;
    double p = 1;
    std::optional<double> infit;
    std::optional<double> outfit;
    std::optional<double> infit_t;
    std::optional<double> outfit_t;
    double n = 0;
};
BOOST_DESCRIBE_STRUCT(ItemFitJson, (), (item, s_x2, df, p, infit, outfit, infit_t, outfit_t, n))

struct PairJson {
    std::string first;
    std::string second;
    std::optional<double> q3;
};
BOOST_DESCRIBE_STRUCT(PairJson, (), (first, second, q3))

struct RowFitJson {
    std::string row;
    std::optional<double> t;
    std::optional<double> se;
    std::optional<double> infit;
    std::optional<double> outfit;
    std::optional<double> lz;
    std::optional<double> lz_star;
};
BOOST_DESCRIBE_STRUCT(RowFitJson, (), (row, t, se, infit, outfit, lz, lz_star))

struct FitJson {
    double loglik = 0;
    bool converged = false;
    OverallJson m2;
    json::BigList<ItemFitJson> items;
    json::BigList<PairJson> pairs;
    json::BigList<RowFitJson> people;
};
BOOST_DESCRIBE_STRUCT(FitJson, (), (loglik, converged, m2, items, pairs, people))

OverallJson json_of(const irt::LimitedInformationFit& fit) {
    OverallJson json{.df = fit.df, .srmsr = fit.srmsr, .people = fit.people};
    if (!fit.estimable) return json;
    json.m2 = fit.m2;
    json.p = fit.p;
    json.rmsea = fit.rmsea;
    json.rmsea_low = fit.rmsea_low;
    json.rmsea_high = fit.rmsea_high;
    return json;
}

struct Looked {
    const irt::Responses& responses;
    const irt::Calibration& calibration;
    irt::Model model;
    unsigned threads;
};

void add_items(const Looked& at, const irt::ResidualFit& residuals, FitJson& json) {
    const bool common = at.model == irt::Model::one_pl || at.model == irt::Model::pcm;
    const irt::Estimate estimate{at.calibration.parameters_of_items(), at.calibration.latents};
    const irt::Layout layout(
        estimate, common ? irt::Slopes::common : irt::Slopes::each, {}, {false}
    );
    const auto grid = at.calibration.grid();
    json.m2 = json_of(irt::limited_information_fit(at.responses, estimate, layout, grid));
    std::vector<std::size_t> free;
    for (const auto& item : estimate.items) free.push_back(item.parameters() - (common ? 1 : 0));
    const auto sums = irt::sum_score_fit(at.responses, estimate, grid, free);
    const auto& items = at.calibration.items;
    for (std::size_t item = 0; item < items.size(); ++item) {
        const auto& of = residuals.items[item];
        json.items.items.push_back(
            {items[item].name,
             sums[item].statistic,
             sums[item].df,
             sums[item].p,
             figure(of.infit),
             figure(of.outfit),
             figure(of.infit_t),
             figure(of.outfit_t),
             of.n}
        );
        for (std::size_t other = 0; other < item; ++other) {
            json.pairs.items.push_back(
                {items[other].name, items[item].name, figure(residuals.q3(item, other))}
            );
        }
    }
}

void add_people(
    const Looked& at,
    const irt::ResidualFit& residuals,
    const std::vector<std::string>& ids,
    FitJson& json
) {
    const auto fits = irt::person_fit(at.responses, at.calibration.parameters_of_items());
    for (std::size_t row = 0; row < fits.size(); ++row) {
        json.people.items.push_back(
            {ids.empty() ? std::to_string(row + 1) : ids[row],
             figure(fits[row].score.t),
             figure(fits[row].score.se),
             figure(residuals.rows[row].infit),
             figure(residuals.rows[row].outfit),
             figure(fits[row].lz),
             figure(fits[row].lz_star)}
        );
    }
}

void print_table(const FitJson& json) {
    std::printf(
        "log-likelihood %.4f\nM2 %.3f  df %.0f  p %.4f  RMSEA2 %.4f [%.4f, %.4f]  SRMSR %.4f\n",
        json.loglik,
        json.m2.m2.value_or(NAN),
        json.m2.df,
        json.m2.p.value_or(NAN),
        json.m2.rmsea.value_or(NAN),
        json.m2.rmsea_low.value_or(NAN),
        json.m2.rmsea_high.value_or(NAN),
        json.m2.srmsr
    );
    for (const auto& item : json.items.items) {
        std::printf(
            "%-20s S-X2 %8.3f  df %3.0f  p %.4f  infit %.3f  outfit %.3f  n %.0f\n",
            item.item.c_str(),
            item.s_x2,
            item.df,
            item.p,
            item.infit.value_or(NAN),
            item.outfit.value_or(NAN),
            item.n
        );
    }
    for (const auto& pair : json.pairs.items) {
        if (std::abs(pair.q3.value_or(0)) < 0.2) continue;
        std::printf("Q3 %.3f  %s  %s\n", *pair.q3, pair.first.c_str(), pair.second.c_str());
    }
    for (const auto& row : json.people.items) {
        std::printf(
            "%-12s t %.4f  infit %.3f  outfit %.3f  lz* %.3f\n",
            row.row.c_str(),
            row.t.value_or(NAN),
            row.infit.value_or(NAN),
            row.outfit.value_or(NAN),
            row.lz_star.value_or(NAN)
        );
    }
}

}  // namespace

int measure_fit(Arguments arguments) {
    if (print_help(arguments, usage)) return 0;
    const auto model = irt::model_called(take_value(arguments, "--model").value_or(""));
    const auto roles = take_roles(arguments);
    const bool as_json = take_flag(arguments, "--json");
    const bool with_people = take_flag(arguments, "--people");
    const auto threads = take_threads(arguments);
    if (!model || !roles.group.empty() || arguments.size() != 1) return print_wrong_call(usage);

    const auto data = read_responses(arguments.front(), roles);
    if (!data) return print(data.error());
    const auto& responses = data.value().responses;
    const auto result =
        irt::calibrate(responses, {.model = *model, .threads = threads, .with_errors = false});
    if (!result) return print(result.error());
    const auto& calibration = result.value();
    const auto items = calibration.parameters_of_items();
    const auto scores =
        irt::eap_scores(responses, items, calibration.latents, calibration.grid(), threads);
    const auto residuals = irt::residual_fit(responses, items, scores);
    const Looked looked{responses, calibration, *model, threads};
    FitJson json{.loglik = calibration.log_likelihood, .converged = calibration.converged};
    add_items(looked, residuals, json);
    if (with_people) add_people(looked, residuals, data.value().ids, json);
    as_json ? (void)std::puts(json::write(json).c_str()) : print_table(json);
    return 0;
}

}  // namespace nangluc::app
