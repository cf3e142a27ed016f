#include <boost/describe/class.hpp>
#include <cmath>
#include <cstdio>

#include "app/commands/measure/item_file.hpp"
#include "app/commands/measure/measure.hpp"
#include "engines/irt/adapt/session.hpp"
#include "kit/json/json.hpp"

namespace nangluc::app {

namespace {

constexpr auto adapt_usage =
    R"(nangluc measure adapt FILE --items ITEMS.json [--error SE] [--least N] [--most N] [--cuts T,…]
    [--decided P] [--gain G] [--best N] [--seed N] [--id COLUMN] [--freq COLUMN]
    [--ignore COLUMN …] [--json]
nangluc measure adapt --simulate PEOPLE --items ITEMS.json [--limit RATE] [… as above]

Gives the items of a bank adaptively. FILE: to people whose answers are known, one row each; an item
that they never answered cannot be given. Each row tells the items in their order, the answers, the
ability and its error after the last, why it ended, the probability of each level, and whether the
stored test replays to the last bit. --simulate: to invented people, ability N(0, 1), and tells
length, error and the highest exposure, with --limit after each round of exposure control.)";

struct StepJson {
    std::string item;
    int answer = 0;
    double t = 0;
    double se = 0;
};
BOOST_DESCRIBE_STRUCT(StepJson, (), (item, answer, t, se))

struct SessionJson {
    std::string row;
    std::uint64_t seed = 0;
    double t = 0;
    double se = 0;
    std::string stopped;
    bool replays = false;
    std::vector<double> levels;
    std::vector<StepJson> steps;
};
BOOST_DESCRIBE_STRUCT(SessionJson, (), (row, seed, t, se, stopped, replays, levels, steps))

struct RoundJson {
    double highest_exposure = 0;
    double mean_length = 0;
    double rmse = 0;
};
BOOST_DESCRIBE_STRUCT(RoundJson, (), (highest_exposure, mean_length, rmse))

struct ExposureJson {
    std::string item;
    double exposure = 1;
};
BOOST_DESCRIBE_STRUCT(ExposureJson, (), (item, exposure))

struct SimulationJson {
    json::BigList<RoundJson> rounds;
    json::BigList<ExposureJson> items;
};
BOOST_DESCRIBE_STRUCT(SimulationJson, (), (rounds, items))

// Numbers by name, each into its place where it was given.
Result<> take_into(Arguments& arguments, std::string_view name, double& into) {
    const auto number = TRY(take_number(arguments, name));
    if (number) into = *number;
    return {};
}

struct AdaptOrder {
    irt::AdaptiveRules rules;
    double seed = 1;
    double people = 0;
    double limit = 1;
};

Result<AdaptOrder> take_order(Arguments& arguments) {
    AdaptOrder order;
    auto& rules = order.rules;
    double least = irt::real(rules.at_least);
    double most = irt::real(rules.at_most);
    double best = irt::real(rules.best_of);
    TRY(take_into(arguments, "--error", rules.target_error));
    TRY(take_into(arguments, "--least", least));
    TRY(take_into(arguments, "--most", most));
    TRY(take_into(arguments, "--best", best));
    TRY(take_into(arguments, "--decided", rules.decided_at));
    TRY(take_into(arguments, "--gain", rules.least_gain));
    TRY(take_into(arguments, "--seed", order.seed));
    TRY(take_into(arguments, "--simulate", order.people));
    TRY(take_into(arguments, "--limit", order.limit));
    rules.cuts = TRY(take_numbers(arguments, "--cuts"));
    rules.at_least = static_cast<std::size_t>(std::max(least, 1.0));
    rules.at_most = static_cast<std::size_t>(std::max(most, 1.0));
    rules.best_of = static_cast<std::size_t>(std::max(best, 1.0));
    return order;
}

std::vector<irt::BankEntry> entries_of(const ItemBank& bank) {
    std::vector<irt::BankEntry> entries;
    for (const auto& item : bank.items) entries.push_back({item.item});
    return entries;
}

SessionJson run_session(
    const ItemBank& items,
    const irt::Bank& bank,
    const AdaptOrder& order,
    std::uint64_t seed,
    std::span<const irt::Category> row
) {
    irt::AdaptiveSession session(bank, order.rules, seed);
    std::vector<std::uint32_t> unknown;
    for (std::uint32_t item = 0; item < row.size(); ++item) {
        if (row[item] == irt::missing) unknown.push_back(item);
    }
    for (const auto item : unknown) session.withdraw(item);
    while (const auto item = session.next()) session.answer(row[*item]);

    // What a stored test is: the seed, what could not be given, and the answers in their order.
    irt::AdaptiveSession again(bank, order.rules, seed);
    for (const auto item : unknown) again.withdraw(item);
    bool replays = true;
    for (const auto& given : session.history()) {
        replays = replays && again.next() == given.item;
        if (!replays) break;
        again.answer(given.category);
    }
    SessionJson json{.seed = seed, .t = session.t(), .se = session.se()};
    json.replays = replays && again.history() == session.history();
    if (const auto stop = session.stopped()) json.stopped = std::string(irt::word_of(*stop));
    if (!order.rules.cuts.empty()) json.levels = session.levels();
    for (const auto& [item, category, t, se] : session.history()) {
        const auto& of = items.items[item];
        json.steps.push_back({of.name, of.values[category], t, se});
    }
    return json;
}

int simulate(const ItemBank& items, const AdaptOrder& order, bool as_json) {
    const irt::ExposureOptions options{
        .limit = order.limit,
        .rounds = order.limit < 1 ? 8 : 1,
        .people = static_cast<std::size_t>(order.people),
        .seed = static_cast<std::uint64_t>(order.seed)};
    const auto result = irt::limit_exposure(entries_of(items), order.rules, options);
    SimulationJson json;
    for (const auto& round : result.rounds) {
        json.rounds.items.push_back(
            {round.highest_rate, round.mean_length, round.root_mean_square_error}
        );
    }
    for (std::size_t item = 0; item < items.items.size(); ++item) {
        json.items.items.push_back({items.items[item].name, result.exposures[item]});
    }
    if (as_json) {
        std::puts(json::write(json).c_str());
        return 0;
    }
    for (const auto& [highest, length, rmse] : json.rounds.items) {
        std::printf("length %.2f  rmse %.4f  highest exposure %.3f\n", length, rmse, highest);
    }
    return 0;
}

int give(
    const Arguments& arguments, const ItemBank& items, const AdaptOrder& order, const Roles& roles
) {
    const auto data = read_responses(arguments.front(), roles);
    if (!data) return print(data.error());
    const auto responses = responses_to(items, data.value().responses);
    if (!responses) return print(responses.error());
    const irt::Bank bank(entries_of(items));
    bool all_replay = true;
    std::fputs("[", stdout);
    for (std::size_t row = 0; row < responses.value().rows(); ++row) {
        const auto seed = static_cast<std::uint64_t>(order.seed) + row;
        auto json = run_session(items, bank, order, seed, responses.value().row(row));
        json.row = data.value().ids.empty() ? std::to_string(row + 1) : data.value().ids[row];
        all_replay = all_replay && json.replays;
        std::printf("%s%s", row > 0 ? ",\n" : "", json::write(json).c_str());
    }
    std::puts("]");
    return all_replay ? 0 : 1;
}

}  // namespace

int measure_adapt(Arguments arguments) {
    if (print_help(arguments, adapt_usage)) return 0;
    const auto roles = take_roles(arguments);
    const auto items = take_value(arguments, "--items");
    const bool as_json = take_flag(arguments, "--json");
    const auto order = take_order(arguments);
    if (!order) return print(order.error());
    take_threads(arguments);
    const bool simulated = order.value().people > 0;
    if (!items || arguments.size() != (simulated ? 0U : 1U)) return print_wrong_call(adapt_usage);
    const auto bank = read_items(*items);
    if (!bank) return print(bank.error());
    if (simulated) return simulate(bank.value(), order.value(), as_json);
    return give(arguments, bank.value(), order.value(), roles);
}

}  // namespace nangluc::app
