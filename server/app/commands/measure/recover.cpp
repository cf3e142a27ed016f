#include <algorithm>
#include <array>
#include <boost/describe/class.hpp>
#include <cmath>
#include <cstdio>
#include <map>

#include "app/commands/measure/item_file.hpp"
#include "app/commands/measure/measure.hpp"
#include "kit/json/json.hpp"

namespace nangluc::app {

namespace {

constexpr auto recover_usage = R"(nangluc measure recover ITEMS.json --truth TRUTH.json
    [--people TRUTH.json] [--json]

How near a calibration of invented answers comes to the parameters that they were invented with, in
the same form. Slopes, intercepts and logits of lower asymptotes: mean error (bias), root mean
square error, what the standard errors make expected of it, their ratio, and how many in a hundred
lie within 1.96 standard errors. The true parameters are put on the scale of the people of --truth,
N(0, 1). --people tells of the people of another file, whose abilities are then told beside those
of the calibration. Items that were fixed are left out.)";

struct RecoveryJson {
    std::string parameter;
    int count = 0;
    double bias = 0;
    double rmse = 0;
    double expected = 0;
    double ratio = 0;
    double within = 0;  // of a hundred
};
BOOST_DESCRIBE_STRUCT(RecoveryJson, (), (parameter, count, bias, rmse, expected, ratio, within))

struct PopulationJson {
    double mean = 0;
    double sd = 1;
    std::optional<double> true_mean;
    std::optional<double> true_sd;
};
BOOST_DESCRIBE_STRUCT(PopulationJson, (), (mean, sd, true_mean, true_sd))

struct RecoverJson {
    std::vector<RecoveryJson> parameters;
    PopulationJson population;
};
BOOST_DESCRIBE_STRUCT(RecoverJson, (), (parameters, population))

// The item where people of this mean and spread have the abilities N(0, 1).
irt::Item standardised(irt::Item item, const irt::Latent& people) {
    for (std::size_t k = 0; k < item.d.size(); ++k) {
        const bool adds_up = item.curve == irt::Curve::partial_credit;
        item.d[k] += (adds_up ? irt::real(k + 1) : 1.0) * item.a * people.mean;
    }
    item.a *= people.sd;
    return item;
}

class Errors {
public:
    void add(double estimate, double truth, double error) {
        const double distance = estimate - truth;
        ++count_;
        sum_ += distance;
        squares_ += distance * distance;
        expected_ += error * error;
        within_ += std::abs(distance) <= 1.96 * error ? 1 : 0;
    }
    RecoveryJson result(std::string parameter) const {
        const double n = count_;
        const double rmse = std::sqrt(squares_ / n);
        const double expected = std::sqrt(expected_ / n);
        return {
            std::move(parameter),
            count_,
            sum_ / n,
            rmse,
            expected,
            rmse / expected,
            100 * within_ / n};
    }
    bool is_empty() const { return count_ == 0; }

private:
    int count_ = 0;
    double sum_ = 0;
    double squares_ = 0;
    double expected_ = 0;
    double within_ = 0;
};

Result<std::map<std::string, const BankItem*>> by_name(const ItemBank& found, const ItemBank& of) {
    std::map<std::string, const BankItem*> items;
    for (const auto& item : of.items) items[item.name] = &item;
    std::vector<Fault> faults;
    for (const auto& [name, values, item, errors] : found.items) {
        const auto same = items.find(name);
        if (same == items.end()) {
            faults.push_back({name, "measure.unknown_item"});
        } else if (same->second->item.categories() != item.categories()) {
            faults.push_back({name, "measure.unknown_category"});
        }
    }
    if (!faults.empty()) return invalid(faults.front().code, faults);
    return items;
}

using Recovered = std::array<Errors, 3>;  // of slopes, intercepts and logits of asymptotes

void add_item(const BankItem& found, const irt::Item& truth, Recovered& errors) {
    const auto count = std::min(found.item.parameters(), truth.parameters());
    for (std::size_t at = 0; at < count; ++at) {
        if (!std::isfinite(found.errors[at])) continue;
        const std::size_t kind = at == 0 ? 0 : at <= truth.d.size() ? 1 : 2;
        errors[kind].add(found.item.parameter(at), truth.parameter(at), found.errors[at]);
    }
}

Result<std::vector<RecoveryJson>> recovered(const ItemBank& found, const ItemBank& truth) {
    const auto items = TRY(by_name(found, truth));
    Recovered errors;
    for (const auto& item : found.items) {
        const auto* const of = items.at(item.name);
        add_item(item, standardised(of->item, truth.latents.front()), errors);
    }
    std::vector<RecoveryJson> list;
    constexpr std::array names{"a", "d", "g"};
    for (std::size_t kind = 0; kind < errors.size(); ++kind) {
        if (!errors[kind].is_empty()) list.push_back(errors[kind].result(names[kind]));
    }
    return list;
}

Result<RecoverJson> recovery(
    const std::string& items, const std::string& truth, const std::optional<std::string>& people
) {
    const auto found = TRY(read_items(items));
    const auto known = TRY(read_items(truth));
    const auto& scale = known.latents.front();
    RecoverJson json{.parameters = TRY(recovered(found, known))};
    json.population.mean = found.latents.front().mean;
    json.population.sd = found.latents.front().sd;
    if (people) {
        const auto others = TRY(read_items(*people)).latents.front();
        json.population.true_mean = (others.mean - scale.mean) / scale.sd;
        json.population.true_sd = others.sd / scale.sd;
    }
    return json;
}

void print_recovery(const RecoverJson& json) {
    std::puts("parameter  count     bias     rmse  expected  ratio  within");
    for (const auto& [parameter, count, bias, rmse, expected, ratio, within] : json.parameters) {
        std::printf(
            "%-9s  %5d  %7.4f  %7.4f  %8.4f  %5.3f  %4.1f %%\n",
            parameter.c_str(),
            count,
            bias,
            rmse,
            expected,
            ratio,
            within
        );
    }
    const auto& [mean, sd, true_mean, true_sd] = json.population;
    std::printf("people: mean %.4f  sd %.4f", mean, sd);
    if (true_mean) std::printf("  (truly %.4f, %.4f)", *true_mean, true_sd.value_or(1));
    std::puts("");
}

}  // namespace

int measure_recover(Arguments arguments) {
    if (print_help(arguments, recover_usage)) return 0;
    const auto truth = take_value(arguments, "--truth");
    const auto people = take_value(arguments, "--people");
    const bool as_json = take_flag(arguments, "--json");
    if (!truth || arguments.size() != 1) return print_wrong_call(recover_usage);
    const auto json = recovery(arguments.front(), *truth, people);
    if (!json) return print(json.error());
    as_json ? (void)std::puts(json::write(json.value()).c_str()) : print_recovery(json.value());
    return 0;
}

}  // namespace nangluc::app
