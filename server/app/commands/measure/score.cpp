#include <cmath>
#include <cstdio>
#include <sstream>

#include "app/commands/measure/item_file.hpp"
#include "app/commands/measure/measure.hpp"
#include "engines/irt/numeric/parallel.hpp"
#include "engines/irt/score/sum_scores.hpp"

namespace nangluc::app {

namespace {

constexpr auto score_usage =
    R"(nangluc measure score FILE --items ITEMS.json [--method eap|map|wle|ml] [--cuts T,T,…]
    [--freq COLUMN] [--group COLUMN [--reference VALUE]] [--id COLUMN] [--ignore COLUMN …]
    [--json] [--threads N]
nangluc measure score --table --items ITEMS.json [--json]

The ability of each row and its standard error; ITEMS.json is what calibrate --json printed. --cuts
adds the probability of each level, from the posterior between the cuts. --table prints the ability
for each sum of categories, for forms scored on paper.)";

struct Order {
    irt::Method method = irt::Method::eap;
    std::vector<double> cuts;
    bool as_json = false;
    unsigned threads = 1;
};

std::vector<irt::Score> scores_of(
    const irt::Responses& responses, const ItemBank& bank, const Order& order
) {
    const auto items = bank.parameters();
    auto latents = bank.latents;
    latents.resize(std::max(latents.size(), responses.groups()));
    if (order.method == irt::Method::eap) {
        return irt::eap_scores(
            responses, items, latents, irt::Grid::covering(latents, 6, 0.1), order.threads
        );
    }
    std::vector<irt::RootScorer> scorers;
    for (const auto& latent : latents) scorers.emplace_back(items, order.method, latent);
    std::vector<irt::Score> scores(responses.rows());
    constexpr std::size_t block = 1024;
    const auto blocks = (scores.size() + block - 1) / block;
    irt::for_each_block(blocks, order.threads, [&](std::size_t number, unsigned) {
        const auto end = std::min((number + 1) * block, scores.size());
        for (auto row = number * block; row < end; ++row) {
            scores[row] = scorers[responses.group(row)].score(responses.row(row));
        }
    });
    return scores;
}

void print_number(double value, const Order& order) {
    if (std::isfinite(value)) {
        std::printf("%.10g", value);
    } else {
        std::fputs(order.as_json ? "null" : "", stdout);
    }
}

// JSON row by row, since there may be millions.
struct Rows {
    const std::vector<std::string>& ids;
    const std::vector<irt::Score>& scores;
    const std::vector<std::vector<double>>& levels;
};

void print_json(const Rows& rows, const Order& order) {
    std::fputs("[", stdout);
    for (std::size_t row = 0; row < rows.scores.size(); ++row) {
        std::printf("%s{\"row\":%zu,\"t\":", row > 0 ? ",\n" : "", row + 1);
        print_number(rows.scores[row].t, order);
        std::fputs(",\"se\":", stdout);
        print_number(rows.scores[row].se, order);
        if (!rows.levels.empty()) {
            std::fputs(",\"levels\":[", stdout);
            for (std::size_t level = 0; level < rows.levels[row].size(); ++level) {
                std::printf("%s%.6f", level > 0 ? "," : "", rows.levels[row][level]);
            }
            std::fputs("]", stdout);
        }
        std::fputs("}", stdout);
    }
    std::puts("]");
}

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char letter : text)
        out += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return out + '"';
}

void print_csv(const Rows& rows, const Order& order) {
    std::printf("%s,t,se", rows.ids.empty() ? "row" : "id");
    if (!rows.levels.empty()) {
        for (std::size_t level = 0; level <= order.cuts.size(); ++level) {
            std::printf(",level_%zu", level);
        }
    }
    std::puts("");
    for (std::size_t row = 0; row < rows.scores.size(); ++row) {
        std::fputs(
            rows.ids.empty() ? std::to_string(row + 1).c_str() : quoted(rows.ids[row]).c_str(),
            stdout
        );
        std::fputs(",", stdout);
        print_number(rows.scores[row].t, order);
        std::fputs(",", stdout);
        print_number(rows.scores[row].se, order);
        if (!rows.levels.empty()) {
            for (const double share : rows.levels[row]) std::printf(",%.6f", share);
        }
        std::puts("");
    }
}

void print_table(const ItemBank& bank, bool as_json) {
    const auto table = irt::sum_score_table(
        bank.parameters(), bank.latents.front(), irt::Grid::covering(bank.latents, 6, 0.1)
    );
    if (!as_json) std::puts("sum,t,se,share");
    for (const auto& [sum, t, se, share] : table) {
        const char* const form = as_json ? "%s{\"sum\":%d,\"t\":%.10g,\"se\":%.10g,\"share\":%.10g}"
                                         : "%s%d,%.6f,%.6f,%.8f";
        std::printf(
            form, as_json ? (sum == 0 ? "[" : ",\n") : (sum == 0 ? "" : "\n"), sum, t, se, share
        );
    }
    std::puts(as_json ? "]" : "");
}

}  // namespace

Result<std::vector<double>> take_numbers(Arguments& arguments, std::string_view name) {
    std::vector<double> numbers;
    const auto text = take_value(arguments, name);
    if (!text) return numbers;
    std::istringstream parts(*text);
    std::string part;
    while (std::getline(parts, part, ',')) {
        Arguments one{std::string(name), part};
        const auto number = TRY(take_number(one, name));
        if (!numbers.empty() && number && *number <= numbers.back()) {
            return invalid("measure.not_ascending", {{std::string(name), "measure.not_ascending"}});
        }
        numbers.push_back(number.value_or(0));
    }
    return numbers;
}

int measure_score(Arguments arguments) {
    if (print_help(arguments, score_usage)) return 0;
    const auto roles = take_roles(arguments);
    const auto items = take_value(arguments, "--items");
    const auto method = irt::method_called(take_value(arguments, "--method").value_or("eap"));
    const auto cuts = take_numbers(arguments, "--cuts");
    const bool as_table = take_flag(arguments, "--table");
    Order order;
    order.as_json = take_flag(arguments, "--json");
    order.threads = take_threads(arguments);
    if (!cuts) return print(cuts.error());
    if (!items || !method || arguments.size() != (as_table ? 0U : 1U))
        return print_wrong_call(score_usage);
    order.method = *method;
    order.cuts = cuts.value();
    const auto bank = read_items(*items);
    if (!bank) return print(bank.error());
    if (as_table) return print_table(bank.value(), order.as_json), 0;

    const auto data = read_responses(arguments.front(), roles);
    if (!data) return print(data.error());
    const auto responses = responses_to(bank.value(), data.value().responses);
    if (!responses) return print(responses.error());
    const auto scores = scores_of(responses.value(), bank.value(), order);
    std::vector<std::vector<double>> levels;
    if (!order.cuts.empty()) {
        auto latents = bank.value().latents;
        latents.resize(std::max(latents.size(), responses.value().groups()));
        levels = irt::level_probabilities(
            responses.value(), bank.value().parameters(), latents, order.cuts, order.threads
        );
    }
    const Rows rows{data.value().ids, scores, levels};
    order.as_json ? print_json(rows, order) : print_csv(rows, order);
    return 0;
}

}  // namespace nangluc::app
