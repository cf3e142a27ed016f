#include "modules/assessment/item/bank_files.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>

#include "kit/json/json.hpp"
#include "kit/sheet/table.hpp"

namespace nangluc::assessment {

struct StatedTest {
    BankStatus status = BankStatus::provisional;
    double step = 0;  // between the thresholds of a situation, on the scale of ability
    TestRules rules;
};
BOOST_DESCRIBE_STRUCT(StatedTest, (), (status, step, rules))

namespace {

using sheet::Table;

template <class Number>
std::optional<Number> number_of(std::string_view text) {
    Number number{};
    const auto* const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, number);
    return failure == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

// Slope and intercepts of a difficulty: a choice is passed at even odds there, a situation earns
// half its credit, its thresholds lying evenly around it.
std::vector<double> intercepts_of(
    ItemKind kind, double slope, double difficulty, double step, std::size_t options
) {
    if (kind == ItemKind::single_choice) return {-slope * difficulty};
    std::vector<double> intercepts;
    const auto thresholds = options - 1;
    double sum = 0;
    for (std::size_t place = 0; place < thresholds; ++place) {
        const auto from_middle =
            static_cast<double>(place) - static_cast<double>(thresholds - 1) / 2;
        sum += difficulty + from_middle * step;
        intercepts.push_back(-slope * sum);
    }
    return intercepts;
}

class BankFiles {
public:
    BankFiles(std::string folder, const std::vector<competency::Competency>& competencies)
        : folder_(std::move(folder)), competencies_(competencies) {}

    Result<StatedTest> read_test() const {
        const std::ifstream file(folder_ + "/test.json");
        if (!file) return not_found("test.json");
        std::ostringstream text;
        text << file.rdbuf();
        return json::read<StatedTest>(text.str());
    }

    Result<std::vector<Item>> read_items(double step) {
        const auto options = TRY(Table::read(folder_ + "/options.csv"));
        for (std::size_t row = 0; row < options.rows(); ++row) read_option(options, row);
        const auto table = TRY(Table::read(folder_ + "/items.csv"));
        std::vector<Item> items;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            items.push_back(item_of(table, row, step));
        }
        for (const auto& [code, rest] : options_) faults_.push_back({code, "item.unknown"});
        if (!faults_.empty()) return invalid("bank.items", std::move(faults_));
        std::ranges::sort(items, {}, &Item::code);
        return items;
    }

private:
    void read_option(const Table& table, std::size_t row) {
        const auto& item = table.at(row, "item");
        const auto credit = number_of<int>(table.at(row, "credit"));
        if (!credit) faults_.push_back({item + " credit", "wrong_type"});
        options_[item].push_back({
            table.at(row, "label"),
            credit.value_or(0),
            {{"vi", table.at(row, "text_vi")}, {"en", table.at(row, "text_en")}},
        });
    }

    template <class Number>
    Number number_at(const Table& table, std::size_t row, std::string_view column) {
        const auto number = number_of<Number>(table.at(row, column));
        if (!number) {
            faults_.push_back({table.at(row, "code") + ' ' + std::string(column), "wrong_type"});
        }
        return number.value_or(Number{});
    }

    Item item_of(const Table& table, std::size_t row, double step) {
        const auto& code = table.at(row, "code");
        const auto kind = parse_word<ItemKind>(table.at(row, "form"));
        if (!kind) faults_.push_back({code + " form", "not_one_of"});
        Item item{
            .code = code,
            .level = number_at<int>(table, row, "level"),
            .kind = kind ? kind.value() : ItemKind::single_choice,
            .slope = number_at<double>(table, row, "discrimination"),
            .minutes = number_at<int>(table, row, "minutes"),
            .stem = {{"vi", table.at(row, "stem_vi")}, {"en", table.at(row, "stem_en")}},
        };
        const auto difficulty = number_at<double>(table, row, "difficulty");
        const auto found = std::ranges::find(
            competencies_, table.at(row, "competency"), &competency::Competency::code
        );
        if (found != competencies_.end()) item.competency = found->id;
        if (auto own = options_.extract(code)) item.options = std::move(own.mapped());
        std::ranges::sort(item.options, {}, &Option::label);
        if (item.options.size() >= 2) {
            item.intercepts =
                intercepts_of(item.kind, item.slope, difficulty, step, item.options.size());
        }
        return item;
    }

    std::string folder_;
    const std::vector<competency::Competency>& competencies_;
    std::map<std::string, std::vector<Option>> options_;  // by the code of their item
    std::vector<Fault> faults_;
};

}  // namespace

Result<BankContent> read_bank_files(
    const std::string& folder, const std::vector<competency::Competency>& competencies
) {
    BankFiles files(folder, competencies);
    const auto stated = TRY(files.read_test());
    TRY(check(stated.rules));
    auto items = TRY(files.read_items(stated.step));
    TRY(check(items));
    return BankContent{stated.status, stated.rules, std::move(items)};
}

}  // namespace nangluc::assessment
