#include "engines/irt/levels/cut_scores.hpp"

#include <algorithm>
#include <boost/describe/class.hpp>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "app/commands/measure/item_file.hpp"
#include "app/commands/measure/measure.hpp"
#include "kit/json/json.hpp"

namespace nangluc::app {

namespace {

constexpr auto usage =
    R"(nangluc measure levels --items ITEMS.json [--cuts T,…] [--sums N,…] [--angoff FILE]
    [--bookmark PROBABILITY] [--json]

--cuts, --sums: how often the test puts people of a N(0, 1) population on their true level, and on
the same level twice, by abilities or by sums (the lowest sum of each level above the first).
--angoff: FILE has a row a judge and a column an item, what someone just at the level would be
expected to score; tells the cut on the scale of ability and its error between judges.
--bookmark: where each step of each item is mastered with that probability, in order.)";

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
};
BOOST_DESCRIBE_STRUCT(LevelsJson, (), (by_ability, by_sum, angoff, booklet))

ClassificationJson json_of(const irt::Classification& of) {
    return {of.accuracy, of.consistency, figure(of.kappa)};
}

Result<CutJson> angoff_of(const std::string& file, const ItemBank& bank) {
    const auto table = TRY(read_texts(file));
    irt::Matrix judgements(table.rows.size(), bank.items.size());
    std::vector<Fault> faults;
    for (std::size_t item = 0; item < bank.items.size(); ++item) {
        const auto column = TRY(table.column(bank.items[item].name));
        for (std::size_t judge = 0; judge < table.rows.size(); ++judge) {
            const auto& text = table.rows[judge][column];
            double value = 0;
            const auto [end, fault] =
                std::from_chars(text.data(), text.data() + text.size(), value);
            const double most = irt::real(bank.items[item].item.d.size());
            const bool fits = fault == std::errc{} && end == text.data() + text.size() &&
                              value >= 0 && value <= most;
            if (!fits) {
                const auto place = place_of(table.numbers[judge], bank.items[item].name);
                faults.push_back({place, "measure.bad_judgement"});
            }
            judgements(judge, item) = value;
        }
    }
    if (table.rows.empty()) return invalid("measure.no_rows");
    if (!faults.empty()) return invalid(faults.front().code, faults);
    const auto cut = irt::angoff_cut(judgements, bank.parameters());
    if (!cut) return invalid("measure.no_cut");
    return CutJson{cut->t, figure(cut->se)};
}

std::vector<LocationJson> booklet_of(const ItemBank& bank, double probability) {
    std::vector<LocationJson> booklet;
    for (const auto& [name, values, item] : bank.items) {
        for (std::size_t step = 1; step < item.categories(); ++step) {
            const auto t = irt::bookmark_location(item, step, probability);
            if (t) booklet.push_back({name, values[step], *t});
        }
    }
    std::ranges::stable_sort(booklet, {}, &LocationJson::t);
    return booklet;
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

void print_table(const LevelsJson& json) {
    print_one("by ability", json.by_ability);
    print_one("by sum    ", json.by_sum);
    if (json.angoff) {
        std::printf("Angoff cut %.4f (%.4f)\n", json.angoff->t, json.angoff->se.value_or(NAN));
    }
    for (const auto& [item, step, t] : json.booklet.items) {
        std::printf("%8.4f  %s %d\n", t, item.c_str(), step);
    }
}

}  // namespace

int measure_levels(Arguments arguments) {
    if (print_help(arguments, usage)) return 0;
    const auto items = take_value(arguments, "--items");
    const auto cuts = take_numbers(arguments, "--cuts");
    const auto sums = take_numbers(arguments, "--sums");
    const auto angoff = take_value(arguments, "--angoff");
    const auto bookmark = take_number(arguments, "--bookmark");
    const bool as_json = take_flag(arguments, "--json");
    if (!cuts) return print(cuts.error());
    if (!sums) return print(sums.error());
    if (!bookmark) return print(bookmark.error());
    if (!items || !arguments.empty()) return print_wrong_call(usage);
    const auto bank = read_items(*items);
    if (!bank) return print(bank.error());

    const auto parameters = bank.value().parameters();
    LevelsJson json;
    if (!cuts.value().empty()) {
        json.by_ability = json_of(irt::classification_by_ability(parameters, cuts.value(), {}));
    }
    if (!sums.value().empty()) {
        const std::vector<int> lowest(sums.value().begin(), sums.value().end());
        json.by_sum = json_of(irt::classification_by_sum(parameters, lowest, {}));
    }
    if (angoff) {
        const auto cut = angoff_of(*angoff, bank.value());
        if (!cut) return print(cut.error());
        json.angoff = cut.value();
    }
    if (bookmark.value()) json.booklet.items = booklet_of(bank.value(), *bookmark.value());
    as_json ? (void)std::puts(json::write(json).c_str()) : print_table(json);
    return 0;
}

}  // namespace nangluc::app
