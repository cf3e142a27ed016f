#include "app/commands/measure/cut_files.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace nangluc::app {

namespace {

template <class Number>
std::optional<Number> whole_text(const std::string& text) {
    Number number{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Result<> refusal_of(const std::vector<Fault>& faults) {
    if (!faults.empty()) return invalid(faults.front().code, faults);
    return {};
}

// The columns of a table that stand for levels.
std::vector<std::size_t> levels_in(const TextTable& table, const std::set<std::string>& ignored) {
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (!ignored.contains(table.columns[column])) columns.push_back(column);
    }
    return columns;
}

struct Judged {
    std::vector<double> abilities;
    std::vector<int> levels;
};

Result<Judged> judged_in(const std::string& file) {
    const auto table = TRY(read_texts(file));
    const auto ability = TRY(table.column("t"));
    const auto level = TRY(table.column("level"));
    Judged judged;
    std::vector<Fault> faults;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto t = whole_text<double>(table.rows[row][ability]);
        const auto at = whole_text<int>(table.rows[row][level]);
        if (!t || !std::isfinite(*t)) {
            faults.push_back({place_of(table.numbers[row], "t"), "measure.not_a_number"});
        }
        if (!at) faults.push_back({place_of(table.numbers[row], "level"), "measure.not_whole"});
        judged.abilities.push_back(t.value_or(0));
        judged.levels.push_back(at.value_or(0));
    }
    TRY(refusal_of(faults));
    if (judged.levels.empty()) return invalid("measure.no_rows");
    return judged;
}

}  // namespace

std::vector<Located> booklet_of(const ItemBank& bank, double probability) {
    std::vector<Located> booklet;
    for (const auto& [name, values, item, errors] : bank.items) {
        for (std::size_t step = 1; step < item.categories(); ++step) {
            const auto t = irt::bookmark_location(item, step, probability);
            if (t) booklet.push_back({name, values[step], *t});
        }
    }
    std::ranges::stable_sort(booklet, {}, &Located::t);
    return booklet;
}

Result<irt::Cut> angoff_of(const std::string& file, const ItemBank& bank) {
    const auto table = TRY(read_texts(file));
    irt::Matrix judgements(table.rows.size(), bank.items.size());
    std::vector<Fault> faults;
    for (std::size_t item = 0; item < bank.items.size(); ++item) {
        const auto column = TRY(table.column(bank.items[item].name));
        const double most = irt::real(bank.items[item].item.d.size());
        for (std::size_t judge = 0; judge < table.rows.size(); ++judge) {
            const auto value = whole_text<double>(table.rows[judge][column]);
            if (!value || !(*value >= 0 && *value <= most)) {
                const auto place = place_of(table.numbers[judge], bank.items[item].name);
                faults.push_back({place, "measure.bad_judgement"});
            }
            judgements(judge, item) = value.value_or(0);
        }
    }
    if (table.rows.empty()) return invalid("measure.no_rows");
    TRY(refusal_of(faults));
    const auto cut = irt::angoff_cut(judgements, bank.parameters());
    if (!cut) return invalid("measure.no_cut");
    return *cut;
}

Result<std::vector<NamedCut>> bookmarks_of(
    const std::string& file, std::span<const Located> booklet, const std::set<std::string>& ignored
) {
    const auto table = TRY(read_texts(file));
    std::vector<double> locations;
    for (const auto& step : booklet) locations.push_back(step.t);
    std::vector<NamedCut> cuts;
    std::vector<Fault> faults;
    for (const auto column : levels_in(table, ignored)) {
        std::vector<std::size_t> places;
        for (std::size_t judge = 0; judge < table.rows.size(); ++judge) {
            const auto place = whole_text<std::size_t>(table.rows[judge][column]);
            if (place && *place >= 1 && *place <= locations.size()) {
                places.push_back(*place);
            } else {
                const auto at = place_of(table.numbers[judge], table.columns[column]);
                faults.push_back({at, "measure.bad_place"});
            }
        }
        if (places.empty()) continue;
        cuts.push_back({table.columns[column], irt::bookmark_cut(locations, places)});
    }
    TRY(refusal_of(faults));
    if (table.rows.empty()) return invalid("measure.no_rows");
    if (cuts.empty()) return invalid("measure.no_cut");
    return cuts;
}

Result<std::vector<NamedCut>> contrasts_of(const std::string& file) {
    const auto [abilities, levels] = TRY(judged_in(file));
    std::set<int> above(levels.begin(), levels.end());
    above.erase(above.begin());
    if (above.empty()) return invalid("measure.no_cut");
    std::vector<NamedCut> cuts;
    std::vector<Fault> faults;
    for (const int level : above) {
        std::vector<bool> is_above;
        for (const int each : levels) is_above.push_back(each >= level);
        const auto cut = irt::contrasting_groups_cut(abilities, is_above);
        if (cut) {
            cuts.push_back({std::to_string(level), *cut});
        } else {
            faults.push_back({"level " + std::to_string(level), "measure.no_cut"});
        }
    }
    TRY(refusal_of(faults));
    return cuts;
}

}  // namespace nangluc::app
