#include "app/commands/measure/item_file.hpp"

#include <algorithm>
#include <array>
#include <boost/describe/class.hpp>
#include <cmath>
#include <fstream>
#include <iterator>

#include "app/commands/measure/measure.hpp"
#include "kit/json/json.hpp"

namespace nangluc::app {

namespace {

constexpr std::array<std::string_view, 4> curve_words{
    "logistic", "guessing", "graded", "partial_credit"};

std::string word_of(irt::Curve curve) {
    return std::string(curve_words[static_cast<std::size_t>(curve)]);
}

struct ItemJson {
    std::string item;
    std::string curve;
    double a = 0;
    std::vector<double> d;
    std::optional<double> c;
    std::optional<double> se_a;
    std::vector<std::optional<double>> se_d;
    std::optional<double> se_g;  // of the logit of c
    std::vector<int> categories;
};
BOOST_DESCRIBE_STRUCT(ItemJson, (), (item, curve, a, d, c, se_a, se_d, se_g, categories))

struct GroupJson {
    std::string group;
    double mean = 0;
    double sd = 1;
    std::optional<double> se_mean;  // of a free population
    std::optional<double> se_sd;
};
BOOST_DESCRIBE_STRUCT(GroupJson, (), (group, mean, sd, se_mean, se_sd))

struct WarningJson {
    std::string concern;
    std::string item;
};
BOOST_DESCRIBE_STRUCT(WarningJson, (), (concern, item))

struct CalibrationJson {
    std::string model;
    std::string method = "mml";
    double d_constant = 1;  // D: the logistic metric
    double loglik = 0;
    double log_prior = 0;
    bool converged = false;
    int cycles = 0;
    double largest_change = 0;
    double largest_gradient = 0;
    std::size_t parameters = 0;
    double aic = 0;
    double bic = 0;
    double people = 0;
    std::size_t patterns = 0;
    std::size_t nodes = 0;
    double low = 0;
    double high = 0;
    double move_when_finer = 0;
    json::BigList<ItemJson> items;
    std::vector<GroupJson> groups;
    std::vector<WarningJson> warnings;
};
BOOST_DESCRIBE_STRUCT(
    CalibrationJson,
    (),
    (model,
     method,
     d_constant,
     loglik,
     log_prior,
     converged,
     cycles,
     largest_change,
     largest_gradient,
     parameters,
     aic,
     bic,
     people,
     patterns,
     nodes,
     low,
     high,
     move_when_finer,
     items,
     groups,
     warnings)
)

ItemJson json_of(const irt::ItemEstimate& estimate) {
    const auto& item = estimate.item;
    ItemJson json{.item = estimate.name, .a = item.a, .d = item.d, .categories = estimate.values};
    json.curve = word_of(item.curve);
    json.se_a = figure(estimate.errors[0]);
    for (std::size_t k = 0; k < item.d.size(); ++k)
        json.se_d.push_back(figure(estimate.errors[k + 1]));
    if (item.curve == irt::Curve::guessing) {
        json.c = item.lower_asymptote();
        json.se_g = figure(estimate.errors.back());
    }
    return json;
}

CalibrationJson json_of(
    const irt::Calibration& result, irt::Model model, const std::vector<std::string>& groups
) {
    CalibrationJson json{.model = std::string(irt::word_of(model))};
    json.loglik = result.log_likelihood;
    json.log_prior = result.log_prior;
    json.converged = result.converged;
    json.cycles = result.cycles;
    json.largest_change = result.largest_change;
    json.largest_gradient = result.largest_gradient;
    json.parameters = result.parameters;
    json.aic = result.aic();
    json.bic = result.people > 0 ? result.bic() : 0;
    json.people = result.people;
    json.patterns = result.patterns;
    json.nodes = result.nodes;
    json.low = result.low;
    json.high = result.high;
    json.move_when_finer = result.move_when_finer;
    for (const auto& item : result.items) json.items.items.push_back(json_of(item));
    for (std::size_t group = 0; group < result.latents.size(); ++group) {
        const auto& [mean, sd] = result.latents[group];
        const auto& [se_mean, se_sd] = result.latent_errors[group];
        const auto name = group < groups.size() ? groups[group] : std::string();
        json.groups.push_back({name, mean, sd, figure(se_mean), figure(se_sd)});
    }
    for (const auto& [concern, item] : result.warnings) {
        json.warnings.push_back({std::string(irt::word_of(concern)), item});
    }
    return json;
}

Result<BankItem> item_from(const ItemJson& json, std::size_t number) {
    const auto place = "/items/" + std::to_string(number);
    const auto word = std::ranges::find(curve_words, json.curve);
    if (word == curve_words.end()) {
        return invalid("measure.bad_item", {{place + "/curve", "not_one_of"}});
    }
    BankItem item{json.item, json.categories, {}};
    item.item.curve = static_cast<irt::Curve>(word - curve_words.begin());
    item.item.a = json.a;
    item.item.d = json.d;
    const bool two =
        item.item.curve == irt::Curve::logistic || item.item.curve == irt::Curve::guessing;
    const bool fits = json.categories.size() == json.d.size() + 1 && !json.d.empty() &&
                      json.categories.size() <= irt::most_categories &&
                      (!two || json.d.size() == 1);
    if (!fits) return invalid("measure.bad_item", {{place + "/categories", "out_of_range"}});
    if (item.item.curve == irt::Curve::guessing) {
        const double c = json.c.value_or(0);
        if (!(c >= 0 && c < 1))
            return invalid("measure.bad_item", {{place + "/c", "out_of_range"}});
        item.item.g = std::log(std::max(c, 1e-12) / (1 - c));
    }
    const auto known = [](const std::optional<double>& error) { return error.value_or(NAN); };
    item.errors.push_back(known(json.se_a));
    for (std::size_t k = 0; k < json.d.size(); ++k) {
        item.errors.push_back(k < json.se_d.size() ? known(json.se_d[k]) : NAN);
    }
    if (item.item.curve == irt::Curve::guessing) item.errors.push_back(known(json.se_g));
    if (!irt::is_proper(item.item)) return invalid("measure.bad_item", {{place, "out_of_range"}});
    return item;
}

}  // namespace

std::string calibration_json(
    const irt::Calibration& result, irt::Model model, const std::vector<std::string>& groups
) {
    return json::write(json_of(result, model, groups));
}

std::string conditional_json(
    const irt::ConditionalCalibration& result, const irt::Responses& responses, irt::Model model
) {
    CalibrationJson json{.model = std::string(irt::word_of(model))};
    json.method = "cml";
    json.loglik = result.log_likelihood;
    json.converged = result.converged;
    json.cycles = result.rounds;
    json.parameters = result.parameters;
    json.people = result.people;
    for (std::size_t number = 0; number < result.items.size(); ++number) {
        const auto& [name, item, errors] = result.items[number];
        ItemJson of{.item = name, .curve = word_of(item.curve), .a = 1, .d = item.d};
        of.categories = responses.items()[number].values;
        for (const double error : errors) of.se_d.push_back(figure(error));
        json.items.items.push_back(std::move(of));
    }
    return json::write(json);
}

std::string items_json(const ItemBank& bank, irt::Model model) {
    irt::Calibration calibration{.latents = bank.latents};
    for (const auto& [name, values, item, errors] : bank.items) {
        const std::vector<double> none(item.parameters(), NAN);
        calibration.items.push_back({name, values, item, none});
    }
    calibration.latent_errors.resize(bank.latents.size());
    return calibration_json(calibration, model, {});
}

Result<ItemBank> read_items(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return not_found("file");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto json = TRY(json::read<CalibrationJson>(text));
    ItemBank bank;
    for (std::size_t number = 0; number < json.items.items.size(); ++number) {
        bank.items.push_back(TRY(item_from(json.items.items[number], number)));
    }
    for (const auto& group : json.groups) bank.latents.push_back({group.mean, group.sd});
    if (bank.latents.empty()) bank.latents.emplace_back();
    return bank;
}

// Where a column of the file goes: the bank's item, and the bank's category of each of its own.
struct Column {
    std::size_t item;
    std::vector<irt::Category> categories;
};

static Result<Column> column_of(const ItemBank& bank, const irt::ItemInfo& info) {
    const auto found = std::ranges::find(bank.items, info.name, &BankItem::name);
    if (found == bank.items.end())
        return invalid("measure.unknown_item", {{info.name, "measure.unknown_item"}});
    Column column{static_cast<std::size_t>(found - bank.items.begin()), {}};
    for (const int value : info.values) {
        const auto place = std::ranges::find(found->values, value);
        if (place == found->values.end()) {
            return invalid("measure.unknown_category", {{info.name, "measure.unknown_category"}});
        }
        column.categories.push_back(static_cast<irt::Category>(place - found->values.begin()));
    }
    return column;
}

static Result<std::vector<Column>> columns_of(
    const ItemBank& bank, const irt::Responses& responses
) {
    std::vector<Column> columns;
    std::vector<Fault> faults;
    for (const auto& info : responses.items()) {
        auto column = column_of(bank, info);
        if (column) {
            columns.push_back(std::move(column.value()));
        } else {
            faults.push_back(column.error().faults.front());
        }
    }
    if (!faults.empty()) return invalid(faults.front().code, faults);
    return columns;
}

Result<irt::Responses> responses_to(const ItemBank& bank, const irt::Responses& responses) {
    const auto columns = TRY(columns_of(bank, responses));
    std::vector<irt::ItemInfo> infos;
    for (const auto& item : bank.items) infos.push_back({item.name, item.values});
    irt::Responses fitted(std::move(infos));
    std::vector<irt::Category> cells(bank.items.size());
    for (std::size_t row = 0; row < responses.rows(); ++row) {
        std::ranges::fill(cells, irt::missing);
        for (std::size_t at = 0; at < columns.size(); ++at) {
            const auto category = responses.row(row)[at];
            if (category == irt::missing) continue;
            cells[columns[at].item] = columns[at].categories[category];
        }
        fitted.add(cells, responses.frequency(row), responses.group(row));
    }
    return fitted;
}

}  // namespace nangluc::app
