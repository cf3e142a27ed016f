#include <boost/describe/class.hpp>
#include <cmath>
#include <cstdio>

#include "app/commands/measure/measure.hpp"
#include "engines/irt/fit/dif.hpp"
#include "kit/json/json.hpp"

namespace nangluc::app {

namespace {

constexpr auto dif_usage =
    R"(nangluc measure dif FILE --group COLUMN [--reference VALUE] [--freq COLUMN]
    [--ignore COLUMN …] [--purify] [--json]

Whether items of right and wrong favour one of two groups at equal sum score: Mantel-Haenszel with
the classes of the ETS, and logistic regression. delta is negative where the item is harder for the
group that is not the reference. --purify leaves items of class C out of the matching sum.)";

struct DifJson {
    std::string item;
    bool dichotomous = true;
    std::optional<double> odds_ratio;
    std::optional<double> delta;
    std::optional<double> se_delta;
    std::optional<double> mh_chi_square;
    std::optional<double> mh_p;
    double mh_adjusted_p = 1;
    std::string ets_class;
    std::optional<double> uniform;
    double uniform_p = 1;
    std::optional<double> non_uniform;
    double non_uniform_p = 1;
    std::optional<double> both;
    double both_p = 1;
    double both_adjusted_p = 1;
    std::optional<double> r2_gain;
    bool purified_away = false;
};
BOOST_DESCRIBE_STRUCT(
    DifJson,
    (),
    (item,
     dichotomous,
     odds_ratio,
     delta,
     se_delta,
     mh_chi_square,
     mh_p,
     mh_adjusted_p,
     ets_class,
     uniform,
     uniform_p,
     non_uniform,
     non_uniform_p,
     both,
     both_p,
     both_adjusted_p,
     r2_gain,
     purified_away)
)

struct DifListJson {
    std::string reference;
    std::string focal;
    json::BigList<DifJson> items;
};
BOOST_DESCRIBE_STRUCT(DifListJson, (), (reference, focal, items))

DifJson json_of(const std::string& name, const irt::ItemDif& item) {
    const auto& mh = item.mantel_haenszel;
    const auto& logistic = item.logistic;
    DifJson json{.item = name, .dichotomous = item.is_dichotomous};
    json.purified_away = item.is_purified_away;
    if (!item.is_dichotomous) return json;
    json.odds_ratio = figure(mh.odds_ratio);
    json.delta = figure(mh.delta);
    json.se_delta = figure(mh.se_delta);
    json.mh_chi_square = figure(mh.chi_square);
    json.mh_p = figure(mh.p);
    json.mh_adjusted_p = mh.adjusted_p;
    json.ets_class = std::string(1, mh.ets_class);
    if (!logistic.converged) return json;
    json.uniform = figure(logistic.uniform);
    json.uniform_p = logistic.uniform_p;
    json.non_uniform = figure(logistic.non_uniform);
    json.non_uniform_p = logistic.non_uniform_p;
    json.both = figure(logistic.both);
    json.both_p = logistic.both_p;
    json.both_adjusted_p = logistic.adjusted_p;
    json.r2_gain = figure(logistic.r2_gain);
    return json;
}

}  // namespace

int measure_dif(Arguments arguments) {
    if (print_help(arguments, dif_usage)) return 0;
    const auto roles = take_roles(arguments);
    const bool as_json = take_flag(arguments, "--json");
    const bool purify = take_flag(arguments, "--purify");
    take_threads(arguments);
    if (roles.group.empty() || arguments.size() != 1) return print_wrong_call(dif_usage);
    const auto data = read_responses(arguments.front(), roles);
    if (!data) return print(data.error());
    const auto& [responses, groups, ids] = data.value();
    if (groups.size() != 2) return print(invalid("measure.not_two_groups"));

    const auto found = irt::differential_functioning(
        responses, purify ? irt::Matching::purified : irt::Matching::all
    );
    DifListJson json{groups[0], groups[1], {}};
    for (std::size_t item = 0; item < found.size(); ++item) {
        json.items.items.push_back(json_of(responses.items()[item].name, found[item]));
    }
    if (as_json) {
        std::puts(json::write(json).c_str());
        return 0;
    }
    for (const auto& item : json.items.items) {
        std::printf(
            "%-20s MH %8.3f  p %.4f  delta %7.3f  %s   logistic %8.3f  p %.4f\n",
            item.item.c_str(),
            item.mh_chi_square.value_or(NAN),
            item.mh_p.value_or(NAN),
            item.delta.value_or(NAN),
            item.ets_class.c_str(),
            item.both.value_or(NAN),
            item.both_p
        );
    }
    return 0;
}

}  // namespace nangluc::app
