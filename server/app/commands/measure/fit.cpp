#include <boost/describe/class.hpp>
#include <cmath>
#include <cstdio>

#include "app/commands/measure/fit_figures.hpp"
#include "app/commands/measure/measure.hpp"
#include "kit/json/json.hpp"

namespace nangluc::app {

namespace {

constexpr auto fit_usage =
    R"(nangluc measure fit FILE --model 1pl|2pl|3pl|grm|pcm|gpcm [--freq COLUMN] [--id COLUMN]
    [--ignore COLUMN …] [--people] [--json] [--threads N]

Calibrates FILE and tells how well the model fits: M2 with RMSEA2, its 90 % interval and SRMSR (rows
without a missing answer, up to 75 items); S-X2 (the same rows), infit and outfit (at EAP abilities)
of each item; pairs of items by Q3. --people adds infit, outfit, lz and lz* of each row.)";

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
    std::optional<double> s_x2;
    std::optional<double> df;
    std::optional<double> p;
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

// What the figures are told with.
struct Looked {
    const irt::Responses& responses;
    const irt::Calibration& calibration;
    const FitFigures& fit;
};

ItemFitJson json_of(const std::string& name, const irt::MeanSquare& squares) {
    ItemFitJson json{.item = name, .n = squares.n};
    json.infit = figure(squares.infit);
    json.outfit = figure(squares.outfit);
    json.infit_t = figure(squares.infit_t);
    json.outfit_t = figure(squares.outfit_t);
    return json;
}

void add_items(const Looked& at, FitJson& json) {
    const auto& items = at.calibration.items;
    for (std::size_t item = 0; item < items.size(); ++item) {
        auto of = json_of(items[item].name, at.fit.residuals.items[item]);
        if (const auto& sums = at.fit.sums[item]) {
            of.s_x2 = sums->statistic;
            of.df = sums->df;
            of.p = sums->p;
        }
        json.items.items.push_back(std::move(of));
        for (std::size_t other = 0; other < item; ++other) {
            const auto q3 = figure(at.fit.residuals.q3(item, other));
            json.pairs.items.push_back({items[other].name, items[item].name, q3});
        }
    }
}

void add_people(const Looked& at, const std::vector<std::string>& ids, FitJson& json) {
    const auto fits = irt::person_fit(at.responses, at.calibration.parameters_of_items());
    for (std::size_t row = 0; row < fits.size(); ++row) {
        const auto& squares = at.fit.residuals.rows[row];
        json.people.items.push_back(
            {ids.empty() ? std::to_string(row + 1) : ids[row],
             figure(fits[row].score.t),
             figure(fits[row].score.se),
             figure(squares.infit),
             figure(squares.outfit),
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
            item.s_x2.value_or(NAN),
            item.df.value_or(NAN),
            item.p.value_or(NAN),
            item.infit.value_or(NAN),
            item.outfit.value_or(NAN),
            item.n
        );
    }
    for (const auto& pair : json.pairs.items) {
        if (std::abs(pair.q3.value_or(0)) < notable_q3) continue;
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
    if (print_help(arguments, fit_usage)) return 0;
    const auto model = irt::model_called(take_value(arguments, "--model").value_or(""));
    const auto roles = take_roles(arguments);
    const bool as_json = take_flag(arguments, "--json");
    const bool with_people = take_flag(arguments, "--people");
    const auto threads = take_threads(arguments);
    if (!model || !roles.group.empty() || arguments.size() != 1) return print_wrong_call(fit_usage);

    const auto data = read_responses(arguments.front(), roles);
    if (!data) return print(data.error());
    const auto& responses = data.value().responses;
    const auto result =
        irt::calibrate(responses, {.model = *model, .threads = threads, .with_errors = false});
    if (!result) return print(result.error());
    const auto& calibration = result.value();
    const auto fit = fit_figures(responses, calibration, *model, threads);
    const Looked looked{responses, calibration, fit};
    FitJson json{.loglik = calibration.log_likelihood, .converged = calibration.converged};
    if (fit.overall) json.m2 = json_of(*fit.overall);
    add_items(looked, json);
    if (with_people) add_people(looked, data.value().ids, json);
    as_json ? (void)std::puts(json::write(json).c_str()) : print_table(json);
    return 0;
}

}  // namespace nangluc::app
