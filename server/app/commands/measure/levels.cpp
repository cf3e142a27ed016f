#include <algorithm>
#include <boost/describe/class.hpp>
#include <cmath>
#include <cstdio>

#include "app/commands/measure/cut_files.hpp"
#include "app/commands/measure/measure.hpp"
#include "kit/json/json.hpp"

namespace nangluc::app {

namespace {

constexpr auto levels_usage =
    R"(nangluc measure levels --items ITEMS.json [--cuts T,…] [--sums N,…] [--angoff FILE]
    [--bookmark PROBABILITY [--places FILE [--ignore COLUMN …]]] [--json]
nangluc measure levels --contrast FILE [--json]

--cuts, --sums: how often the test puts people of a N(0, 1) population on their true level, and on
the same level twice, by abilities or by sums (the lowest sum of each level above the first).
--angoff: FILE has a row a judge and a column an item, what someone just at the level would be
expected to score; tells the cut on the scale of ability and its error between judges.
--bookmark: where each step of each item is mastered with that probability (usually 0.6667), in
order: the booklet. --places: FILE has a row a judge and a column a level, the place in the booklet
of the last step that someone just at the level masters; tells the cuts and their errors.
--contrast: FILE has a row a person, their ability in the column t and the level that other evidence
puts them on in the column level; tells each cut, where people below and people at the level or
above are equally likely, and its error.)";

struct ClassificationJson {
    double accuracy = 0;
    double consistency = 0;
    std::optional<double> kappa;
};
BOOST_DESCRIBE_STRUCT(ClassificationJson, (), (accuracy, consistency, kappa))

struct CutJson {
    double t = 0;
    std::optional<double> se;
};
BOOST_DESCRIBE_STRUCT(CutJson, (), (t, se))

struct LevelCutJson {
    std::string level;
    double t = 0;
    std::optional<double> se;
};
BOOST_DESCRIBE_STRUCT(LevelCutJson, (), (level, t, se))

struct LocationJson {
    std::string item;
    int step = 0;
    double t = 0;
};
BOOST_DESCRIBE_STRUCT(LocationJson, (), (item, step, t))

struct LevelsJson {
    std::optional<ClassificationJson> by_ability;
    std::optional<ClassificationJson> by_sum;
    std::optional<CutJson> angoff;
    json::BigList<LocationJson> booklet;
    std::vector<LevelCutJson> bookmark;
    std::vector<LevelCutJson> contrast;
};
BOOST_DESCRIBE_STRUCT(LevelsJson, (), (by_ability, by_sum, angoff, booklet, bookmark, contrast))

ClassificationJson json_of(const irt::Classification& of) {
    return {of.accuracy, of.consistency, figure(of.kappa)};
}

std::vector<LevelCutJson> json_of(const std::vector<NamedCut>& cuts) {
    std::vector<LevelCutJson> list;
    for (const auto& [level, cut] : cuts) list.push_back({level, cut.t, figure(cut.se)});
    return list;
}

void print_one(const char* name, const std::optional<ClassificationJson>& of) {
    if (!of) return;
    std::printf(
        "%s accuracy %.4f  consistency %.4f  kappa %.4f\n",
        name,
        of->accuracy,
        of->consistency,
        of->kappa.value_or(NAN)
    );
}

void print_cuts(const char* name, const std::vector<LevelCutJson>& cuts) {
    for (const auto& [level, t, se] : cuts) {
        std::printf("%s cut %s %.4f (%.4f)\n", name, level.c_str(), t, se.value_or(NAN));
    }
}

void print_table(const LevelsJson& json) {
    print_one("by ability", json.by_ability);
    print_one("by sum    ", json.by_sum);
    if (json.angoff) {
        std::printf("Angoff cut %.4f (%.4f)\n", json.angoff->t, json.angoff->se.value_or(NAN));
    }
    print_cuts("bookmark", json.bookmark);
    print_cuts("contrast", json.contrast);
    int place = 0;
    for (const auto& [item, step, t] : json.booklet.items) {
        std::printf("%4d  %8.4f  %s %d\n", ++place, t, item.c_str(), step);
    }
}

// What was asked for.
struct LevelsOrder {
    std::optional<std::string> items;
    std::vector<double> cuts;
    std::vector<double> sums;
    std::optional<std::string> angoff;
    std::optional<double> bookmark;
    std::optional<std::string> places;
    std::set<std::string> ignored;
    std::optional<std::string> contrast;
};

Result<LevelsOrder> levels_order(Arguments& arguments) {
    LevelsOrder order;
    order.items = take_value(arguments, "--items");
    order.cuts = TRY(take_numbers(arguments, "--cuts"));
    order.sums = TRY(take_numbers(arguments, "--sums"));
    order.angoff = take_value(arguments, "--angoff");
    order.bookmark = TRY(take_number(arguments, "--bookmark"));
    order.places = take_value(arguments, "--places");
    for (auto& name : take_values(arguments, "--ignore")) order.ignored.insert(std::move(name));
    order.contrast = take_value(arguments, "--contrast");
    return order;
}

// A test's items are needed for everything but the levels that other evidence gave.
bool is_complete(const LevelsOrder& order) {
    const bool is_of_items = !order.cuts.empty() || !order.sums.empty() || order.angoff ||
                             order.bookmark || order.places;
    if (order.places && !order.bookmark) return false;
    return is_of_items ? order.items.has_value() : order.contrast.has_value();
}

Result<> add_of_items(const LevelsOrder& order, LevelsJson& json) {
    const auto bank = TRY(read_items(*order.items));
    const auto parameters = bank.parameters();
    if (!order.cuts.empty()) {
        json.by_ability = json_of(irt::classification_by_ability(parameters, order.cuts, {}));
    }
    if (!order.sums.empty()) {
        const std::vector<int> lowest(order.sums.begin(), order.sums.end());
        json.by_sum = json_of(irt::classification_by_sum(parameters, lowest, {}));
    }
    if (order.angoff) {
        const auto cut = TRY(angoff_of(*order.angoff, bank));
        json.angoff = CutJson{cut.t, figure(cut.se)};
    }
    if (!order.bookmark) return {};
    const auto booklet = booklet_of(bank, *order.bookmark);
    for (const auto& [item, step, t] : booklet) json.booklet.items.push_back({item, step, t});
    if (order.places) {
        json.bookmark = json_of(TRY(bookmarks_of(*order.places, booklet, order.ignored)));
    }
    return {};
}

Result<LevelsJson> levels_of(const LevelsOrder& order) {
    LevelsJson json;
    if (order.items) TRY(add_of_items(order, json));
    if (order.contrast) json.contrast = json_of(TRY(contrasts_of(*order.contrast)));
    return json;
}

}  // namespace

int measure_levels(Arguments arguments) {
    if (print_help(arguments, levels_usage)) return 0;
    const bool as_json = take_flag(arguments, "--json");
    const auto order = levels_order(arguments);
    if (!order) return print(order.error());
    if (!is_complete(order.value()) || !arguments.empty()) return print_wrong_call(levels_usage);
    const auto json = levels_of(order.value());
    if (!json) return print(json.error());
    as_json ? (void)std::puts(json::write(json.value()).c_str()) : print_table(json.value());
    return 0;
}

}  // namespace nangluc::app
